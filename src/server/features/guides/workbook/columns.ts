// The columns of a sheet of guides: how a field is written into a cell, and what a cell says of it. Pure.
import { DEPARTMENTS } from '../../../../contract/departments.ts';
import {
  AUDIENCES,
  GUIDE_TYPES,
  type GuideInput,
  LIFE_EVENTS,
  MATERIAL_FORMS,
  MATERIAL_SOURCES,
  type Material,
} from '../../../../contract/guides.ts';
import { PLACE_KINDS } from '../../../../contract/places.ts';
import { DEPARTMENT_NAMES } from '../../../../domain/guides/department-names.ts';
import {
  AUDIENCE_NAMES,
  FORM_NAMES,
  FREE,
  feeText,
  LIFE_EVENT_NAMES,
  limitText,
  parseLimit,
  SOURCE_NAMES,
  TYPE_NAMES,
} from '../../../../domain/guides/words.ts';
import { PLACE_KIND_NAMES } from '../../../../domain/places/kind-names.ts';

export interface Column {
  /** Into GuideInput: office.phone */
  readonly path: string;
  readonly heading: string;
  /** In characters. */
  readonly width: number;
  readonly write: (guide: GuideInput) => string;
  /** What goes to the path; anything, to be checked as a whole afterwards. */
  readonly read: (cell: string) => unknown;
}

const BAR = '｜';
const lines = (cell: string): string[] =>
  cell
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
const written = (texts: readonly string[]): string => texts.join('\n');
const orNull = (cell: string): string | null => (cell === '' ? null : cell);

/** The choice that is called so; the cell itself where none is, to be refused as what it says. */
const choiceOf = <T extends string>(choices: readonly T[], names: Readonly<Record<T, string>>, cell: string): string =>
  choices.find((choice) => names[choice] === cell) ?? cell;

const text = (path: string, heading: string, width: number, write: (guide: GuideInput) => string): Column => ({
  path,
  heading,
  width,
  write,
  read: (cell) => cell,
});
const list = (
  path: string,
  heading: string,
  width: number,
  write: (guide: GuideInput) => readonly string[],
): Column => ({
  path,
  heading,
  width,
  write: (guide) => written(write(guide)),
  read: lines,
});

const LINE_EACH = '（一行一条）';

export const COLUMNS: readonly Column[] = [
  text('number', '编号', 8, ({ number }) => number),
  {
    path: 'department',
    heading: '部门',
    width: 10,
    write: ({ department }) => DEPARTMENT_NAMES[department],
    read: (cell) => choiceOf(DEPARTMENTS, DEPARTMENT_NAMES, cell),
  },
  {
    path: 'section',
    heading: '分类（没有就空着）',
    width: 12,
    write: ({ section }) => section ?? '',
    read: orNull,
  },
  text('name', '名称', 20, ({ name }) => name),
  text('officialName', '事项名称', 26, ({ officialName }) => officialName),
  list('aliases', `别名${LINE_EACH}`, 20, ({ aliases }) => aliases),
  {
    path: 'readings',
    heading: '读音（拼音不对时才填，一行一个：单县=shan xian）',
    width: 22,
    write: ({ readings }) => written(Object.entries(readings).map(([word, reading]) => `${word}=${reading}`)),
    read: (cell) => Object.fromEntries(lines(cell).map((line) => line.split(/\s*[=＝]\s*/, 2))),
  },
  {
    path: 'type',
    heading: '事项类型',
    width: 14,
    write: ({ type }) => TYPE_NAMES[type],
    read: (cell) => choiceOf(GUIDE_TYPES, TYPE_NAMES, cell),
  },
  {
    path: 'audience',
    heading: `服务对象${LINE_EACH}`,
    width: 10,
    write: ({ audience }) => written(audience.map((each) => AUDIENCE_NAMES[each])),
    read: (cell) => lines(cell).map((line) => choiceOf(AUDIENCES, AUDIENCE_NAMES, line)),
  },
  text('summary', '一句话说明', 34, ({ summary }) => summary),
  text('body', '行使主体', 20, ({ body }) => body),
  list('basis', `设定依据${LINE_EACH}`, 30, ({ basis }) => basis),
  list('conditions', `受理条件${LINE_EACH}`, 40, ({ conditions }) => conditions),
  {
    path: 'materials',
    heading: `申请材料（一行一样：名称${BAR}原件${BAR}1份${BAR}自己有${BAR}说明）`,
    width: 44,
    write: ({ materials }) => written(materials.map(materialLine)),
    read: (cell) => lines(cell).map(readMaterial),
  },
  list('steps', `办理流程${LINE_EACH}`, 50, ({ steps }) => steps),
  {
    path: 'legalLimit',
    heading: '法定时限（没有就空着）',
    width: 14,
    write: ({ legalLimit }) => (legalLimit ? limitText(legalLimit) : ''),
    read: (cell) => (cell === '' ? null : (parseLimit(cell) ?? cell)),
  },
  {
    path: 'promisedLimit',
    heading: '承诺时限',
    width: 14,
    write: ({ promisedLimit }) => limitText(promisedLimit),
    read: (cell) => parseLimit(cell) ?? cell,
  },
  text('fee.text', `收费（不收的写：${FREE}）`, 24, ({ fee }) => feeText(fee)),
  text('fee.basis', '收费依据（不收的空着）', 24, ({ fee }) => (fee.kind === 'charged' ? fee.basis : '')),
  text('office.name', '办理地点', 24, ({ office }) => office.name),
  text('office.address', '地址', 30, ({ office }) => office.address),
  text('office.hours', '办理时间', 34, ({ office }) => office.hours),
  text('office.phone', '咨询电话', 16, ({ office }) => office.phone),
  {
    path: 'office.place',
    heading: '就近的便民地点（没有就空着）',
    width: 16,
    write: ({ office }) => (office.place ? PLACE_KIND_NAMES[office.place] : ''),
    read: (cell) => orNull(choiceOf(PLACE_KINDS, PLACE_KIND_NAMES, cell)),
  },
  text('complaintPhone', '投诉电话', 12, ({ complaintPhone }) => complaintPhone),
  text('result', '办理结果', 20, ({ result }) => result),
  {
    path: 'visits',
    heading: '到现场次数',
    width: 10,
    write: ({ visits }) => String(visits),
    read: (cell) => (/^\d+$/.test(cell) ? Number(cell) : cell),
  },
  {
    path: 'online',
    heading: '网上办理（不能就空着）',
    width: 30,
    write: ({ online }) => online ?? '',
    read: orNull,
  },
  {
    path: 'lifeEvents',
    heading: `遇到的事${LINE_EACH}`,
    width: 12,
    write: ({ lifeEvents }) => written(lifeEvents.map((each) => LIFE_EVENT_NAMES[each])),
    read: (cell) => lines(cell).map((line) => choiceOf(LIFE_EVENTS, LIFE_EVENT_NAMES, line)),
  },
  text('checkedOn', '核验日期', 12, ({ checkedOn }) => checkedOn),
];

function materialLine({ name, form, copies, source, note }: Material): string {
  const parts = [name, FORM_NAMES[form], `${copies}份`, SOURCE_NAMES[source]];
  return (note === null ? parts : [...parts, note]).join(BAR);
}

function readMaterial(line: string): unknown {
  const [name = '', form = '', copies = '', source = '', ...note] = line.split(/\s*[|｜]\s*/);
  const count = /^(\d)\s*份?$/.exec(copies)?.[1];
  return {
    name,
    form: choiceOf(MATERIAL_FORMS, FORM_NAMES, form),
    copies: count === undefined ? copies : Number(count),
    source: choiceOf(MATERIAL_SOURCES, SOURCE_NAMES, source),
    note: orNull(note.join(BAR)),
  };
}

/** Blanks and remarks in brackets are forgiven: 别名（一行一条） */
export const plainHeading = (heading: string): string => heading.normalize('NFKC').replace(/\(.*$|\s/g, '');
