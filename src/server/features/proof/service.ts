// Proof of display: read while boxes report, and handed out as a workbook whose hash is on record in the audit log.
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { ItemId } from '../../../contract/ids.ts';
import type { listProofBoxes, Proof, ProofBox, ProofFigures, readProof } from '../../../contract/proof.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { maskSmartCard } from '../../../domain/boxes/mask.ts';
import { curveOf, rungsFor } from '../../../domain/proof/ladder.ts';
import { overlapOf } from '../../../domain/proof/regions.ts';
import { childWidth, kindOf } from '../../../domain/regions/code.ts';
import { canonicalBytes } from '../../../domain/signing/content-hash.ts';
import { scopesOrRefuse } from '../../access.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import { type AuditService, recordAudit } from '../audit/service.ts';
import type { RegionService } from '../regions/service.ts';
import { countBoxes, findSent, type GapBox, type Look, pageOfGaps, type Sent, type Sum } from './store.ts';
import { proofWorkbook } from './workbook.ts';

/** More boxes than this are counted in a workbook, and listed in those of smaller regions. */
const LISTED_MOST = 20_000;

type Query = z.output<(typeof readProof)['query']>;

/** What a workbook holds, and what its hash is over. */
export interface Evidence {
  readonly proof: Proof;
  readonly boxes: readonly ProofBox[];
  /** How many there are; `boxes` are the first of them. */
  readonly missing: number;
}

/** Printed on a workbook. `hash`: SHA-256 in hex of the RFC 8785 form of its evidence. */
export interface Stamp {
  readonly hash: string;
  readonly by: string;
  /** Of the audit log's chain when it was made. */
  readonly head: { readonly link: number; readonly hash: string };
}

export function createProofService(deps: {
  store: Store;
  runtime: Runtime;
  regions: Pick<RegionService, 'names'>;
  audit: Pick<AuditService, 'head'>;
}) {
  const { store, runtime } = deps;
  const now = () => instantOf(runtime.clock());

  /** @throws ProblemError not-found where the item was sent nowhere the actor may look */
  async function lookAt(actor: Actor, item: ItemId, query: Query) {
    const scopes = scopesOrRefuse(actor, 'proof.read');
    const sent = await findSent(store.db, item);
    const shown = sent.find(({ revision }) => revision === (query.revision ?? newestOf(sent)));
    const of = sent.filter(({ revision }) => revision === shown?.revision);
    const seen = overlapOf(
      of.map(({ region_code }) => region_code),
      scopes,
    );
    const regions = query.region ? overlapOf(seen, [query.region]) : seen;
    if (!shown || regions.length === 0) throw new ProblemError('not-found');
    const look: Look = { item, revision: shown.revision, regions };
    return { look, shown, revisions: revisionsOf(sent) };
  }

  async function read(actor: Actor, id: ItemId, query: Query): Promise<Proof> {
    const { look, shown, revisions } = await lookAt(actor, id, query);
    const { item, at: publishedAt } = shown;
    const [only, ...others] = look.regions;
    const isDetailed = only !== undefined && others.length === 0 && kindOf(only) !== 'household';
    const rungs = rungsFor(runtime.clock() - Date.parse(publishedAt));
    const instants = rungs.map((seconds) => instantOf(Date.parse(publishedAt) + seconds * 1_000));
    const width = isDetailed ? childWidth(only) : null;
    const { sums, arrivals, refusals } = await countBoxes(store.db, look, { width, rungs: instants });
    const names = await deps.regions.names([...look.regions, ...sums.map(({ code }) => code)]);
    const named = (code: RegionCode) => ({ code, name: names.get(code) ?? code });
    const items = sums.map((sum) => ({ region: named(sum.code), figures: figuresOf(sum) }));
    return {
      item: { id, kind: item.kind, title: item.title, source: item.source },
      revision: look.revision,
      revisions,
      publishedAt,
      asOf: now(),
      regions: look.regions.map(named),
      total: totalOf(items.map(({ figures }) => figures)),
      items,
      curve: curveOf(rungs, arrivals),
      refusals: [...refusals],
    };
  }

  return {
    read,

    async boxes(actor: Actor, item: ItemId, query: z.output<(typeof listProofBoxes)['query']>) {
      const { look } = await lookAt(actor, item, query);
      const { page, pageSize, gap } = query;
      const range = { gap, now: now(), offset: (page - 1) * pageSize, limit: pageSize };
      const { rows, total } = await pageOfGaps(store.db, look, range);
      return { items: rows.map(toBox), total, page, pageSize };
    },

    /** The workbook; who took it, the hash of its figures and of the file are on record before it is handed out. */
    async workbook(actor: Actor, item: ItemId, query: Query): Promise<{ file: Buffer; proof: Proof }> {
      const proof = await read(actor, item, query);
      const { look } = await lookAt(actor, item, query);
      const range = { gap: undefined, now: proof.asOf, offset: 0, limit: LISTED_MOST };
      const { rows, total } = await pageOfGaps(store.db, look, range);
      const evidence: Evidence = { proof, boxes: rows.map(toBox), missing: total };
      const stamp: Stamp = { hash: sha256(canonicalBytes(evidence)), by: actor.name, head: await deps.audit.head() };
      const file = await proofWorkbook(evidence, stamp);
      const detail = { revision: proof.revision, figuresHash: stamp.hash, fileHash: sha256(file) };
      const [region = null] = look.regions;
      await store.transaction((trx) =>
        recordAudit(trx, { at: proof.asOf, actor, action: 'proof.export', subject: item, region, detail }),
      );
      return { file, proof };
    },
  };
}

export type ProofService = ReturnType<typeof createProofService>;

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A cancel is sent as a revision too, and seldom what is asked about. */
function newestOf(sent: readonly Sent[]): number | undefined {
  const standing = sent.filter(({ item }) => item.kind !== 'alert' || item.standing);
  return (standing.at(-1) ?? sent.at(-1))?.revision;
}

/** Each with when it was first sent; `sent` is in order. */
function revisionsOf(sent: readonly Sent[]): Proof['revisions'] {
  const first = new Map(sent.toReversed().map(({ revision, at }) => [revision, at]));
  return [...first].map(([revision, at]) => ({ revision, at })).sort((one, other) => one.revision - other.revision);
}

const figuresOf = ({ addressed, received, verified, rendered, read, refused, not_joined }: Sum): ProofFigures => ({
  addressed,
  received,
  verified,
  rendered,
  read,
  refused,
  notJoined: not_joined,
});

function totalOf(figures: readonly ProofFigures[]): ProofFigures {
  const sum = (name: keyof ProofFigures) => figures.reduce((total, each) => total + each[name], 0);
  return {
    addressed: sum('addressed'),
    received: sum('received'),
    verified: sum('verified'),
    rendered: sum('rendered'),
    read: sum('read'),
    refused: sum('refused'),
    notJoined: sum('notJoined'),
  };
}

const toBox = ({ id, name, place, smart_card, gap, reason, since }: GapBox): ProofBox => ({
  id,
  name,
  place,
  smartCard: smart_card && maskSmartCard(smart_card),
  gap,
  reason,
  since,
});
