// What `linli keys` says.
import type { SigningKey } from '../../contract/signing.ts';

const states: Readonly<Record<SigningKey['state'], string>> = {
  current: '正在使用',
  retired: '已更换',
  revoked: '已吊销',
};

export const keysTexts = {
  root: (publicKey: string): string => `根密钥 ${publicKey}`,
  version: (version: number): string => `密钥清单第 ${version} 版`,
  states,
} as const;
