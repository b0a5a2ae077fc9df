// Times as residents say them, in Asia/Shanghai, which has had no summer time since 1991.

const local = (ms: number): Date => new Date(ms + 8 * 3_600_000);

/** 20:15 */
export function clockText(instant: string): string {
  const date = local(Date.parse(instant));
  return [date.getUTCHours(), date.getUTCMinutes()].map((value) => String(value).padStart(2, '0')).join(':');
}

/** The last day of a limit, which ends as the next one begins: 12月7日 */
export function dayText(limit: string): string {
  const date = local(Date.parse(limit) - 1);
  return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
}
