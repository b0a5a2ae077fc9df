// What the audit page says of the verification of its chain.
import type { AuditFault } from '../../contract/audit.ts';

const faults: Readonly<Record<AuditFault['kind'], (link: number | null, row: number | null) => string>> = {
  changed: (link) => `第 ${link} 条记录被改过，和写下时不一样。`,
  removed: (link) => `第 ${link} 条记录被删掉了。`,
  reordered: (link) => `从第 ${link} 条起，记录的先后被调换过。`,
  added: (link, row) =>
    link === null ? `有一条记录（编号 ${row}）是绕过系统加进来的。` : `从第 ${link} 条起，记录是绕过系统加进来的。`,
  cut: (link) => `从第 ${link} 条起，末尾的记录不见了。`,
  rewritten: (link) => `从第 ${link} 条起，记录被整段改写过，和当时的封印对不上。`,
  seal: (link) => `第 ${link} 条处的封印被动过或不见了。`,
};

export const verificationTexts = {
  verify: '核对',
  running: '正在核对操作记录',
  done: (done: number, total: number) => `${done} / ${total} 条`,
  failed: '没有核对完，请稍后再试，或让运维查看服务器日志。',
  never: '还没有核对过。核对会从头算一遍，看有没有记录被改过、删过或调换过。',
  sound: '操作记录完好：没有改过、删过或调换过的记录。',
  faults,
  checked: (at: string, by: string) => `${by} 核对于 ${at}`,
  span: (rows: number, from: string | null, to: string | null) =>
    from && to ? `核对了 ${rows} 条，从 ${from} 到 ${to}` : `核对了 ${rows} 条`,
  seals: (count: number, link: number, at: string) => `封印 ${count} 个，最后一个在 ${at}，封到第 ${link} 条`,
  noSeals: '还没有封印',
  head: (link: number, hash: string) => `核对到第 ${link} 条，哈希 ${hash}`,
} as const;
