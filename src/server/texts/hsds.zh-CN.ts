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
} as const;
