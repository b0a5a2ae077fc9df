// The guides that the product ships, as every box carries them.
import { readdirSync, readFileSync } from 'node:fs';
import { type CarriedGuide, GuideInput } from '../../src/contract/guides.ts';
import { carry } from '../../src/domain/guides/carry.ts';
import { readingsOf } from '../../src/server/features/guides/readings.ts';
import type { Catalogue } from '../../src/tv/catalogue/catalogue.ts';
import { CATALOGUE } from './examples.ts';

const SEED = new URL('../../src/server/seed/guides/', import.meta.url);

export const SHIPPED: readonly CarriedGuide[] = readdirSync(SEED)
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => JSON.parse(readFileSync(new URL(file, SEED), 'utf8')) as unknown[])
  .map((item) => GuideInput.parse(item))
  .map((guide) =>
    carry(
      guide,
      readingsOf(guide).map(({ text }) => text),
    ),
  )
  .sort((one, other) => (one.number < other.number ? -1 : 1));

export const SHIPPED_CATALOGUE: Catalogue = {
  ...CATALOGUE,
  guides: SHIPPED,
};
