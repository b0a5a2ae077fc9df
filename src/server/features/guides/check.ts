// All guides looked at together, as `linli guides check` tells it: what is wrong, and what is worth a second look.
import { DEPARTMENTS } from '../../../contract/departments.ts';
import { type GuideInput, LIFE_EVENTS } from '../../../contract/guides.ts';
import type { Day } from '../../../contract/time.ts';
import { FOUND_LEVELS } from '../../../domain/guides/findings.ts';
import { guideTexts as TEXTS } from '../../texts/guides.zh-CN.ts';
import { findIn } from './findings.ts';
import { readingOf } from './readings.ts';

export interface Remark {
  readonly level: 'fault' | 'note';
  /** The guide's number; a file where it cannot be read, nothing where it is about all of them. */
  readonly where: string;
  readonly path: string;
  readonly text: string;
}

/** By number. Some may be used twice here: that is one of the faults. */
export function checkGuides(guides: readonly GuideInput[], today: Day): Remark[] {
  const all = [...guides].sort((one, other) => (one.number < other.number ? -1 : 1));
  return [...all.flatMap((guide) => remarksOn(guide, all, today)), ...doubtsIn(all), ...gapsIn(all)];
}

function remarksOn(guide: GuideInput, all: readonly GuideInput[], today: Day): Remark[] {
  const others = all.filter((other) => other !== guide);
  return findIn(guide, others, today).map(
    (each): Remark => ({
      level: FOUND_LEVELS[each.code],
      where: guide.number,
      path: each.path,
      text: TEXTS.found(each),
    }),
  );
}

/** Characters with several readings that nobody has decided: a person who reads the words aloud hears what is wrong. */
function doubtsIn(guides: readonly GuideInput[]): Remark[] {
  const words = new Map<string, Map<string, string[]>>();
  for (const { name, aliases, readings } of guides)
    for (const text of [name, ...aliases])
      for (const { character, taken } of readingOf(text, readings).doubtful) {
        const byReading = words.get(character) ?? new Map<string, string[]>();
        words.set(character, byReading.set(taken, [...(byReading.get(taken) ?? []), text]));
      }
  return [...words].sort().map(([character, byReading]) => ({
    level: 'note',
    where: '',
    path: 'readings',
    text: TEXTS.doubtful(character, [...byReading]),
  }));
}

/** Tiles of the television under which nothing stands. */
function gapsIn(guides: readonly GuideInput[]): Remark[] {
  const empty = (path: string, text: string): Remark => ({ level: 'fault', where: '', path, text });
  return [
    ...DEPARTMENTS.filter((each) => !guides.some(({ department }) => department === each)).map((each) =>
      empty('department', TEXTS.emptyDepartment(each)),
    ),
    ...LIFE_EVENTS.filter((each) => !guides.some(({ lifeEvents }) => lifeEvents.includes(each))).map((each) =>
      empty('lifeEvents', TEXTS.emptyLifeEvent(each)),
    ),
  ];
}
