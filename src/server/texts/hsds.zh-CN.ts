// What the open data of guides says besides what departments wrote.

export const hsdsTexts = {
  organization: (department: string) => `周村区${department}`,
  aboutOrganization: (department: string) => `周村区${department}方面的办事部门和单位`,
  unverified: '内容待部门核实，以窗口为准',
  askPhone: '咨询电话',
  complaint: '投诉电话',
  fee: '收费',
  area: '山东省淄博市周村区',
  language: '中文',
  taxonomy: '遇到的事',
  aboutTaxonomy: '按居民一生中会遇到的事，把要办的事项归在一起',
  aboutTerm: (event: string) => `${event}时要办的事项`,
} as const;
