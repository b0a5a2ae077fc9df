// How long an alert may hold, of templates and of alerts alike.
import { MOST_MINUTES, type Severity } from '../../../contract/alerts.ts';
import { ProblemError } from '../../problem.ts';

/** @throws ProblemError alert-validity, with the field */
export function checkMinutes(severity: Severity, minutes: number): void {
  if (minutes <= MOST_MINUTES[severity]) return;
  const message = `这个级别最长 ${MOST_MINUTES[severity] / 60} 小时`;
  throw new ProblemError('alert-validity', { errors: [{ path: 'validMinutes', message }] });
}
