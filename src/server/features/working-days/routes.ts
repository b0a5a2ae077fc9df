// The district's working days over HTTP.
import { readWorkingDays, saveWorkingDays } from '../../../contract/working-days.ts';
import type { Serve } from '../../http/route.ts';
import type { WorkingDaysService } from './service.ts';

export function workingDaysRoutes(serve: Serve, workingDays: WorkingDaysService): void {
  serve(readWorkingDays, ({ caller, params }) => workingDays.read(caller, params.year));
  serve(saveWorkingDays, ({ caller, params, body }) => workingDays.save(caller, params.year, body));
}
