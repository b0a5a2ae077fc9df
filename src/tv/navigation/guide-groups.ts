// The groups in which a resident finds guides: departments, what happens in life, what is at hand; long ones in sections.
import type { Department } from '../../contract/departments.ts';
import type { CarriedGuide, GuideNumber, LifeEvent } from '../../contract/guides.ts';
import { GUIDE_TEXTS } from '../texts/guides.zh-CN.ts';
import type { Context } from './context.ts';

/** `utilities`: water, power and gas together. `handy`: favourites, what was opened here, what is looked up most. */
export type GuideGroup = Department | LifeEvent | 'utilities' | 'handy';

/** The nine departments that have a digit, in the order of the district's plan. */
export const DIGIT_DEPARTMENTS = [
  'public-order',
  'police',
  'market',
  'housing',
  'transport',
  'health',
  'labour',
  'civil-affairs',
  'justice',
] as const satisfies readonly Department[];
export const EVENTS = [
  'birth',
  'school',
  'work',
  'home',
  'marriage',
  'old-age',
  'illness',
  'death',
] as const satisfies readonly LifeEvent[];
const UTILITIES: readonly Department[] = ['water', 'power', 'gas'];

/** A group with more than three pages is shown by its sections first. */
const MOST_UNDIVIDED = 27;
const HANDY_MOST = 27;

export interface Section {
  readonly name: string;
  readonly guides: readonly CarriedGuide[];
}

const guidesOf = ({ catalogue }: Context): readonly CarriedGuide[] => catalogue?.guides ?? [];

export const findGuide = (context: Context, number: string): CarriedGuide | undefined =>
  guidesOf(context).find((guide) => guide.number === number);

/** In the order of their numbers; what is at hand in the order of its use. */
export function guidesIn(context: Context, group: GuideGroup): readonly CarriedGuide[] {
  if (group === 'handy') return handy(context);
  return guidesOf(context)
    .filter((guide) =>
      group === 'utilities'
        ? UTILITIES.indexOf(guide.department) >= 0
        : guide.department === group || guide.lifeEvents.indexOf(group as LifeEvent) >= 0,
    )
    .sort((one, other) => (one.number < other.number ? -1 : 1));
}

export const favouritesOf = ({ home }: Context): readonly GuideNumber[] => home?.favourites ?? [];

function handy(context: Context): CarriedGuide[] {
  const { openings, catalogue } = context;
  const opened = Object.keys(openings).sort((one, other) => (openings[other] ?? 0) - (openings[one] ?? 0));
  const numbers: string[] = [];
  for (const number of [...favouritesOf(context), ...opened, ...(catalogue?.popular ?? [])])
    if (numbers.indexOf(number) < 0) numbers.push(number);
  return numbers.flatMap((number) => findGuide(context, number) ?? []).slice(0, HANDY_MOST);
}

/** Empty: the group is short enough, or nothing divides it. What has no section stands under one of its own, the last. */
export function sectionsIn(context: Context, group: GuideGroup): readonly Section[] {
  const guides = guidesIn(context, group);
  if (guides.length <= MOST_UNDIVIDED) return [];
  const names: string[] = [];
  for (const guide of guides) {
    const name = sectionOf(guide, group);
    if (names.indexOf(name) < 0) names.push(name);
  }
  if (names.length < 2) return [];
  const rest = GUIDE_TEXTS.otherSection;
  const ordered = [...names.filter((name) => name !== rest), ...names.filter((name) => name === rest)];
  return ordered.map((name) => ({ name, guides: guides.filter((guide) => sectionOf(guide, group) === name) }));
}

/** A group of more than one department is divided by these. */
function sectionOf({ department, section }: CarriedGuide, group: GuideGroup): string {
  if (group !== department) return GUIDE_TEXTS.groups[department];
  return section ?? GUIDE_TEXTS.otherSection;
}

/** More than nothing: it was opened here, or it is among the most looked up; what was opened here counts for more. */
export function usageOf({
  openings,
  catalogue,
}: Pick<Context, 'openings' | 'catalogue'>): (number: GuideNumber) => number {
  const popular = catalogue?.popular ?? [];
  return (number) => {
    const place = popular.indexOf(number);
    return (openings[number] ?? 0) * popular.length + (place < 0 ? 0 : popular.length - place);
  };
}
