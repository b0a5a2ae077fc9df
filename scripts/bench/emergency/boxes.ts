// A process of the emergency benchmark's boxes: their streams, and their receipts.
import { openWire, type Wire } from '../../../src/cli/box/simulator/wire.ts';
import type { AlertItem } from '../../../src/contract/alerts.ts';
import { STREAM_PATH, sendReceipts } from '../../../src/contract/feed.ts';
import { readTrust } from '../../../src/contract/signing.ts';
import { chainOf } from '../../../src/domain/regions/code.ts';
import { signTicket } from '../../../src/server/push/ticket.ts';
import { boxIdOf, CREDENTIAL_AT, householdOf, tokenOf } from '../homes.ts';
import { micros } from '../push/protocol.ts';
import { createBox } from './box.ts';
import type { Connect, Round } from './protocol.ts';

/** Connections being opened at any time. */
const WINDOW = 128;
const TICKET_MS = 600_000;
/** As the television spreads the receipts of an alert. */
const URGENT_MS = { least: 100, spread: 1_400 };

let boxes = 0;
let round: { rendered: number[]; refused: number; forged: number } = { rendered: [], refused: 0, forged: 0 };

process.on('message', async (command: Connect) => {
  boxes = command.boxes;
  const wire = openWire(new URL(`http://127.0.0.1:${command.port}`));
  const key = Buffer.from(command.ticketKey, 'hex');
  const from = micros();
  const waiting = Array.from({ length: boxes }, (_, n) => command.first + n).values();
  const openEach = async () => {
    for (const n of waiting) await open(wire, n, command, key);
  };
  await Promise.all(Array.from({ length: WINDOW }, openEach));
  process.send?.((micros() - from) / 1e3);
});
process.on('disconnect', () => process.exit());

async function open(wire: Wire, n: number, { communities }: Connect, key: Buffer): Promise<void> {
  const chain = chainOf(householdOf(communities, n));
  const { body } = await wire.call('GET', readTrust.path, { token: tokenOf(n) });
  const box = createBox(chain, body);
  const ticket = {
    box: boxIdOf(n),
    chain,
    credentialAt: CREDENTIAL_AT,
    since: '',
    exp: Date.now() + TICKET_MS,
  } as const;

  function take(text: string): void {
    const outcome = box.hear(text);
    if ('shown' in outcome) {
      round.rendered.push(micros());
      thank(wire, n, outcome.shown, new Date().toISOString());
    } else {
      round.refused += 1;
      if (outcome.reason === 'forged') round.forged += 1;
    }
    settle();
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
  round = { rendered: [], refused: 0, forged: 0 };
}
