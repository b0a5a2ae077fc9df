// Ready words for answers: each office keeps its own.
import type { AnswerTemplate } from '../../../contract/request-settings.ts';
import type { Handler } from '../../../contract/requests.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { DISTRICT } from '../../../domain/regions/code.ts';
import { keyOf } from '../../../domain/requests/handler.ts';
import { officeOf } from '../../../domain/requests/office.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import { recordAudit } from '../audit/service.ts';
import { findTemplates, putTemplates } from './settings-store.ts';

export function createAnswerTemplates({ store, runtime }: { store: Store; runtime: Runtime }) {
  return {
    async read(actor: Actor): Promise<{ items: AnswerTemplate[] }> {
      const office = officeOrRefuse(actor);
      return { items: (await findTemplates(store.db, keyOf(office)))?.items ?? [] };
    },

    /** @throws ProblemError bad-input (a name twice) */
    async save(actor: Actor, items: readonly AnswerTemplate[]): Promise<{ items: AnswerTemplate[] }> {
      const office = officeOrRefuse(actor);
      const names = items.map(({ name }) => name);
      const errors = names.flatMap((name, index) =>
        names.indexOf(name) < index ? [{ path: `items.${index}.name`, message: `有两条叫“${name}”` }] : [],
      );
      if (errors.length > 0) throw new ProblemError('bad-input', { errors });
      const at = instantOf(runtime.clock());
      await store.transaction(async (trx) => {
        await putTemplates(trx, keyOf(office), items, at);
        const region = office.kind === 'region' ? office.region : DISTRICT;
        const entry = { action: 'request-template.save', subject: keyOf(office), region };
        await recordAudit(trx, { at, actor, ...entry, detail: { count: items.length } });
      });
      return { items: [...items] };
    },
  };
}

export type AnswerTemplates = ReturnType<typeof createAnswerTemplates>;

function officeOrRefuse(actor: Actor): Handler {
  const office = officeOf(actor);
  if (!office) throw new ProblemError('forbidden');
  return office;
}
