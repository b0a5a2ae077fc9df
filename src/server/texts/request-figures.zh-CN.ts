// What figures and exported rows of requests say.
import { LIGHT_NAMES, TIME_CLASS_NAMES } from '../../domain/requests/names.ts';

export const requestFigureTexts = {
  total: '合计',
  own: (name: string) => `${name}（没有分到下一级）`,
  month: (month: string) => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`,
  endsBefore: '结束日期比开始日期早',
  lights: LIGHT_NAMES,
  timeClasses: TIME_CLASS_NAMES,
  columns: [
    '编号',
    '类别',
    '时限类别',
    '进度',
    '地点',
    '承办',
    '登记时间',
    '期限',
    '时限',
    '答复时间',
    '结束时间',
    '评分',
    '反映人数',
    '督办',
  ],
  yes: '是',
  no: '否',
} as const;
