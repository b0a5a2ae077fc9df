// The providers of a server: as providers.json says, each behind its guard.
import { UTILITIES } from '../../contract/bills.ts';
import type { Clock } from '../runtime.ts';
import type { ProviderSettings } from './config.ts';
import { csvFolder } from './csv-folder.ts';
import { type GuardedProvider, guarded } from './guarded.ts';
import { overHttp } from './over-http.ts';

/** In the order of UTILITIES. */
export function openProviders(
  settings: readonly ProviderSettings[],
  deps: { clock: Clock; log: { warn(given: object, text: string): void } },
): GuardedProvider[] {
  return [...settings]
    .sort((one, other) => UTILITIES.indexOf(one.utility) - UTILITIES.indexOf(other.utility))
    .map((one) => guarded(one.kind === 'csv' ? csvFolder(one, deps.clock) : overHttp(one, deps.clock), deps));
}
