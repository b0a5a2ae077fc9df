// Settings at a distance over HTTP.
import { listSettings, saveSettings, settingHistory } from '../../../contract/box-settings.ts';
import type { Serve } from '../../http/route.ts';
import type { BoxSettingsService } from './service.ts';

export function boxSettingsRoutes(serve: Serve, settings: BoxSettingsService): void {
  serve(listSettings, ({ caller }) => settings.list(caller));
  serve(settingHistory, ({ caller, body }) => settings.history(caller, body.scope));
  serve(saveSettings, ({ caller, body }) => settings.save(caller, body));
}
