// Templates of alerts: written by one person, approved by another, changed by a new version.
import type { AlertTemplate, AlertTemplateInput, TemplateState } from '../../../contract/alert-templates.ts';
import type { AlertTemplateId } from '../../../contract/ids.ts';
import { type Actor, can } from '../../../domain/access/can.ts';
import { gapsOf } from '../../../domain/alerts/gaps.ts';
import { chainOf } from '../../../domain/regions/code.ts';
import { allow, scopesOrRefuse } from '../../access.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import { recordAudit } from '../audit/service.ts';
import type { RegionService } from '../regions/service.ts';
import { checkMinutes } from './minutes.ts';
import {
  findTemplates,
  findVersion,
  insertVersion,
  lockVersions,
  setState,
  type TemplateRow,
} from './template-store.ts';

export function createAlertTemplates(deps: { store: Store; runtime: Runtime; regions: RegionService }) {
  const { store, runtime } = deps;
  const now = () => instantOf(runtime.clock());

  async function checked(actor: Actor, { region, severity, validMinutes }: AlertTemplateInput): Promise<void> {
    allow(actor, 'alert.template', [region]);
    checkMinutes(severity, validMinutes);
    if ((await deps.regions.names([region])).has(region)) return;
    const errors = [{ path: 'region', message: `没有编号为 ${region} 的地区` }];
    throw new ProblemError('alert-regions', { errors });
  }

  const columnsOf = (actor: Actor, { region, validMinutes, text, instructions, ...rest }: AlertTemplateInput) => ({
    ...rest,
    text: JSON.stringify(text),
    instructions: JSON.stringify(instructions),
    valid_minutes: validMinutes,
    region_code: region,
    state: 'draft' as const,
    author_id: actor.id,
    approver_id: null,
    updated_at: now(),
  });

  async function read(actor: Actor, id: AlertTemplateId, version: number): Promise<AlertTemplate> {
    const row = await findVersion(store.db, id, version);
    if (!row) throw new ProblemError('not-found');
    return toTemplate(row, actor);
  }

  return {
    async list(actor: Actor, state: TemplateState | undefined) {
      const scopes = scopesOrRefuse(actor, 'alert.read');
      const rows = await findTemplates(store.db, scopes, scopes.flatMap(chainOf), state);
      return { items: rows.map((row) => toTemplate(row, actor)) };
    },

    async create(actor: Actor, input: AlertTemplateInput): Promise<AlertTemplate> {
      await checked(actor, input);
      const id = runtime.uuids() as AlertTemplateId;
      await store.transaction(async (trx) => {
        await insertVersion(trx, { id, version: 1, ...columnsOf(actor, input) });
        await record(trx, actor, 'create', id, 1, input.region);
      });
      return read(actor, id, 1);
    },

    /** `version`: the newest that the person saw. A draft that is saved over goes out of use. */
    async update(actor: Actor, id: AlertTemplateId, { version, ...input }: AlertTemplateInput & { version: number }) {
      await checked(actor, input);
      await store.transaction(async (trx) => {
        const newest = (await lockVersions(trx, id)).at(-1);
        if (!newest) throw new ProblemError('not-found');
        allow(actor, 'alert.template', [newest.region_code]);
        if (newest.version !== version) throw new ProblemError('stale-revision');
        if (newest.state === 'draft') await setState(trx, id, version, { state: 'retired' });
        await insertVersion(trx, { id, version: version + 1, ...columnsOf(actor, input) });
        await record(trx, actor, 'edit', id, version + 1, input.region);
      });
      return read(actor, id, version + 1);
    },

    async move(actor: Actor, id: AlertTemplateId, { version, move }: { version: number; move: 'approve' | 'retire' }) {
      scopesOrRefuse(actor, 'alert.template');
      await store.transaction(async (trx) => {
        const versions = await lockVersions(trx, id);
        const row = versions.find((each) => each.version === version);
        if (!row) throw new ProblemError('not-found');
        allow(actor, 'alert.template', [row.region_code]);
        if (row.state === 'retired' || (move === 'approve' && row.state !== 'draft'))
          throw new ProblemError('move-not-allowed');
        if (move === 'approve') {
          if (row.author_id === actor.id) throw new ProblemError('template-approver-is-author');
          const before = versions.find((each) => each.state === 'approved');
          if (before) await setState(trx, id, before.version, { state: 'retired' });
        }
        const change =
          move === 'approve'
            ? ({ state: 'approved', approver_id: actor.id } as const)
            : ({ state: 'retired' } as const);
        await setState(trx, id, version, { ...change, updated_at: now() });
        await record(trx, actor, move, id, version, row.region_code);
      });
      return read(actor, id, version);
    },
  };

  function record(
    trx: Parameters<typeof recordAudit>[0],
    actor: Actor,
    verb: string,
    id: AlertTemplateId,
    version: number,
    region: AlertTemplateInput['region'],
  ) {
    return recordAudit(trx, {
      at: now(),
      actor,
      action: `alert-template.${verb}`,
      subject: id,
      region,
      detail: { version },
    });
  }
}

export type AlertTemplates = ReturnType<typeof createAlertTemplates>;

function toTemplate(row: TemplateRow, actor: Actor): AlertTemplate {
  const mine = can(actor, 'alert.template', row.region_code) && row.state !== 'retired';
  const approves = mine && row.state === 'draft' && row.author_id !== actor.id;
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    name: row.name,
    severity: row.severity,
    event: row.event,
    title: row.title,
    text: row.text,
    instructions: row.instructions,
    sound: row.sound,
    validMinutes: row.valid_minutes,
    region: row.region_code,
    fields: gapsOf(row),
    author: { id: row.author_id, name: row.author_name },
    approver: row.approver_id && { id: row.approver_id, name: row.approver_name ?? '' },
    updatedAt: row.updated_at,
    moves: mine ? ['edit', ...(approves ? (['approve'] as const) : []), 'retire'] : [],
  };
}
