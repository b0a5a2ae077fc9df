// What the Open311 interface says: to developers of other systems, and through them to who reports something.
import type { RequestField } from '../../contract/requests.ts';

const datatypes: Readonly<Record<RequestField['kind'], string>> = {
  choice: '选一项',
  choices: '可以选几项',
  text: '写几句话，最多 500 字',
  number: '数字',
  date: '日期，例如 2026-11-26',
};

export const open311Texts = {
  datatypes,
  twice: '同一个参数给了两个不同的值',
  missing: '缺少这个参数',
  notUtf8: '请用 UTF-8 编码。',
  notForm: '请用 application/x-www-form-urlencoded 提交表单。',
  jurisdiction: (code: string) => `jurisdiction_id: 这里只有 ${code}，也可以不写`,
  noCall: '没有这个接口。地址以 .xml 或 .json 结尾，见 discovery。',
  noService: 'service_code: 没有这一类事项',
  noToken: '没有这个 token。这里不发 token，提交后马上给出 service_request_id。',
  noRequest: 'service_request_id: 没有这件事，或者它不公开',
  noKey: 'api_key: 缺少密钥',
  badKey: 'api_key: 密钥不对，或者已经停用',
  overQuota: (perDay: number) => `api_key: 这个密钥今天的 ${perDay} 件已经用完，请明天再提交`,
  tooLong: (most: number) => `最多 ${most} 个字`,
  number: '要写成小数，例如 36.803',
  bothCoordinates: '纬度和经度要一起给',
  farAway: '这个位置不在周村区',
  location: 'lat 和 long、address_string、address_id 至少给一样',
  addressId: '没有这个地区编码',
  household: '不能是住户的编码，请给到楼或社区',
  media: '要是 http 或 https 开头的网址',
  single: '只能选一项',
  date: '时间要写成 2010-01-01T00:00:00Z 的格式',
  spanReversed: '结束时间早于开始时间',
  span: (days: number) => `最多跨 ${days} 天`,
  status: '只能是 open 或 closed',
  page: (most: number) => `要是 1 到 ${most} 的整数`,
  /** Where there are coordinates alone. */
  onMap: '地图上标出的位置',
  address: (address: string) => `地址：${address}`,
  mediaAt: (url: string) => `图片网址（系统没有打开过）：${url}`,
  notice: (number: string, dueAt: string | null, dropped: readonly string[], hasMedia: boolean) =>
    [
      `已经收到，编号 ${number}。`,
      ...(dueAt === null ? [] : [`会在 ${dueAt} 前答复。`]),
      ...(dropped.length > 0 ? [`为保护个人信息，没有保存 ${dropped.join('、')}。`] : []),
      ...(hasMedia ? ['系统不会打开 media_url，只把网址交给经办人。'] : []),
    ].join(''),
  link: '[网址]',
  mergedInto: (number: string) => `，并入 ${number}`,
  contact: '周村区智慧社区系统管理员（周村广电）',
  keyService: '密钥由系统管理员发放：linli open311-key add 系统名称',
  keyTaken: '已经有一个叫这个名字的系统，先停用它的密钥',
} as const;
