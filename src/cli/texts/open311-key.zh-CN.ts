// What `linli open311-key` says.
import type { Open311Key } from '../../contract/open311-calls.ts';

export const open311KeyTexts = {
  made: ({ name, perDay }: Open311Key, secret: string) =>
    `${name} 的密钥（只显示这一次，每天最多 ${perDay} 件）：\n${secret}`,
  none: '还没有发过密钥。',
  row: ({ name, perDay, sentToday, createdAt, revokedAt }: Open311Key) =>
    `${createdAt.slice(0, 10)}  今天 ${sentToday}/${perDay}  ${revokedAt === null ? '使用中' : `${revokedAt.slice(0, 10)} 停用`}  ${name}`,
  revoked: ({ name }: Open311Key) => `${name} 的密钥已停用。`,
  unknown: (name: string) => `没有叫 ${name} 的系统在用密钥。`,
} as const;
