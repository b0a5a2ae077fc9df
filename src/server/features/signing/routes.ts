// Signing keys over HTTP.
import { listKeys, readTrust, revokeKey, rotateKey } from '../../../contract/signing.ts';
import type { Serve } from '../../http/route.ts';
import type { SigningService } from './service.ts';

export function signingRoutes(serve: Serve, signing: SigningService): void {
  serve(readTrust, () => signing.trust());
  serve(listKeys, ({ caller }) => signing.ring(caller));
  serve(rotateKey, ({ caller, body }) => signing.rotate(caller, body.reason));
  serve(revokeKey, ({ caller, params, body }) => signing.revoke(caller, params.id, body.reason));
}
