// `linli guides check`: are the guides in order, those that come with the system or those in the store? Code 1 where not.
import { defineCommand } from 'citty';
import { listGuides, readGuide } from '../../contract/guide-calls.ts';
import type { GuideInput } from '../../contract/guides.ts';
import { dayOf } from '../../domain/time/almanac.ts';
import { checkGuides, type Remark } from '../../server/features/guides/check.ts';
import { readShipped } from '../../server/seed/guides.ts';
import { withServer } from '../ask.ts';
import { complaining } from '../complain.ts';
import { guideTexts as TEXTS } from '../texts/guides.zh-CN.ts';

const PAGE_SIZE = 100;

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
      const { guides, unreadable } = args.server ? await fromStore() : await fromFiles();
      const remarks = [...unreadable, ...checkGuides(guides, dayOf(Date.now()))];
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
  readonly unreadable: readonly Remark[];
}

async function fromFiles(): Promise<Collected> {
  const items = await readShipped();
  return {
    guides: items.flatMap(({ parsed }) => (parsed.success ? [parsed.data] : [])),
    unreadable: items.flatMap(({ file, item, parsed }) =>
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

const fromStore = (): Promise<Collected> =>
  withServer(async ({ ask }) => {
    const guides: GuideInput[] = [];
    for (let page = 1; ; page += 1) {
      const { items, total } = await ask(listGuides, { query: { page, pageSize: PAGE_SIZE } });
      for (const { number } of items) guides.push((await ask(readGuide, { params: { number } })).content);
      if (page * PAGE_SIZE >= total) return { guides, unreadable: [] };
    }
  });
