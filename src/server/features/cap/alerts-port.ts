// What warnings from and to other systems ask of the alerts.
import type { ReleasedAlerts } from '../alerts/released.ts';
import type { AlertService } from '../alerts/service.ts';

export type Alerts = Pick<AlertService, 'prepareFromOutside'> & ReleasedAlerts;
