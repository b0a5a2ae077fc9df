// Set-top boxes over HTTP.
import { listBoxes, readBoxHome } from '../../../contract/boxes.ts';
import type { Serve } from '../../http/route.ts';
import type { BoxService } from './service.ts';

export function boxRoutes(serve: Serve, boxes: BoxService): void {
  serve(readBoxHome, ({ caller }) => boxes.home(caller));
  serve(listBoxes, ({ caller, query }) => boxes.list(caller, query));
}
