// `linli coverage`: households with an active two-way HD box, as a table for people or as one JSON object.
import { defineCommand } from 'citty';
import { ACTIVE_DAYS, type CoverageRow, readCoverage } from '../contract/coverage.ts';
import { withServer } from './ask.ts';
import { complaining } from './complain.ts';
import { coverageTexts as TEXTS } from './texts/coverage.zh-CN.ts';

const WIDE_FROM = 0x2e80;

export const coverage = defineCommand({
  meta: { name: 'coverage', description: 'Coverage of a region and of its children, as of a day' },
  args: {
    'as-of': { type: 'string', description: 'the day, 2026-11-24; today unless told' },
    region: { type: 'string', description: 'code of a district, town or community; the district unless told' },
    days: {
      type: 'string',
      description: 'seen within so many days counts as active',
      default: `${ACTIVE_DAYS.default}`,
    },
    json: { type: 'boolean', description: 'one JSON object', default: false },
  },
  run: ({ args }) =>
    complaining(async () => {
      const query = { asOf: args['as-of'], region: args.region, days: args.days };
      const answer = await withServer(({ ask }) => ask(readCoverage, { query }));
      if (args.json) return void process.stdout.write(`${JSON.stringify(answer)}\n`);
      const rows = [answer.total, ...answer.items].map(cellsOf);
      process.stdout.write(`${TEXTS.title(answer.asOf, answer.activeDays)}\n${tableOf([TEXTS.columns, ...rows])}\n`);
    }),
});

const cellsOf = (row: CoverageRow): string[] => [
  row.name,
  String(row.households),
  String(row.covered),
  row.percent === null ? TEXTS.none : `${row.percent.toFixed(1)}%`,
  row.target === null ? TEXTS.reached(row.reached, row.communities) : `${row.target}%`,
];

/** Names to the left, figures to the right. */
function tableOf(rows: readonly (readonly string[])[]): string {
  const columns = rows[0]?.length ?? 0;
  const widths = Array.from({ length: columns }, (_, at) => Math.max(...rows.map((row) => widthOf(row[at] ?? ''))));
  return rows.map((row) => row.map((cell, at) => padded(cell, widths[at] ?? 0, at === 0)).join('  ')).join('\n');
}

/** In columns of a terminal: everything from the CJK blocks on takes two. */
const widthOf = (text: string): number =>
  [...text].reduce((width, char) => width + ((char.codePointAt(0) ?? 0) >= WIDE_FROM ? 2 : 1), 0);

function padded(text: string, width: number, left: boolean): string {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(text)));
  return left ? text + blanks : blanks + text;
}
