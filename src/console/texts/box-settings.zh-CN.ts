// What the page of settings at a distance says.
import type { BoxSettings, REMOTE_PROFILES, SettingScope } from '../../contract/box-settings.ts';

const kinds: Readonly<Record<SettingScope['kind'], string>> = { region: '地区', model: '型号', box: '单台机顶盒' };

const remotes: Readonly<Record<(typeof REMOTE_PROFILES)[number], string>> = {
  auto: '自动识别',
  rdk: 'RDK 机顶盒',
  ipanel: 'iPanel 中间件',
  ctc: '电信 IPTV',
  hbbtv: 'HbbTV 电视机',
  android: '安卓机顶盒',
};

const names: Readonly<Record<keyof BoxSettings, string>> = {
  remote: '遥控器',
  elder: '大字',
  motion: '动画',
  standby: '大厅循环',
};

export const boxSettingTexts = {
  boxSettings: {
    title: '远程设置',
    hint: '先看地区（从大到小），再看型号，最后看单台机顶盒；后面的盖过前面的。住户自己在电视上选的大字和动画优先。',
    add: '新的设置',
    change: '修改',
    history: '历史',
    columns: {
      kind: '范围',
      scope: '对象',
      settings: '设置',
      version: '版本',
      reason: '原因',
      by: '谁',
      at: '时间',
      actions: '操作',
    },
    kinds,
    names,
    remotes,
    on: '开',
    off: '关',
    keep: '不改动',
    standby: (minutes: number) => (minutes === 0 ? '关' : `${minutes} 分钟不按键就循环播放通知`),
    line: (name: string, value: string) => `${name}：${value}`,
    nothing: '没有改动任何一项',
    version: (n: number) => `第 ${n} 版`,
    empty: '还没有远程设置，机顶盒都用出厂设置。点右上角“新的设置”。',
    kind: '对哪些机顶盒',
    region: '地区',
    regionPlaceholder: '按名称查找，包括它下面的全部机顶盒',
    model: '型号',
    modelPlaceholder: '如 HC3100，要和机顶盒清单里写的一样',
    box: '机顶盒',
    boxPlaceholder: '输入智能卡号开头或名称，如 1号楼 101',
    boxNone: '没有找到机顶盒',
    reasonPlaceholder: '如：新遥控器',
    follows: (n: number) => `现在是第 ${n} 版，保存后是第 ${n + 1} 版`,
    first: '这个范围还没有设置过',
    save: '保存',
    saved: '已保存，机顶盒几秒内生效',
    historyTitle: (scope: string) => `${scope}的设置历史`,
    inForce: '现在用的',
    backTo: '恢复这一版',
    backTitle: (n: number) => `恢复第 ${n} 版的设置`,
    backHint: '会新增一版，内容和那一版一样。',
    stale: '别人刚刚改过，已换成最新的版本，请看过后再保存。',
  },
} as const;
