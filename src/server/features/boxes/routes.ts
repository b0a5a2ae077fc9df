// Set-top boxes over HTTP.
import { acknowledgeCommand, readBoxHome, reportBox, rotateCredential, unbindBox } from '../../../contract/boxes.ts';
import {
  authoriseBoxes,
  commandBox,
  listBoxes,
  listFleet,
  moveBox,
  readBox,
  revokeBox,
  trustBox,
} from '../../../contract/fleet.ts';
import type { Serve } from '../../http/route.ts';
import type { Presence } from '../../push/presence.ts';
import type { Bindings } from './bindings.ts';
import type { BoxService } from './service.ts';

export function boxRoutes(
  serve: Serve,
  { boxes, bindings, presence }: { boxes: BoxService; bindings: Bindings; presence: Presence },
): void {
  serve(readBoxHome, ({ caller }) => {
    presence.spoke(caller.id);
    return boxes.home(caller);
  });
  serve(reportBox, async ({ caller, body }) => {
    presence.spoke(caller.id);
    await boxes.report(caller, body);
    return undefined;
  });
  serve(rotateCredential, ({ caller, reply }) => {
    reply.header('cache-control', 'no-store');
    return boxes.rotate(caller);
  });
  serve(unbindBox, async ({ caller, body }) => {
    await bindings.unbind(caller, body.pin);
    return undefined;
  });
  serve(acknowledgeCommand, async ({ caller, params }) => {
    await boxes.acknowledge(caller, params.id);
    return undefined;
  });

  serve(listBoxes, ({ caller, query }) => boxes.list(caller, query));
  serve(listFleet, ({ caller, query }) => boxes.fleet(caller, query.parent));
  serve(authoriseBoxes, ({ caller, body }) => bindings.authorise(caller, body.boxes));
  serve(readBox, ({ caller, params }) => boxes.read(caller, params.id));
  serve(commandBox, ({ caller, params, body }) => boxes.command(caller, params.id, body));
  serve(moveBox, async ({ caller, params, body }) => {
    await bindings.move(caller, params.id, body);
    return boxes.read(caller, params.id);
  });
  serve(revokeBox, async ({ caller, params, body }) => {
    await bindings.revoke(caller, params.id, body.reason);
    return boxes.read(caller, params.id);
  });
  serve(trustBox, async ({ caller, params, body }) => {
    await bindings.trust(caller, params.id, body.reason);
    return boxes.read(caller, params.id);
  });
}
