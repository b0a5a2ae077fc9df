// What a machine sees in a guide before a person publishes it: what cannot be so, and what is worth a second look.
import type { GuideInput, TimeLimit } from '../../contract/guides.ts';
import type { Day } from '../../contract/time.ts';
import { departmentOf } from './number.ts';
import { isPlausiblePhone } from './phone.ts';

/** `fault`: wrong. `note`: to be looked at. */
export const FOUND_LEVELS = {
  'number-department': 'fault',
  'number-twice': 'fault',
  'name-twice': 'fault',
  'alias-twice': 'note',
  phone: 'fault',
  placeholder: 'fault',
  'no-materials': 'note',
  'one-step': 'note',
  'no-amount': 'note',
  'limit-longer': 'fault',
  'nowhere-online': 'fault',
  'checked-ahead': 'fault',
  unread: 'fault',
  'reading-length': 'fault',
  'reading-idle': 'note',
  officialese: 'note',
} as const;
type FoundCode = keyof typeof FOUND_LEVELS;

/** A finding that is still to be put into words. */
export interface Found {
  readonly code: FoundCode;
  /** Into GuideInput: steps.2 */
  readonly path: string;
  /** The word, sign or number it is about. */
  readonly what?: string;
}

/** Of another guide, in which the same name must not stand. */
export type Neighbour = Pick<GuideInput, 'number' | 'name' | 'aliases'>;

const PLACEHOLDER = /待补充|待定|待核实|暂无|×{2,}|[xX]{3,}|某某|TODO|\?\?|？？/;
/** What nobody says aloud. Not looked for where the law's own words belong: official name, body, basis. */
const OFFICIALESE = [
  '予以',
  '兹',
  '特此',
  '逾期',
  '届时',
  '之日起',
  '有关规定',
  '相关规定',
  '有关部门',
  '相关部门',
  '有关材料',
  '相关材料',
  '相关手续',
  '依法依规',
  '行政相对人',
  '办结',
  '应当',
  '须持',
  '需持',
  '凭此',
  '贵局',
  '规定的其他',
];
const WORKING_DAYS_A_WEEK = 5;

export function findingsOf(
  guide: GuideInput,
  given: {
    readonly today: Day;
    readonly others: readonly Neighbour[];
    /** Signs of name and aliases that no reading is known of. */
    readonly unread: readonly { readonly path: string; readonly what: string }[];
  },
): Found[] {
  return [
    ...numberOf(guide, given.others),
    ...fieldsOf(guide, given.today),
    ...given.unread.map((each): Found => ({ code: 'unread', ...each })),
    ...readingsOf(guide),
    ...wordsOf(guide),
  ];
}

function numberOf(guide: GuideInput, others: readonly Neighbour[]): Found[] {
  const { number, department, name, aliases } = guide;
  const found: Found[] = [];
  if (departmentOf(number) !== department) found.push({ code: 'number-department', path: 'number' });
  for (const other of others) {
    const what = `${other.number} ${other.name}`;
    if (other.number === number) found.push({ code: 'number-twice', path: 'number', what });
    if (other.name === name) found.push({ code: 'name-twice', path: 'name', what });
    for (const [index, alias] of aliases.entries())
      if (other.name === alias || other.aliases.includes(alias))
        found.push({ code: 'alias-twice', path: `aliases.${index}`, what });
  }
  for (const [index, alias] of aliases.entries())
    if (alias === name || aliases.indexOf(alias) < index)
      found.push({ code: 'alias-twice', path: `aliases.${index}`, what: `${number} ${name}` });
  return found;
}

function fieldsOf(guide: GuideInput, today: Day): Found[] {
  const found: Found[] = [];
  const add = (code: FoundCode, path: string, what?: string) =>
    found.push({ code, path, ...(what !== undefined && { what }) });
  if (!isPlausiblePhone(guide.office.phone)) add('phone', 'office.phone', guide.office.phone);
  if (!isPlausiblePhone(guide.complaintPhone)) add('phone', 'complaintPhone', guide.complaintPhone);
  if (guide.materials.length === 0 && guide.type !== 'service') add('no-materials', 'materials');
  if (guide.steps.length === 1) add('one-step', 'steps');
  if (guide.fee.kind === 'charged' && !/[\d一二两三四五六七八九十百千]/.test(guide.fee.text))
    add('no-amount', 'fee.text');
  if (guide.legalLimit && daysOf(guide.promisedLimit) > daysOf(guide.legalLimit)) add('limit-longer', 'promisedLimit');
  if (guide.visits === 0 && guide.online === null && !isByPhone(guide)) add('nowhere-online', 'visits');
  if (guide.checkedOn > today) add('checked-ahead', 'checkedOn');
  return found;
}

/** Who never comes and has no page to go to does it by telephone, or has it brought home. */
const isByPhone = ({ steps }: GuideInput): boolean => steps.some((step) => /打|电话|拨|上门|不用|自动/.test(step));

/** In calendar days, for comparing limits of different kinds: a week has five working days. */
function daysOf(limit: TimeLimit): number {
  if (limit.kind === 'at-once') return 0;
  if (limit.kind === 'hours') return limit.count / 24;
  return limit.kind === 'days' ? limit.count : (limit.count * 7) / WORKING_DAYS_A_WEEK;
}

/** An override has a syllable for each sign of its word, and its word stands in the name or in an alias. */
function readingsOf({ name, aliases, readings }: GuideInput): Found[] {
  return Object.entries(readings).flatMap(([word, reading]): Found[] => {
    const path = `readings.${word}`;
    if (reading.split(' ').length !== [...word].length) return [{ code: 'reading-length', path, what: word }];
    const isUsed = [name, ...aliases].some((text) => text.includes(word));
    return isUsed ? [] : [{ code: 'reading-idle', path, what: word }];
  });
}

function wordsOf(guide: GuideInput): Found[] {
  const { name, summary, conditions, materials, steps, office, result, online } = guide;
  const spoken: [string, string | null][] = [
    ['name', name],
    ['summary', summary],
    ...conditions.map((text, index): [string, string] => [`conditions.${index}`, text]),
    ...materials.flatMap((each, index): [string, string | null][] => [
      [`materials.${index}.name`, each.name],
      [`materials.${index}.note`, each.note],
    ]),
    ...steps.map((text, index): [string, string] => [`steps.${index}`, text]),
    ['office.name', office.name],
    ['office.address', office.address],
    ['office.hours', office.hours],
    ['result', result],
    ['online', online],
  ];
  return spoken.flatMap(([path, text]): Found[] => {
    if (text === null) return [];
    const [placeholder] = PLACEHOLDER.exec(text) ?? [];
    const words = OFFICIALESE.filter((word) => text.includes(word));
    return [
      ...(placeholder === undefined ? [] : [{ code: 'placeholder' as const, path, what: placeholder }]),
      ...words.map((what) => ({ code: 'officialese' as const, path, what })),
    ];
  });
}
