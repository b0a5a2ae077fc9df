// Planned outages over HTTP.
import { listOutages } from '../../../contract/outages.ts';
import type { Serve } from '../../http/route.ts';
import type { OutageService } from './service.ts';

export function outageRoutes(serve: Serve, outages: OutageService): void {
  serve(listOutages, ({ query }) => outages.list(query.region));
}
