// What `linli audit verify` says.
import type { AuditFault, Verification } from '../../contract/audit.ts';

const SHANGHAI = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** 2026-11-23 20:00:05, in Shanghai. */
const time = (instant: string): string => SHANGHAI.format(new Date(instant));

const FAULTS: Readonly<Record<AuditFault['kind'], (link: number | null, row: number | null) => string>> = {
  changed: (link) => `第 ${link} 条被改过，和写下时不一样。`,
  removed: (link) => `第 ${link} 条被删掉了。`,
  reordered: (link) => `从第 ${link} 条起，记录的先后被调换过。`,
  added: (link, row) =>
    link === null ? `记录（编号 ${row}）是绕过系统加进来的。` : `从第 ${link} 条起，是绕过系统加进来的。`,
  cut: (link) => `从第 ${link} 条起，末尾的记录不见了。`,
  rewritten: (link) => `从第 ${link} 条起，记录被整段改写过，和当时的封印对不上。`,
  seal: (link) => `第 ${link} 条处的封印被动过或不见了。`,
};

export const auditTexts = {
  progress: '核对操作记录',
  failed: '没有核对完，原因见服务器日志。',
  found: ({ rows, from, to, head, seals, fault }: Verification): string[] => [
    `已核对 ${rows} 条${from && to ? `，从 ${time(from)} 到 ${time(to)}` : ''}`,
    `末条哈希 ${head.hash}`,
    seals.at ? `封印 ${seals.count} 个，最后一个在 ${time(seals.at)}，封到第 ${seals.link} 条` : '还没有封印',
    fault ? `有问题：${FAULTS[fault.kind](fault.link, fault.row)}` : '完好：没有改过、删过或调换过的记录。',
  ],
  sealed: (link: number): string => `已封印到第 ${link} 条。`,
} as const;
