// Alerts and their templates over HTTP.
import {
  cancelAlert,
  listAlerts,
  moveAlert,
  prepareAlert,
  readAlert,
  readAlertDelivery,
  reviewAlert,
  updateAlert,
} from '../../../contract/alert-calls.ts';
import {
  createAlertTemplate,
  listAlertTemplates,
  moveAlertTemplate,
  updateAlertTemplate,
} from '../../../contract/alert-templates.ts';
import type { Serve } from '../../http/route.ts';
import type { AlertService } from './service.ts';
import type { AlertTemplates } from './templates.ts';

export function alertRoutes(serve: Serve, deps: { alerts: AlertService; templates: AlertTemplates }): void {
  const { alerts, templates } = deps;
  serve(listAlerts, ({ caller, query }) => alerts.list(caller, query));
  serve(prepareAlert, ({ caller, body }) => alerts.prepare(caller, body));
  serve(readAlert, ({ caller, params }) => alerts.read(caller, params.id));
  serve(updateAlert, ({ caller, params, body }) => alerts.update(caller, params.id, body));
  serve(cancelAlert, ({ caller, params, body }) => alerts.cancel(caller, params.id, body));
  serve(moveAlert, ({ caller, params, body }) => alerts.move(caller, params.id, body));
  serve(reviewAlert, ({ caller, params, body }) => alerts.review(caller, params.id, body));
  serve(readAlertDelivery, ({ caller, params }) => alerts.delivery(caller, params.id));
  serve(listAlertTemplates, ({ caller, query }) => templates.list(caller, query.state));
  serve(createAlertTemplate, ({ caller, body }) => templates.create(caller, body));
  serve(updateAlertTemplate, ({ caller, params, body }) => templates.update(caller, params.id, body));
  serve(moveAlertTemplate, ({ caller, params, body }) => templates.move(caller, params.id, body));
}
