// What the page of a guide says besides what its department wrote: the television's words, and those for the law's part.
import type { CarriedGuide } from '../../contract/guides.ts';
import { FORM_NAMES, FREE, SOURCE_NAMES } from '../../domain/guides/words.ts';

type Material = CarriedGuide['materials'][number];

export const guidePageTexts = {
  number: '办事编号',
  atCounter: '到窗口报这个编号',
  checked: (day: string) => `${day} 核对`,
  unverified: '内容待部门核实，以窗口为准',
  sections: ['谁能办', '带什么', '去哪办', '多久多少钱', '怎么办'],
  audience: { person: '个人能办', organisation: '单位能办', both: '个人、单位都能办' },
  noMaterials: '不用带材料',
  material: ({ name, form, copies }: Material) => `${name}（${FORM_NAMES[form]} ${copies} 份）`,
  source: ({ source }: Material) => (source === 'own' ? '' : SOURCE_NAMES[source]),
  where: '去哪里',
  address: '地址',
  hours: '什么时候办',
  phone: '打电话问',
  online: '不出门也能办',
  visits: (times: number) => (times === 0 ? '不用跑，网上就能办' : `要跑 ${times} 趟`),
  limit: '多久办好',
  fee: '多少钱',
  free: FREE,
  feeBasis: '收费依据',
  result: '办好拿到什么',
  law: '谁规定的',
  officialName: '正式名称',
  type: '事项类型',
  body: '哪个部门管',
  basis: '设定依据',
  legalLimit: '法定时限',
  noLegalLimit: '没有规定',
  complaint: '办得不满意，打',
  print: '可以打印出来带上',
  gone: '找不到这项办事指南',
  goneHint: '它可能已经撤下或者换了编号，请在电视上再找一找，或者打 12345 问。',
} as const;
