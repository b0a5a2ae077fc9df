// What the departments are called: the same word on the television, in the console and on a phone.
import type { Department } from '../../contract/departments.ts';

export const DEPARTMENT_NAMES: Readonly<Record<Department, string>> = {
  'public-order': '综治',
  police: '公安',
  market: '市场监管',
  housing: '住建',
  transport: '交通',
  health: '卫健',
  labour: '人社',
  'civil-affairs': '民政',
  justice: '司法',
  water: '供水',
  power: '供电',
  gas: '燃气',
};
