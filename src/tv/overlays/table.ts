// The overlays that may lie above any screen, and the keys that open them.
import type { OverlayName } from '../navigation/context.ts';
import type { Definition } from '../navigation/definition.ts';
import type { OverlayModel } from '../navigation/frames/overlays.ts';
import type { RemoteKey } from '../remote/keys.ts';
import { help } from './help.ts';
import { identify } from './identify.ts';
import { installer } from './installer.ts';
import { keyboard } from './keyboard.ts';
import { phone } from './phone.ts';
import { pin } from './pin.ts';
import { settings } from './settings.ts';

export const OVERLAYS: Readonly<Record<OverlayName, Definition<OverlayName | 'closed', OverlayModel>>> = {
  help,
  settings,
  pin,
  phone,
  keyboard,
  identify,
  installer,
};

/** Every remote has digits, few have a menu or colour keys: so 0 is help, and settings are reached from there, too. */
export const OVERLAY_KEYS: Readonly<Partial<Record<RemoteKey, OverlayName>>> = {
  '0': 'help',
  menu: 'help',
  yellow: 'settings',
};
