// Documents that come in: read, judged, handed to the alerts, and kept with what came of them, the refused ones too.
import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { ALERT_LIMITS, AlertContent } from '../../../contract/alerts.ts';
import type { CapOutcome } from '../../../contract/cap-calls.ts';
import type { CapMessageId } from '../../../contract/ids.ts';
import { fitWording, shortened } from '../../../domain/cap/fit.ts';
import { checkOrigin, judge } from '../../../domain/cap/judge.ts';
import { Refusal } from '../../../domain/cap/refusal.ts';
import type { Warning } from '../../../domain/cap/warning.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Database } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { CAP_TEXTS } from '../../texts/cap.zh-CN.ts';
import { recordAudit } from '../audit/service.ts';
import type { RegionService } from '../regions/service.ts';
import type { Alerts } from './alerts-port.ts';
import { type Outcome, reasonOf, refused, stored, toMessage, wireOf } from './outcome.ts';
import { type Format, glance, open, type Reading, read, type Unproven } from './read-document.ts';
import { readKey } from './signature.ts';
import {
  dropRefused,
  findAccepted,
  findByBytes,
  findByIdentity,
  findReferred,
  lockSender,
  type SenderRow,
  upsertMessage,
} from './store.ts';

/** Refused documents that are kept of one sender. */
const REFUSED_KEPT = 500;
/** Of a refused document no more than its beginning is kept. */
const REFUSED_BYTES = 64 * 1024;
/** How long a warning is shown whose document does not tell: CAP leaves it to whoever receives it. */
const DEFAULT_MINUTES = 24 * 60;

interface Document {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** Undefined where it could not be read at all. */
  readonly unproven: Unproven | undefined;
}

export function createIntake(deps: {
  store: Store;
  runtime: Runtime;
  regions: Pick<RegionService, 'names'>;
  alerts: Alerts;
}) {
  const { store, runtime } = deps;

  /** `format`: what the caller was told to send; null takes either. `sender` null: nobody here knows who sent it. */
  async function receive(sender: SenderRow | null, document: Document, format: Format | null): Promise<CapOutcome> {
    const before = await findByBytes(store.db, sender?.id ?? null, document.sha256);
    if (before && before.state !== 'refused') return { message: toMessage(before), duplicate: true };
    try {
      if (!document.unproven) open(document.bytes);
      if (!document.unproven || (format && document.unproven.format !== format)) throw new Refusal('namespace');
      if (!sender) throw new Refusal('sender-unknown');
      const reading = prove(sender, document.unproven);
      const content = reading.warning && (await contentOf(sender, reading.warning));
      return await store.transaction((trx) => carryOut(trx, sender, document, { ...reading, content }));
    } catch (error) {
      if (!(error instanceof Refusal || error instanceof ProblemError)) throw error;
      return store.transaction(async (trx) => {
        const kept = { ...document, bytes: document.bytes.subarray(0, REFUSED_BYTES) };
        const message = await keep(trx, sender, kept, null, refused(error));
        await dropRefused(trx, sender?.id ?? null, REFUSED_KEPT);
        return { message, duplicate: false };
      });
    }
  }

  /** @throws Refusal */
  function prove(sender: SenderRow, unproven: Unproven): Reading {
    const now = runtime.clock();
    const reading = read(unproven, sender.public_key === null ? null : readKey(sender.public_key), now);
    if (reading.warning) judge(reading.warning, sender, now);
    else checkOrigin(reading, sender, now);
    return reading;
  }

  /** What is new and what it refers to is decided with the sender held: no two of its documents at a time. */
  async function carryOut(
    trx: Transaction<Database>,
    sender: SenderRow,
    document: Document,
    reading: Reading & { readonly content: AlertContent | null },
  ): Promise<CapOutcome> {
    await lockSender(trx, sender.id);
    const raced = await findByBytes(trx, sender.id, document.sha256);
    if (raced && raced.state !== 'refused') return { message: toMessage(raced), duplicate: true };
    if (await findAccepted(trx, sender.id, reading.identifier, reading.sentAt)) throw new Refusal('identity-reused');
    const outcome = reading.warning
      ? await warn(trx, sender, reading.warning, {
          content: reading.content,
          format: document.unproven?.format ?? 'cap',
        })
      : stored(reading.receipt);
    return { message: await keep(trx, sender, document, reading, outcome), duplicate: false };
  }

  async function warn(
    trx: Transaction<Database>,
    sender: SenderRow,
    warning: Warning,
    { content, format }: { readonly content: AlertContent | null; readonly format: Format },
  ): Promise<Outcome> {
    if (warning.purpose === 'platform-rehearsal' || warning.purpose === 'front-end-rehearsal') return stored('test');
    const referred = await findReferred(trx, sender.id, warning.references);
    if (warning.act !== 'issue' && !referred) throw new Refusal('reference-unknown');
    const alert = referred?.alert_id ?? null;
    // What it cancels was not for screens either.
    if (warning.act === 'cancel' && !alert) return stored('test');
    const { id, revision } = await deps.alerts.prepareFromOutside(trx, {
      act: alert ? warning.act : 'issue',
      alert,
      origin: format,
      rehearsal: warning.purpose === null ? null : warning.purpose !== 'actual',
      authority: sender.authority,
      content,
      cap: wireOf(warning),
      reason: reasonOf(warning),
      direct: sender.direct,
    });
    // It was cancelled before anyone saw it.
    if (revision === null) return { state: 'stored', reason: null, detail: CAP_TEXTS.neverShown, alert: id };
    return { state: sender.direct ? 'released' : 'waiting', reason: null, detail: null, alert: id };
  }

  async function contentOf(sender: SenderRow, { content }: Warning): Promise<AlertContent | null> {
    if (!content) return null;
    const names = await deps.regions.names(content.regions);
    if (content.regions.some((region) => !names.has(region))) throw new Refusal('region-unknown');
    const { severity, sound, validFrom, validTo, regions, source } = content;
    const parsed = AlertContent.safeParse({
      ...fitWording(content),
      severity,
      sound: sound ?? (severity === 'red' || severity === 'orange'),
      source: shortened(source ?? sender.name, ALERT_LIMITS.source),
      regions,
      validFrom,
      validity: validTo === null ? { minutes: DEFAULT_MINUTES } : { until: validTo },
    });
    if (!parsed.success) throw new Refusal('too-long', parsed.error.issues[0]?.path.join('/'));
    return parsed.data;
  }

  async function keep(
    trx: Transaction<Database>,
    sender: SenderRow | null,
    { bytes, sha256, unproven }: Document,
    reading: Reading | null,
    outcome: Outcome,
  ) {
    const seen = unproven ? glance(unproven) : { identifier: '', title: '' };
    const { alert, ...rest } = outcome;
    const row = await upsertMessage(trx, {
      id: runtime.uuids() as CapMessageId,
      sender_id: sender?.id ?? null,
      at: instantOf(runtime.clock()),
      format: unproven?.format ?? 'cap',
      sha256,
      document: bytes,
      identifier: reading?.identifier ?? seen.identifier,
      sent_at: reading?.sentAt ?? null,
      title: seen.title,
      alert_id: alert,
      ...rest,
    });
    const message = toMessage({ ...row, sender: sender?.name ?? null });
    // Rubbish is kept apart and bounded; the audit log is for what was taken.
    if (row.state === 'refused') return message;
    await recordAudit(trx, {
      at: row.at,
      actor: null,
      action: 'cap.receive',
      subject: row.id,
      region: sender?.authority ?? null,
      detail: { sender: message.sender, identifier: row.identifier, state: row.state },
    });
    return message;
  }

  return {
    receive: (sender: SenderRow, bytes: Uint8Array, format: Format | null) =>
      receive(sender, documentOf(bytes), format),

    /** Of whoever the document says: where a file is handed in by hand. */
    async receiveFile(bytes: Uint8Array): Promise<CapOutcome> {
      const document = documentOf(bytes);
      const claimed = document.unproven && glance(document.unproven).sender;
      const sender = claimed ? await findByIdentity(store.db, claimed) : undefined;
      return receive(sender?.active ? sender : null, document, null);
    },
  };
}

export type Intake = ReturnType<typeof createIntake>;

function documentOf(bytes: Uint8Array): Document {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  try {
    return { bytes, sha256, unproven: open(bytes) };
  } catch (error) {
    if (error instanceof Refusal) return { bytes, sha256, unproven: undefined };
    throw error;
  }
}
