// The boxes' process of the emergency benchmark: each box decides as a television does what to show of what is proved, and
// sends its receipts.
import { openWire, type Wire } from '../../../src/cli/box/simulator/wire.ts';
import type { AlertItem } from '../../../src/contract/alerts.ts';
import { STREAM_PATH, sendReceipts } from '../../../src/contract/feed.ts';
import { readTrust } from '../../../src/contract/signing.ts';
import { isInForce } from '../../../src/domain/alerts/in-force.ts';
import { presentationOf } from '../../../src/domain/alerts/presentation.ts';
import { chainOf } from '../../../src/domain/regions/code.ts';
import { checkEntry, checkPlace, type Last } from '../../../src/domain/signing/check-entry.ts';
import { checkTrust, type KeyOf, keysIn } from '../../../src/domain/signing/trust.ts';
import { verifyNatively } from '../../../src/server/ed25519.ts';
import { signTicket } from '../../../src/server/push/ticket.ts';
import { boxIdOf, CREDENTIAL_AT, householdOf, tokenOf } from '../homes.ts';
import { micros } from '../push/protocol.ts';
import type { Connect, Round } from './protocol.ts';

/** Connections being opened at any time. */
const WINDOW = 256;
const TICKET_MS = 600_000;
/** As the television spreads the receipts of an alert. */
const URGENT_MS = { least: 100, spread: 1_400 };

type Proof = ReturnType<typeof checkEntry>;

let boxes = 0;
let round: { rendered: number[]; refused: number } = { rendered: [], refused: 0 };

process.on('message', async (command: Connect) => {
  boxes = command.boxes;
  const wire = openWire(new URL(`http://127.0.0.1:${command.port}`));
  const key = Buffer.from(command.ticketKey, 'hex');
  const prove = proverWith(await readKeys(wire));
  const from = micros();
  const waiting = Array.from({ length: boxes }, (_, n) => n).values();
  const openEach = async () => {
    for (const n of waiting) await open(wire, n, command, key, prove);
  };
  await Promise.all(Array.from({ length: WINDOW }, openEach));
  process.send?.((micros() - from) / 1e3);
});
process.on('disconnect', () => process.exit());

async function readKeys(wire: Wire): Promise<KeyOf> {
  const { body } = await wire.call('GET', readTrust.path, { token: tokenOf(0) });
  const checked = checkTrust(body, { root: null, version: 0 }, verifyNatively);
  if ('fault' in checked) throw new Error(`the list of keys: ${checked.fault}`);
  return keysIn(checked.list);
}

/** The signature of a text is proved once: real boxes have a processor each, these share one. */
function proverWith(keyOf: KeyOf): (text: string) => Proof {
  const proved = new Map<string, Proof>();
  return (text) => {
    const known = proved.get(text) ?? checkEntry(JSON.parse(text), keyOf, verifyNatively);
    proved.set(text, known);
    return known;
  };
}

function open(
  wire: Wire,
  n: number,
  { communities }: Connect,
  key: Buffer,
  prove: (text: string) => Proof,
): Promise<void> {
  const chain = chainOf(householdOf(communities, n));
  const ticket = {
    box: boxIdOf(n),
    chain,
    credentialAt: CREDENTIAL_AT,
    since: '',
    exp: Date.now() + TICKET_MS,
  } as const;
  const held = new Map<string, Last>();

  function take(text: string): void {
    const alert = believed(prove(text));
    if (alert) {
      round.rendered.push(micros());
      thank(wire, n, alert, new Date().toISOString());
    } else round.refused += 1;
    settle();
  }

  /** What this box shows over everything; null: it shows nothing. */
  function believed(entry: Proof): AlertItem | null {
    if ('reason' in entry || entry.action !== 'put') return null;
    const now = Date.now();
    if (checkPlace(entry, { chain, held: held.get(entry.id), gone: undefined, now }) !== null) return null;
    held.set(entry.id, { revision: entry.revision, seq: entry.seq });
    const alert = entry.item as unknown as AlertItem;
    return isInForce(alert, { now, sure: true }) && presentationOf(alert, false) === 'full' ? alert : null;
  }

  return new Promise((resolve, reject) => {
    wire.stream(
      `${STREAM_PATH}?ticket=${signTicket(key, ticket)}`,
      ({ name, data }) => {
        if (name === 'beat') resolve();
        if (name === 'entry') take(data);
      },
      () => reject(new Error('a stream was closed')),
    );
  });
}

function thank(wire: Wire, n: number, { id, revision }: AlertItem, at: string): void {
  const receipts = ['received', 'verified', 'rendered'].map((step) => ({ item: id, revision, step, at }));
  const wait = URGENT_MS.least + Math.random() * URGENT_MS.spread;
  setTimeout(() => void wire.call('POST', sendReceipts.path, { token: tokenOf(n), body: { receipts } }), wait);
}

function settle(): void {
  if (round.rendered.length + round.refused < boxes) return;
  process.send?.(round satisfies Round);
  round = { rendered: [], refused: 0 };
}
