// What the categories are called: the same word on the television, in the console and in the editor's form.
import type { NoticeCategory } from '../../contract/notices.ts';

export const CATEGORY_NAMES: Readonly<Record<NoticeCategory, string>> = {
  general: '通知',
  outage: '停水停电',
  service: '办事服务',
  safety: '平安提醒',
  activity: '社区活动',
  policy: '政策公开',
};
