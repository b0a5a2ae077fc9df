// What those who have cases are called in figures and filters.
import type { Keeper } from '../../contract/request-figures.ts';
import { DEPARTMENT_NAMES } from '../guides/department-names.ts';

export const KEEPER_NAMES: Readonly<Record<Keeper, string>> = {
  ...DEPARTMENT_NAMES,
  operator: '有线电视',
  offices: '镇街和社区',
  nobody: '还没派单',
};
