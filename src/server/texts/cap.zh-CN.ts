// Why a document of a warning was not taken, in a sentence for whoever looks into it.
import type { CapReason } from '../../contract/cap.ts';

export const CAP_REASON_TEXTS: Readonly<Record<CapReason, string>> = {
  'too-large': '文件超过 512 KB。',
  encoding: '文件的编码不对，或与声明的编码不一致。',
  'not-xml': '这不是完整的 XML 文件。',
  doctype: '文件里有文档类型声明（DOCTYPE），为安全起见不接收。',
  'too-deep': '文件的层次太深或元素太多。',
  namespace: '这不是 CAP 1.2 或应急广播（EBD）文件。',
  structure: '文件缺少必填内容，或者内容重复、位置不对。',
  value: '文件里有一项内容不符合规定的格式。',
  'signature-missing': '这个发布单位的文件必须签名，这份没有签名。',
  'signature-unexpected': '文件带有签名，但没有登记这个发布单位的公钥，无法核对。',
  'signature-invalid': '签名核对不上，文件可能被改动过。',
  'certificate-expired': '发布单位的证书已经过期，请登记新的证书。',
  'sender-unknown': '没有登记文件里写的发布单位。',
  'sender-other': '文件里写的发布单位与登记的不一致。',
  'not-public': '这份文件不是面向公众的。',
  'severity-unknown': '预警级别不明，请发布单位写明红、橙、黄、蓝中的一级。',
  'severity-mismatch': '预警级别与预警颜色不一致。',
  'several-infos': '一份文件里有几条同语言的预警，请分开发送。',
  'too-long': '内容太长，电视上显示不下，请发布单位精简。',
  'region-missing': '没有写明 12 位行政区划代码。',
  'region-outside': '预警的地区不在发布单位的管辖范围内。',
  'region-unknown': '预警的地区里有不存在的地区。',
  'reference-missing': '更新或解除时没有写明是哪一条预警。',
  'reference-unknown': '找不到要更新或解除的那一条预警。',
  'sent-ahead': '发布时间晚于现在，请核对双方的时钟。',
  expired: '预警已经过了有效期。',
  'too-old': '文件是 24 小时以前发布的，需要时请重新发布。',
  'identity-reused': '同一编号的文件已经收到过，但内容不一样。',
  'alert-refused': '这条预警不能播出。',
};

export const CAP_TEXTS = {
  /** Behind the sentence: where in the document. */
  at: (sentence: string, place: string) => (place ? `${sentence}位置：${place}` : sentence),
  stored: '不是要播出的内容，已存档。',
  test: '只在平台或前端演练，不上电视，已存档。',
  receipt: (state: string, percent: string) => `播发回执：${state}，覆盖率 ${percent}%`,
  neverShown: '原预警还没有播出，已经作废。',
  anonymous: '未知',
  feedTitle: '正在生效的预警',
  feedAuthor: '邻里',
  pollFailed: {
    unreachable: '连不上，请检查地址和网络。',
    status: (status: number) => `对方回答 ${status}。`,
    'too-large': '内容超过限制。',
    unreadable: '内容不是 CAP 文件，也不是 ATOM 订阅源。',
  },
} as const;
