// The audit log over HTTP.
import { listAudit } from '../../../contract/audit.ts';
import type { Serve } from '../../http/route.ts';
import type { AuditService } from './service.ts';

export function auditRoutes(serve: Serve, audit: AuditService): void {
  serve(listAudit, ({ caller, query }) => audit.list(caller, query));
}
