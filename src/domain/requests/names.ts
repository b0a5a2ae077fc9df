// What states, lights, actions and kinds of requests are called, for staff and in the open data.
import type { ActionKind, Light, RequestGroup, RequestState, TimeClass, WhenChoice } from '../../contract/requests.ts';

export const STATE_NAMES: Readonly<Record<RequestState, string>> = {
  received: '待派单',
  assigned: '已派单',
  handling: '办理中',
  suspended: '已挂起',
  answered: '已答复',
  closed: '已办结',
  merged: '已合并',
  withdrawn: '已撤回',
};

export const LIGHT_NAMES: Readonly<Record<Light, string>> = {
  green: '时间够',
  yellow: '快到期',
  red: '已超时',
  stopped: '暂停计时',
  none: '不计时',
};

export const TIME_CLASS_NAMES: Readonly<Record<TimeClass, string>> = {
  emergency: '紧急',
  utility: '水电气暖',
  consultation: '咨询',
  ordinary: '一般',
  complex: '复杂',
};

export const GROUP_NAMES: Readonly<Record<RequestGroup, string>> = {
  repair: '报修',
  complaint: '投诉',
  mediation: '调解',
  consultation: '咨询',
  suggestion: '建议',
  volunteer: '为老志愿',
  dish: '小耳朵举报',
  subsidy: '优惠补贴',
  broadband: '宽带联系',
};

export const WHEN_NAMES: Readonly<Record<WhenChoice, string>> = {
  any: '什么时候都行',
  morning: '上午',
  afternoon: '下午',
  evening: '晚上',
  weekend: '周末',
};

/** The word of each move, for its button and in the record. */
export const ACTION_NAMES: Readonly<Record<ActionKind, string>> = {
  receive: '登记',
  follow: '又有人反映',
  assign: '派单',
  decline: '退单',
  start: '开始办理',
  join: '请人会办',
  classify: '改类别',
  note: '添加说明',
  'ask-extension': '申请延期',
  extend: '同意延期',
  'refuse-extension': '不同意延期',
  suspend: '挂起',
  resume: '恢复办理',
  urge: '催办',
  supervise: '督办',
  answer: '答复',
  'call-back': '回访',
  rework: '退回重办',
  close: '办结',
  merge: '合并',
  withdraw: '撤回',
  rate: '评价',
};
