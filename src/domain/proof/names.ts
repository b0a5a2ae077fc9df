// What the words of a proof of display are: the same on its page and in its workbook.
import type { ProofGap, ProofStep } from '../../contract/proof.ts';
import type { Refusal } from '../../contract/signing.ts';

export const STEP_NAMES: Readonly<Record<ProofStep, string>> = {
  received: '已收到',
  verified: '已验签',
  rendered: '已显示',
  read: '已读完',
  refused: '已拒收',
};

export const GAP_NAMES: Readonly<Record<ProofGap, string>> = {
  refused: '拒收',
  'not-drawn': '收到未显示',
  lagging: '在线未收到',
  offline: '离线',
  'never-seen': '从未开机',
  'not-joined': '未开通或已停用',
};

export const REFUSAL_NAMES: Readonly<Record<Refusal, string>> = {
  unsigned: '没有签名',
  forged: '签名不对',
  'key-unknown': '不认识的密钥',
  'key-revoked': '密钥已作废',
  elsewhere: '不是发给本地区的',
  replayed: '旧内容重发',
  'too-early': '时间未到',
  expired: '已过期',
  malformed: '格式不对',
};
