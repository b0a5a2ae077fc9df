// The calendar over HTTP.
import { previewSchedule, readCalendar, readOnAir } from '../../../contract/calendar.ts';
import type { Serve } from '../../http/route.ts';
import type { ScheduleService } from './service.ts';

export function scheduleRoutes(serve: Serve, schedule: ScheduleService): void {
  serve(readCalendar, ({ caller, query }) => schedule.calendar(caller, query));
  serve(readOnAir, ({ caller, query }) => schedule.onAir(caller, query));
  serve(previewSchedule, ({ caller, body }) => schedule.preview(caller, body));
}
