// What is said of guides in writing: findings and what a sheet's row is refused for.
import type { Department } from '../../contract/departments.ts';
import type { LifeEvent } from '../../contract/guides.ts';
import { DEPARTMENT_NAMES } from '../../domain/guides/department-names.ts';
import type { Found } from '../../domain/guides/findings.ts';
import { LIFE_EVENT_NAMES } from '../../domain/guides/words.ts';

const FOUND: Readonly<Record<Found['code'], (what: string) => string>> = {
  'number-department': () => '编号的前两位不是这个部门的号',
  'number-twice': (what) => `编号已经用了：${what}`,
  'name-twice': (what) => `名称和另一项一样：${what}`,
  'alias-twice': (what) => `别名重复：${what}`,
  phone: (what) => `不像打得通的电话：${what}`,
  placeholder: (what) => `还没有写完：${what}`,
  'no-materials': () => '没有写要带什么，请看看是不是真的什么都不用带',
  'one-step': () => '办理步骤只有一步，请看看是不是说清楚了',
  'no-amount': () => '收费没有写多少钱',
  'limit-longer': () => '承诺的时限比法定的还长',
  'nowhere-online': () => '写着不用跑，却没有写在哪里网上办',
  'checked-ahead': () => '核验日期在今天之后',
  unread: (what) => `拼音里没有这个字，按拼音搜不到：${what}`,
  'reading-length': (what) => `读音的音节数和字数不一样：${what}`,
  'reading-idle': (what) => `名称和别名里没有这个词：${what}`,
  officialese: (what) => `居民不这样说话，换个说法：${what}`,
};

export const guideTexts = {
  system: '系统',
  found: ({ code, what = '' }: Found): string => FOUND[code](what),
  numberOfOther: '编号要和地址里的一样',
  departmentFixed: '已有的编号不能换部门',
  doubtful: (character: string, readings: readonly (readonly [string, readonly string[]])[]) =>
    `多音字“${character}”，请读一读对不对：${readings.map(([reading, words]) => `${reading}（${[...new Set(words)].join('、')}）`).join('，')}`,
  emptyDepartment: (department: Department) => `${DEPARTMENT_NAMES[department]}一项办事指南也没有`,
  emptyLifeEvent: (event: LifeEvent) => `“${LIFE_EVENT_NAMES[event]}”下面一项办事指南也没有`,
  sheet: '办事指南',
  cell: (heading: string, message: string) => `${heading}：${message}`,
  line: (number: number) => `第 ${number} 行`,
  spoilt: '被表格软件改过了，请把这一格设为“文本”格式，重新填写',
  rowTwice: '前面的行已经用了这个编号',
  notOwn: '不是您部门的办事指南',
  notAWorkbook: '请上传从这里下载的 XLSX 文件，第一行是列名。',
  tooManyRows: (most: number) => `一次最多 ${most} 行，请分成几个文件。`,
  headingsMissing: (missing: readonly string[]) =>
    `第一行缺少这些列：${missing.join('、')}。请先下载一份，照它的列名填。`,
} as const;
