// What the page of providers and a household's accounts say.
import type { Trouble } from '../../contract/bills.ts';
import type { ProviderCall, ProviderState } from '../../contract/providers.ts';

const calls: Readonly<Record<ProviderCall, string>> = { bills: '查账单', outages: '取停供计划' };
const troubles: Readonly<Record<Trouble, string>> = {
  unreachable: '没有回答',
  unreadable: '回答不对，没有采用',
  busy: '太忙',
  'no-account': '没有这个户号',
};
const kinds: Readonly<Record<ProviderState['kind'], string>> = { json: 'JSON 接口', xml: 'XML 接口', csv: 'CSV 文件' };

export const billTexts = {
  providers: {
    title: '缴费接口',
    hint: '居民在电视上查水、电、气、有线电视账单，停供计划也从这里来。接口地址和字段位置写在数据文件夹的 providers.json 里，改了以后重新启动生效。这里只有接口的情况，没有任何一户的内容。',
    none: '还没有接入收费单位。把它们写进数据文件夹的 providers.json，重新启动就接上了。',
    kinds,
    calls,
    troubles,
    accounts: (n: number) => `${n} 户关联了户号`,
    fine: '正常',
    never: '还没有问过',
    failing: (n: number) => `接连失败 ${n} 次`,
    paused: (until: string) => `暂停询问到 ${until}`,
    columns: { call: '问什么', standing: '情况', succeeded: '上次成功', failed: '上次失败' },
    unknownAreas: (areas: readonly string[]) =>
      `停供计划里有认不出的地方：${areas.join('、')}。请在 providers.json 的 areas 里写明是哪个地区，在此之前这些地方的计划不会上电视。`,
    tryNow: '现在试一次',
    tried: '已经问过，结果见下面',
  },
  accounts: {
    title: '缴费户号',
    hint: '关联以后，这一户用家庭密码在电视上查账单。请对着缴费单核对户号。',
    link: '关联',
    change: '更换',
    unlink: '解除',
    unlinkTitle: '解除以后，电视上查不到这一项账单',
    none: '没有关联',
    linkedBy: (who: string, at: string) => `${who} ${at}`,
    linkTitle: (what: string) => `关联${what}户号`,
    account: '户号',
    accountHint: '4 到 24 位数字或字母，印在缴费单上',
    linked: '已关联，居民重新打开账单就能看到',
    unlinked: '已解除',
  },
} as const;
