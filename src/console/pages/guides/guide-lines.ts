// A guide as lines of text, field by field: what a person reads, and what two revisions are compared by.
import type { GuideInput, Material } from '../../../contract/guides.ts';
import { DEPARTMENT_NAMES } from '../../../domain/guides/department-names.ts';
import {
  AUDIENCE_NAMES,
  FORM_NAMES,
  feeText,
  LIFE_EVENT_NAMES,
  limitText,
  SOURCE_NAMES,
  TYPE_NAMES,
} from '../../../domain/guides/words.ts';
import { PLACE_KIND_NAMES } from '../../../domain/places/kind-names.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.guides;

export type FieldName = keyof typeof words.fields;
export type GroupName = keyof typeof words.groups;

/** One after the other on the page; `isList`: its lines are counted. */
interface Field {
  readonly name: FieldName;
  readonly isList?: true;
  readonly lines: (guide: GuideInput) => readonly string[];
}

const orNone = (text: string | null): string[] => (text === null ? [] : [text]);

export const GROUPS: readonly { readonly name: GroupName; readonly fields: readonly Field[] }[] = [
  {
    name: 'basics',
    fields: [
      { name: 'number', lines: ({ number }) => [number] },
      { name: 'department', lines: ({ department }) => [DEPARTMENT_NAMES[department]] },
      { name: 'section', lines: ({ section }) => orNone(section) },
      { name: 'name', lines: ({ name }) => [name] },
      { name: 'officialName', lines: ({ officialName }) => [officialName] },
      { name: 'summary', lines: ({ summary }) => [summary] },
      { name: 'type', lines: ({ type }) => [TYPE_NAMES[type]] },
      { name: 'audience', lines: ({ audience }) => [audience.map((each) => AUDIENCE_NAMES[each]).join('、')] },
      { name: 'body', lines: ({ body }) => [body] },
      { name: 'result', lines: ({ result }) => [result] },
    ],
  },
  { name: 'who', fields: [{ name: 'conditions', isList: true, lines: ({ conditions }) => conditions }] },
  {
    name: 'materials',
    fields: [{ name: 'materials', isList: true, lines: ({ materials }) => materials.map(materialText) }],
  },
  {
    name: 'steps',
    fields: [
      { name: 'steps', isList: true, lines: ({ steps }) => steps },
      { name: 'visits', lines: ({ visits }) => [words.visitsOf(visits)] },
      { name: 'online', lines: ({ online }) => orNone(online) },
    ],
  },
  {
    name: 'limits',
    fields: [
      { name: 'promisedLimit', lines: ({ promisedLimit }) => [limitText(promisedLimit)] },
      { name: 'legalLimit', lines: ({ legalLimit }) => [legalLimit ? limitText(legalLimit) : words.noLegalLimit] },
      { name: 'fee', lines: ({ fee }) => [feeText(fee)] },
      { name: 'fee.basis', lines: ({ fee }) => (fee.kind === 'charged' ? [fee.basis] : []) },
    ],
  },
  {
    name: 'office',
    fields: [
      { name: 'office.name', lines: ({ office }) => [office.name] },
      { name: 'office.address', lines: ({ office }) => [office.address] },
      { name: 'office.hours', lines: ({ office }) => [office.hours] },
      { name: 'office.phone', lines: ({ office }) => [office.phone] },
      { name: 'office.place', lines: ({ office }) => (office.place ? [PLACE_KIND_NAMES[office.place]] : []) },
      { name: 'complaintPhone', lines: ({ complaintPhone }) => [complaintPhone] },
    ],
  },
  { name: 'basis', fields: [{ name: 'basis', isList: true, lines: ({ basis }) => basis }] },
  {
    name: 'search',
    fields: [
      { name: 'aliases', lines: ({ aliases }) => aliases },
      { name: 'readings', lines: ({ readings }) => Object.entries(readings).map(([word, read]) => `${word}：${read}`) },
      {
        name: 'lifeEvents',
        lines: ({ lifeEvents }) => lifeEvents.map((each) => LIFE_EVENT_NAMES[each]),
      },
    ],
  },
  {
    name: 'check',
    fields: [
      { name: 'checkedOn', lines: ({ checkedOn }) => [checkedOn] },
      { name: 'verified', lines: ({ verified }) => [verified ? words.isVerified : words.notVerified] },
    ],
  },
];

/** 户口簿，原件，1 份，自己有，未成年人才要 */
function materialText({ name, form, copies, source, note }: Material): string {
  return [name, FORM_NAMES[form], words.copies(copies), SOURCE_NAMES[source], ...orNone(note)].join('，');
}

/** What the field at a path of GuideInput is called: steps.2 -> 怎么办，第 3 条 */
export function pathText(path: string): string {
  const known: Readonly<Record<string, string>> = words.fields;
  const [name = '', at] = path.split('.');
  const label = known[path] ?? known[name] ?? path;
  return at !== undefined && /^\d+$/.test(at) ? texts.guideEditor.line(label, Number(at) + 1) : label;
}
