// What was wrong with a provider's answer, in a sentence for whoever mends it; no account and no amount stands in one.
import type { Fault } from '../providers/port.ts';

const FAULTS: Readonly<Record<Fault, (place: number | undefined) => string>> = {
  time: () => '没有在规定时间内回答',
  connection: () => '连不上，请核对地址和网络',
  status: (status) => `对方回答了错误 ${status}`,
  'too-large': () => '回答超过 1 MB',
  encoding: () => '回答的文字编码不对',
  json: () => '回答不是 JSON，可能是登录页',
  xml: () => '回答不是完整的 XML，或带有文档类型声明',
  folder: () => '打不开存放文件的文件夹',
  'no-file': () => '文件夹里没有完整的 CSV 文件',
  list: () => '找不到清单，请核对字段位置',
  account: () => '回答的不是所问的户号',
  amount: (place) => `第 ${place} 条账单的金额不对`,
  balance: () => '余额不对',
  period: (place) => `第 ${place} 条账单的账期不对`,
  due: (place) => `第 ${place} 条账单的缴费期限不对`,
  usage: (place) => `第 ${place} 条账单的用量不对`,
  'status-word': (place) => `第 ${place} 条账单的缴费状态不认识`,
  number: (place) => `第 ${place} 条停供计划没有编号，或编号重复`,
  areas: (place) => `第 ${place} 条停供计划没有写明范围`,
  times: (place) => `第 ${place} 条停供计划的时间不对`,
  text: (place) => `第 ${place} 条停供计划没有说明，或说明太长`,
  paused: () => '接连失败，暂停询问一会儿',
  crowded: () => '同时询问的人太多',
  fault: () => '处理回答时出错，详情见服务器日志',
};

export const faultText = (fault: Fault, place: number | undefined): string => FAULTS[fault](place);
