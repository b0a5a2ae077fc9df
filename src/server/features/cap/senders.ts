// Who may hand in warnings: admitted by staff, known by a token that is told once, shut out at a word.
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { CapSender, CapSenderInput, updateCapSender } from '../../../contract/cap-calls.ts';
import type { CapSenderId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { allow, scopesOrRefuse } from '../../access.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import { recordAudit } from '../audit/service.ts';
import type { RegionService } from '../regions/service.ts';
import { readKey } from './signature.ts';
import {
  findByIdentity,
  findByToken,
  findSender,
  findSenders,
  insertSender,
  type SenderRow,
  updateSender,
} from './store.ts';

const TOKEN_BYTES = 32;
export const TOKEN_PREFIX = 'cap-';

const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

export function createSenders(deps: { store: Store; runtime: Runtime; regions: Pick<RegionService, 'names'> }) {
  const { store, runtime } = deps;
  const now = () => instantOf(runtime.clock());
  const newToken = () => `${TOKEN_PREFIX}${runtime.random(TOKEN_BYTES).toString('base64url')}`;

  /** The sender within the actor's reach, else `not-found`. */
  async function find(actor: Actor, id: CapSenderId): Promise<SenderRow> {
    scopesOrRefuse(actor, 'cap.manage');
    const row = await findSender(store.db, id);
    if (!row) throw new ProblemError('not-found');
    allow(actor, 'cap.manage', [row.authority]);
    return row;
  }

  async function columnsOf(actor: Actor, input: CapSenderInput, before: SenderRow | null, key: string | null) {
    allow(actor, 'cap.manage', [input.authority]);
    if (!(await deps.regions.names([input.authority])).has(input.authority)) throw wrong('authority', '没有这个地区');
    const taken = await findByIdentity(store.db, input.identity);
    if (taken && taken.id !== before?.id) throw wrong('identity', '这个发布单位已经登记过');
    // Whoever sits on the way to a source that is fetched could put something else in its place.
    if (input.direct && input.poll && key === null) throw wrong('key', '定时取来又直接播出的，必须登记公钥或证书');
    return {
      name: input.name,
      identity: input.identity,
      authority: input.authority,
      direct: input.direct,
      public_key: key,
      poll_url: input.poll?.url ?? null,
      poll_seconds: input.poll?.everySeconds ?? null,
    };
  }

  async function record(
    actor: Actor,
    action: string,
    id: CapSenderId,
    region: RegionCode,
    detail: object,
    work: (trx: Parameters<typeof recordAudit>[0]) => Promise<unknown>,
  ) {
    await store.transaction(async (trx) => {
      await work(trx);
      await recordAudit(trx, { at: now(), actor, action, subject: id, region, detail: { ...detail } });
    });
  }

  return {
    /** @throws ProblemError `not-signed-in` for every token but that of a sender who is let in */
    async authenticate(token: string | undefined): Promise<SenderRow> {
      const sender = token?.startsWith(TOKEN_PREFIX) ? await findByToken(store.db, hashToken(token)) : undefined;
      if (!sender) throw new ProblemError('not-signed-in');
      return sender;
    },

    async list(actor: Actor) {
      const rows = await findSenders(store.db, scopesOrRefuse(actor, 'cap.manage'));
      return { items: rows.map((row) => toSender(row, row.last_at)) };
    },

    async create(actor: Actor, input: CapSenderInput) {
      const columns = await columnsOf(actor, input, null, checked(input.key));
      const id = runtime.uuids() as CapSenderId;
      const token = newToken();
      const row = {
        id,
        ...columns,
        public_key: input.key === null ? null : checked(input.key),
        token_hash: hashToken(token),
        polled_at: null,
        poll_etag: null,
        poll_failure: null,
        created_at: now(),
      };
      const detail = { name: input.name, direct: input.direct };
      await record(actor, 'cap.admit', id, input.authority, detail, (trx) => insertSender(trx, row));
      return { sender: toSender(await find(actor, id), null), token };
    },

    async update(actor: Actor, id: CapSenderId, input: z.output<(typeof updateCapSender)['body']>) {
      const before = await find(actor, id);
      const key = input.keepKey ? before.public_key : checked(input.key);
      const columns = await columnsOf(actor, input, before, key);
      const isMoved = columns.poll_url !== before.poll_url;
      const change = {
        ...columns,
        active: input.active,
        ...(!input.keepKey && { public_key: input.key === null ? null : checked(input.key) }),
        ...(isMoved && { polled_at: null, poll_etag: null, poll_failure: null }),
      };
      const detail = { name: input.name, direct: input.direct, active: input.active, key: !input.keepKey };
      await record(actor, 'cap.change', id, input.authority, detail, (trx) => updateSender(trx, id, change));
      return toSender(await find(actor, id), null);
    },

    async renewToken(actor: Actor, id: CapSenderId) {
      const { authority, name } = await find(actor, id);
      const token = newToken();
      const change = { token_hash: hashToken(token) };
      await record(actor, 'cap.token', id, authority, { name }, (trx) => updateSender(trx, id, change));
      return { token };
    },
  };
}

export type Senders = ReturnType<typeof createSenders>;

function checked(pem: string | null): string | null {
  if (pem === null) return null;
  try {
    readKey(pem);
    return pem;
  } catch (error) {
    if (error instanceof RangeError) throw wrong('key', '请粘贴 PEM 格式的 RSA 公钥或证书，至少 2048 位');
    throw error;
  }
}

const wrong = (path: string, message: string) => new ProblemError('bad-input', { errors: [{ path, message }] });

const toSender = (row: SenderRow, lastAt: CapSender['lastAt']): CapSender => ({
  id: row.id,
  name: row.name,
  identity: row.identity,
  authority: row.authority,
  authorityName: row.authority_name,
  mustSign: row.public_key !== null,
  fingerprint: row.public_key === null ? null : readKey(row.public_key).fingerprint,
  direct: row.direct,
  poll:
    row.poll_url === null || row.poll_seconds === null ? null : { url: row.poll_url, everySeconds: row.poll_seconds },
  active: row.active,
  lastAt,
  pollFailure: row.poll_failure,
});
