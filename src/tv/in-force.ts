// Which settings are in force: what the resident chose on this box, then what the operator set at a distance, then settings.json.
import type { BoxSettings } from '../contract/box-settings.ts';
import type { AppSettings } from './app.ts';
import type { Choice } from './feed/cache.ts';

export function settingsInForce(file: AppSettings, distant: BoxSettings, choice: Choice): AppSettings {
  return {
    remote: distant.remote ?? file.remote,
    elder: choice.elder ?? distant.elder ?? file.elder,
    motion: choice.motion ?? distant.motion ?? file.motion,
    standby: distant.standby ?? file.standby,
  };
}

/** Only what differs from what was in force was chosen; the rest goes on following the operator. */
export function chosen(
  choice: Choice,
  before: Pick<AppSettings, 'elder' | 'motion'>,
  after: Pick<AppSettings, 'elder' | 'motion'>,
): Choice {
  return {
    ...choice,
    ...(after.elder === before.elder ? {} : { elder: after.elder }),
    ...(after.motion === before.motion ? {} : { motion: after.motion }),
  };
}
