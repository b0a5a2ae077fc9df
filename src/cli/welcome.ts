// What a newcomer reads after the start: addresses, demo log-ins, and a television to open with one click.
import path from 'node:path';
import type { Config } from '../server/config.ts';
import type { Server } from '../server/main.ts';
import { DEMO_SHEET } from '../server/seed/demo.ts';

/** One box of each demo community is enough to try; all are in the file. */
const BOXES_SHOWN = 2;

export function welcome(server: Server, config: Config): string {
  const { url, demo } = server;
  const lines = [
    '',
    '  Linli 邻里 is running',
    '',
    `  Console    ${url}/console/`,
    `  Television ${url}/tv/`,
    `  API        ${url}/api/docs`,
    `  Store      ${storeLine(server, config)}`,
  ];
  if (demo)
    lines.push(
      '',
      ...staffLines(demo),
      '',
      ...boxLines(demo, url),
      '',
      `  All of them: ${path.join(config.dataDir, DEMO_SHEET)}`,
    );
  if (server.operator) lines.push('', ...operatorLines(server.operator));
  return `${lines.join('\n')}\n\n`;
}

const operatorLines = ({ account, password }: NonNullable<Server['operator']>) => [
  '  The first log-in, told only once; it asks for a password of your own',
  `    ${account}   ${password}`,
];

type Demo = NonNullable<Server['demo']>;

const storeLine = (server: Server, config: Config) =>
  server.storeKind === 'postgres'
    ? 'PostgreSQL'
    : `embedded, in ${config.dataDir}: for trying out and for a single community; set DATABASE_URL for more`;

/** Passwords are printed by the first start only. */
function staffLines({ sheet, fresh }: Demo): string[] {
  if (!fresh) return ['  Demo log-ins: made at the first start, see the file below'];
  return [
    '  Demo log-ins',
    ...sheet.staff.map(({ account, password, duty }) => `    ${account.padEnd(10)} ${password}   ${duty}`),
  ];
}

function boxLines({ sheet }: Demo, url: string): string[] {
  const places = [...new Set(sheet.boxes.map((box) => box.place))];
  const shown = places.flatMap((place) => sheet.boxes.filter((box) => box.place === place).slice(0, BOXES_SHOWN));
  return [
    '  Demo televisions',
    ...shown.map(({ place, name, token }) => `    ${url}/tv/#box=${token}   ${place} ${name}`),
  ];
}
