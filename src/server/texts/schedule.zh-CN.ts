// What an author is told of a schedule that cannot be carried out.
import { SCHEDULE_LIMITS } from '../../contract/schedule.ts';
import type { ScheduleFault } from '../../domain/schedule/expand.ts';

/** The field at fault, and a sentence. */
export function scheduleFault(fault: ScheduleFault): { path: string; message: string } {
  switch (fault.fault) {
    case 'recurrence':
      return { path: 'schedule.recurrence', message: '这种重复方式不支持' };
    case 'dayparts':
      return { path: 'schedule.dayparts', message: '时段的开始和结束不能是同一时刻' };
    case 'end-missing':
      return { path: 'validTo', message: '不是每天都播的通知，要写结束时间' };
    case 'too-long':
      return { path: 'validTo', message: `不是每天都播的通知，最长 ${SCHEDULE_LIMITS.days} 天` };
    case 'year-unknown':
      return {
        path: 'schedule.days',
        message: `${fault.year} 年的放假安排还没有公布，请让通知在这之前结束，或者选“每天”`,
      };
  }
}
