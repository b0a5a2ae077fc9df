// A small catalogue as example data: a few guides of several departments, as the server would carry them.
import type { z } from 'zod';
import type { PartName } from '../../contract/catalogue.ts';
import type { CarriedGuide } from '../../contract/guides.ts';

type Guide = z.input<typeof CarriedGuide>;

/** What most of them have in common. */
const COMMON = {
  section: null,
  audience: ['person'],
  conditions: ['户口在周村区的居民', '不在本区的，先打电话问'],
  steps: ['带上材料到窗口。', '窗口核对，当场照相、按指纹。', '到期凭回执领取。'],
  promisedLimit: { kind: 'working-days', count: 20 },
  fee: { kind: 'charged', text: '每证40元', basis: '发改价格〔2003〕2322号' },
  complaintPhone: '12345',
  visits: 1,
  online: '爱山东 APP',
  lifeEvents: [],
  checkedOn: '2026-11-20',
  verified: false,
} satisfies Partial<Guide>;
const office = (name: string, place: Guide['office']['place']): Guide['office'] => ({
  name,
  address: '各镇、街道都有，就近去',
  hours: '周一至周五 上午8:30—12:00，下午1:30—5:00（法定节假日休息）',
  phone: '12345',
  place,
});
const own = (name: string, note: string | null = null): Guide['materials'][number] => ({
  name,
  form: 'original',
  copies: 1,
  source: 'own',
  note,
});

type Given = Pick<Guide, 'number' | 'department' | 'name' | 'officialName' | 'aliases' | 'readings'> & Partial<Guide>;
const guide = (given: Given): Guide => ({
  ...COMMON,
  summary: `${given.name}，就近到窗口办。`,
  materials: [own('身份证'), own('户口簿', '没有的，带户籍证明')],
  office: office('街道便民服务中心', 'service-hall'),
  result: given.officialName,
  ...given,
});

export const EXAMPLE_GUIDES: readonly Guide[] = [
  guide({
    ...{ number: '0201', department: 'police', name: '办身份证', officialName: '居民身份证首次申领' },
    aliases: ['身份证', '第一次办身份证'],
    readings: ['ban shen fen zheng', 'shen fen zheng', 'di yi ci ban shen fen zheng'],
    office: office('就近的派出所户籍窗口', 'police-station'),
  }),
  guide({
    ...{ number: '0203', department: 'police', name: '补办身份证', officialName: '居民身份证补领' },
    aliases: ['身份证丢了', '补领身份证'],
    readings: ['bu ban shen fen zheng', 'shen fen zheng diu le', 'bu ling shen fen zheng'],
    office: office('就近的派出所户籍窗口', 'police-station'),
    verified: true,
  }),
  guide({
    ...{ number: '0207', department: 'police', name: '给孩子上户口', officialName: '出生登记' },
    aliases: ['新生儿落户', '报户口'],
    readings: ['gei hai zi shang hu kou', 'xin sheng er luo hu', 'bao hu kou'],
    lifeEvents: ['birth'],
    promisedLimit: { kind: 'at-once' },
    fee: { kind: 'free' },
  }),
  guide({
    ...{ number: '0301', department: 'market', name: '开小店办执照', officialName: '个体工商户设立登记' },
    aliases: ['营业执照'],
    readings: ['kai xiao dian ban zhi zhao', 'ying ye zhi zhao'],
    lifeEvents: ['work'],
    audience: ['person', 'organisation'],
  }),
  guide({
    ...{ number: '0601', department: 'health', name: '办老年人体检', officialName: '老年人健康管理' },
    aliases: ['免费体检'],
    readings: ['ban lao nian ren ti jian', 'mian fei ti jian'],
    lifeEvents: ['old-age', 'illness'],
    promisedLimit: { kind: 'at-once' },
    fee: { kind: 'free' },
  }),
  guide({
    ...{ number: '0701', department: 'labour', name: '交居民医保', officialName: '城乡居民基本医疗保险参保登记' },
    aliases: ['医保', '合作医疗'],
    readings: ['jiao ju min yi bao', 'yi bao', 'he zuo yi liao'],
    section: '医保',
    lifeEvents: ['illness'],
  }),
  guide({
    ...{ number: '0801', department: 'civil-affairs', name: '领结婚证', officialName: '内地居民结婚登记' },
    aliases: ['结婚登记'],
    readings: ['ling jie hun zheng', 'jie hun deng ji'],
    lifeEvents: ['marriage'],
    promisedLimit: { kind: 'at-once' },
    fee: { kind: 'free' },
  }),
  guide({
    ...{ number: '0802', department: 'civil-affairs', name: '办老年优待证', officialName: '老年人优待证办理' },
    aliases: ['老年证', '老年卡'],
    readings: ['ban lao nian you dai zheng', 'lao nian zheng', 'lao nian ka'],
    lifeEvents: ['old-age'],
    fee: { kind: 'free' },
  }),
  guide({
    ...{ number: '1001', department: 'water', name: '新装自来水', officialName: '居民用水报装' },
    aliases: ['开通水'],
    readings: ['xin zhuang zi lai shui', 'kai tong shui'],
    lifeEvents: ['home'],
  }),
  guide({
    ...{ number: '1101', department: 'power', name: '新装电表', officialName: '低压居民新装' },
    aliases: ['装电表'],
    readings: ['xin zhuang dian biao', 'zhuang dian biao'],
    lifeEvents: ['home'],
    fee: { kind: 'free' },
  }),
  guide({
    ...{ number: '1201', department: 'gas', name: '开通天然气', officialName: '居民用气报装' },
    aliases: ['装天然气'],
    readings: ['kai tong tian ran qi', 'zhuang tian ran qi'],
    lifeEvents: ['home'],
  }),
];

/** Each part as the text that is served. */
export function exampleParts(guides: readonly Pick<Guide, 'department' | 'number'>[] = EXAMPLE_GUIDES) {
  const departments = [...new Set(guides.map(({ department }) => department))];
  const parts: { name: PartName; content: unknown }[] = departments.map((department) => ({
    name: `guides/${department}`,
    content: guides.filter((each) => each.department === department),
  }));
  return [...parts, { name: 'popular', content: ['0203', '0802'] }].map(({ name, content }) => ({
    name,
    text: JSON.stringify(content),
  }));
}
