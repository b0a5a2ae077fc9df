// Providers that are none: they answer over HTTP as real ones do, each in a format of its own, and badly where they are told.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Utility } from '../../../contract/bills.ts';
import type { Day, Instant } from '../../../contract/time.ts';

export interface SimulatedBill {
  readonly from: Day;
  readonly to: Day;
  readonly fen: number;
  readonly due: Day;
  readonly usage: string | null;
  readonly paid: boolean;
}

export interface SimulatedAccount {
  readonly balanceFen: number;
  readonly bills: readonly SimulatedBill[];
}

export interface SimulatedOutage {
  readonly number: string;
  readonly areas: readonly string[];
  readonly from: Instant;
  readonly to: Instant | null;
  readonly text: string;
}

export interface SimulatedWorld {
  account(utility: Utility, number: string): SimulatedAccount | undefined;
  outages(utility: Utility): readonly SimulatedOutage[];
}

export type Misbehaviour =
  | 'hang'
  | 'drip'
  | 'hang-up'
  | 'error-500'
  | 'redirect'
  | 'login-page'
  | 'broken'
  | 'entities'
  | 'huge'
  | 'negative'
  | 'absurd'
  | 'fraction'
  | 'other-account';

/** The utilities it answers for; gas drops files. */
export type SimulatedUtility = Exclude<Utility, 'gas'>;

const HUGE_BYTES = 10 * 1024 * 1024;
const DRIP_MS = 20;
const LOGIN = '<!DOCTYPE html><html><body><form><input name="password"></form></body></html>';
const ENTITIES = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r><no>&x;</no></r>';

export async function startSimulator(world: SimulatedWorld) {
  const faults = new Map<Utility, Misbehaviour>();
  const asked = new Map<Utility, number>();
  const dripping = new Set<NodeJS.Timeout>();

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://simulator');
    const [, utility, call] = pathname.split('/');
    if (!isSimulated(utility)) return void response.writeHead(404).end();
    asked.set(utility, (asked.get(utility) ?? 0) + 1);
    const fault = faults.get(utility);
    if (fault && misbehave(response, fault)) return;
    if (call === 'outages') return void send(response, utility, FORMATS[utility].outages(world.outages(utility)));
    const number = searchParams.get('account') ?? '';
    const account = world.account(utility, number);
    if (!account) return void response.writeHead(404).end();
    const told = fault === 'other-account' ? `${number.slice(0, -1)}x` : number;
    send(response, utility, FORMATS[utility].bills(told, spoilt(account, fault)));
  }

  /** True: it is answered, or never will be. */
  function misbehave(response: ServerResponse, fault: Misbehaviour): boolean {
    if (fault === 'hang') return true;
    if (fault === 'hang-up') response.destroy();
    else if (fault === 'error-500') response.writeHead(500).end('Internal Server Error');
    else if (fault === 'redirect') response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end();
    else if (fault === 'login-page') response.writeHead(200, { 'content-type': 'text/html' }).end(LOGIN);
    else if (fault === 'broken') response.end('{"data": {"userNo": "1", "bills": [<resp><bill>');
    else if (fault === 'entities') response.end(ENTITIES);
    else if (fault === 'huge') response.end(Buffer.alloc(HUGE_BYTES, ' '));
    else if (fault === 'drip') {
      const timer = setInterval(() => response.write(' '), DRIP_MS);
      dripping.add(timer);
      response.on('close', () => clearInterval(timer));
    } else return false;
    return true;
  }

  const server = createServer(answer);
  // It serves this process alone, and must not be what keeps it alive.
  server.unref();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    /** From now on, until told otherwise; null: it answers well. */
    misbehave(utility: Utility, fault: Misbehaviour | null): void {
      if (fault) faults.set(utility, fault);
      else faults.delete(utility);
    },
    /** How often it was asked. */
    asked: (utility: Utility): number => asked.get(utility) ?? 0,
    async stop(): Promise<void> {
      for (const timer of dripping) clearInterval(timer);
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

interface Format {
  readonly type: string;
  bills(account: string, told: Spoilt): string;
  outages(told: readonly SimulatedOutage[]): string;
}
/** Amounts as they will be written, in yuan. */
interface Spoilt extends SimulatedAccount {
  readonly yuan: readonly string[];
}

const isSimulated = (utility: string | undefined): utility is SimulatedUtility =>
  utility !== undefined && utility in FORMATS;

function spoilt(account: SimulatedAccount, fault: Misbehaviour | undefined): Spoilt {
  const wrong = { negative: '-46.80', absurd: '98765432.10', fraction: '46.805' }[String(fault)];
  return { ...account, yuan: account.bills.map(({ fen }, index) => (index === 0 && wrong) || yuanOf(fen)) };
}

/** 4680 -> 46.80 */
export const yuanOf = (fen: number): string =>
  `${fen < 0 ? '-' : ''}${Math.floor(Math.abs(fen) / 100)}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;

const compact = (day: Day): string => day.replaceAll('-', '');
/** 2026-11-27 08:30, as it is in China. */
const localTime = (instant: Instant): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

const FORMATS: Readonly<Record<SimulatedUtility, Format>> = {
  water: {
    type: 'application/json',
    bills: (account, { bills, yuan }) =>
      // Numbers, as their system writes them.
      `{"code":0,"data":{"userNo":"${account}","bills":[${bills
        .map(
          ({ from, to, due, usage, paid }, index) =>
            `{"start":"${from}","end":"${to}","amount":${yuan[index]},"payBy":"${due}","volume":${usage},"state":"${paid ? '已缴' : '未缴'}"}`,
        )
        .join(',')}]}}`,
    outages: (told) =>
      JSON.stringify({
        code: 0,
        data: told.map(({ number, areas, from, to, text }) => ({ id: number, areas, start: from, end: to, text })),
      }),
  },
  power: {
    type: 'application/xml',
    bills: (account, { bills, yuan, balanceFen }) =>
      `<?xml version="1.0" encoding="UTF-8"?><resp><consNo>${account}</consNo><prepaid>${yuanOf(balanceFen)}</prepaid><list>${bills
        .map(
          ({ from, due, usage, paid }, index) =>
            `<bill month="${compact(from).slice(0, 6)}"><money>${yuan[index]}</money><due>${compact(due)}</due><kwh>${usage}</kwh><paid>${paid ? 'Y' : 'N'}</paid></bill>`,
        )
        .join('')}</list></resp>`,
    outages: (told) =>
      `<?xml version="1.0" encoding="UTF-8"?><resp><list>${told
        .map(
          ({ number, areas, from, to, text }) =>
            `<plan no="${number}"><area>${areas.join('、')}</area><from>${localTime(from)}</from><to>${to ? localTime(to) : ''}</to><reason>${text}</reason></plan>`,
        )
        .join('')}</list></resp>`,
  },
  tv: {
    type: 'application/json',
    bills: (account, { bills, yuan, balanceFen }) =>
      JSON.stringify({
        card: account,
        credit: String(balanceFen),
        months: bills.map(({ from, due, paid }, index) => ({
          month: from.slice(0, 7),
          fen: (yuan[index] ?? '').replace('.', ''),
          due,
          paid,
        })),
      }),
    outages: (told) => JSON.stringify(told),
  },
};

function send(response: ServerResponse, utility: SimulatedUtility, body: string): void {
  response.writeHead(200, { 'content-type': FORMATS[utility].type }).end(body);
}
