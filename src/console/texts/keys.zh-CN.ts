// What the page of signing keys says.
import type { SigningKey } from '../../contract/signing.ts';

const states: Readonly<Record<SigningKey['state'], string>> = {
  current: '正在使用',
  retired: '已更换',
  revoked: '已吊销',
};

export const keyTexts = {
  keys: {
    title: '签名密钥',
    hint: '电视上出现的每一条内容都有签名，机顶盒核对不上就不显示。更换以后，旧密钥签过的内容照常显示；吊销以后，它签过的内容会立即从电视上撤下，仍然有效的会用新密钥重新签名再发。',
    root: '根密钥',
    rootHint: '只用来签密钥清单。把它写进 settings.json 的 trust.root，新机顶盒就只认它。',
    copy: '复制',
    copied: '已复制',
    version: (n: number) => `密钥清单第 ${n} 版`,
    columns: { id: '编号', state: '状态', created: '启用', ended: '停用', actions: '操作' },
    states,
    rotate: '更换密钥',
    rotateTitle: '更换密钥',
    rotateHint: '以后的内容用新密钥签名。旧密钥签过的内容照常显示。',
    rotated: '已更换，机顶盒几秒内收到新的密钥清单',
    revoke: '吊销',
    revokeTitle: (id: string) => `吊销密钥 ${id}`,
    revokeHint: '只在密钥可能外泄时使用，不能恢复。它签过的内容会从所有电视上撤下，仍然有效的会重新签名再发。',
    revoked: '已吊销，机顶盒几秒内撤下它签过的内容',
    reasonPlaceholder: '如：每年更换、密钥可能外泄',
  },
} as const;
