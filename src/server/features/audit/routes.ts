// The audit log over HTTP.
import { listAudit, readVerification, sealAudit, startVerification } from '../../../contract/audit.ts';
import type { Serve } from '../../http/route.ts';
import type { AuditService } from './service.ts';

export function auditRoutes(serve: Serve, audit: AuditService): void {
  serve(listAudit, ({ caller, query }) => audit.list(caller, query));
  serve(readVerification, ({ caller }) => audit.verification(caller));
  serve(startVerification, ({ caller }) => audit.startVerification(caller));
  serve(sealAudit, ({ caller }) => audit.seal(caller));
}
