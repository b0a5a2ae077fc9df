// `linli guides check`: are the guides in order, those that come with the system or those in the store? Code 1 where not.
import { defineCommand } from 'citty';
import { GUIDES_WORKBOOK_PATH } from '../../contract/guide-calls.ts';
import type { GuideInput } from '../../contract/guides.ts';
import { listPlaces } from '../../contract/places.ts';
import { PLACE_KIND_NAMES } from '../../domain/places/kind-names.ts';
import { dayOf } from '../../domain/time/almanac.ts';
import { checkGuides, type Remark } from '../../server/features/guides/check.ts';
import { sheetRows } from '../../server/features/guides/workbook/read.ts';
import { readRow } from '../../server/features/guides/workbook/row.ts';
import { readShipped } from '../../server/seed/guides.ts';
import { type Client, withServer } from '../ask.ts';
import { complaining } from '../complain.ts';
import { guideTexts as TEXTS } from '../texts/guides.zh-CN.ts';

export const check = defineCommand({
  meta: { name: 'check', description: 'Look for faults in the service guides' },
  args: {
    server: {
      type: 'boolean',
      description: 'those in the store; else those that come with the system',
      default: false,
    },
    faults: { type: 'boolean', description: 'leave out what is only worth a second look', default: false },
    json: { type: 'boolean', description: 'one JSON object', default: false },
  },
  run: ({ args }) =>
    complaining(async () => {
      const { guides, remarks: more } = args.server ? await fromStore() : await fromFiles();
      const remarks = [...more, ...checkGuides(guides, dayOf(Date.now()))];
      const shown = args.faults ? remarks.filter(({ level }) => level === 'fault') : remarks;
      const faults = remarks.filter(({ level }) => level === 'fault').length;
      const lines = args.json
        ? [JSON.stringify({ guides: guides.length, faults, notes: remarks.length - faults, remarks: shown })]
        : [...shown.map(TEXTS.remark), TEXTS.summary(guides.length, faults, remarks.length - faults)];
      process.stdout.write(`${lines.join('\n')}\n`);
      if (faults > 0) process.exitCode = 1;
    }),
});

interface Collected {
  readonly guides: readonly GuideInput[];
  /** Of what no guide says by itself. */
  readonly remarks: readonly Remark[];
}

async function fromFiles(): Promise<Collected> {
  const items = await readShipped();
  return {
    guides: items.flatMap(({ parsed }) => (parsed.success ? [parsed.data] : [])),
    remarks: items.flatMap(({ file, item, parsed }) =>
      parsed.success
        ? []
        : parsed.error.issues.map(
            ({ path, message }): Remark => ({
              level: 'fault',
              where: TEXTS.item(file, item),
              path: path.join('.'),
              text: message,
            }),
          ),
    ),
  };
}

/** As a sheet: all in one answer. */
const fromStore = (): Promise<Collected> =>
  withServer(async ({ send, ask }) => {
    const answer = await send(GUIDES_WORKBOOK_PATH);
    const rows = (await sheetRows(await answer.bytes())).map(({ row, cells }) => ({ row, read: readRow(cells) }));
    const guides = rows.flatMap(({ read }) => ('guide' in read ? [read.guide] : []));
    const unreadable = rows.flatMap(({ row, read }) =>
      'guide' in read
        ? []
        : read.errors.map((text): Remark => ({ level: 'fault', where: TEXTS.row(row), path: '', text })),
    );
    return { guides, remarks: [...unreadable, ...(await placesMissing(ask, guides))] };
  });

/** Kinds of places that guides send people to, and of which nobody has entered any. */
async function placesMissing(ask: Client['ask'], guides: readonly GuideInput[]): Promise<Remark[]> {
  const remarks: Remark[] = [];
  for (const kind of new Set(guides.flatMap(({ office }) => office.place ?? []))) {
    const { total } = await ask(listPlaces, { query: { kind, page: 1, pageSize: 1 } });
    if (total > 0) continue;
    const text = TEXTS.noPlace(PLACE_KIND_NAMES[kind]);
    remarks.push({ level: 'note', where: '', path: 'office.place', text });
  }
  return remarks;
}
