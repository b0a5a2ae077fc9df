// Settings at a distance: what settings.json holds, overridden by the operator per region, model or box; versioned.
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { BoxId } from './ids.ts';
import { RegionCode } from './regions.ts';
import { Instant } from './time.ts';

export const REMOTE_PROFILES = ['auto', 'rdk', 'ipanel', 'ctc', 'hbbtv', 'android'] as const;

/** A missing one is not overridden. A resident's own choice of `elder` and `motion` on the box goes before these. */
export const BoxSettings = z.strictObject({
  remote: z.enum(REMOTE_PROFILES).optional(),
  /** Large type. */
  elder: z.boolean().optional(),
  motion: z.boolean().optional(),
  /** Minutes without a key after which the screen of a lobby goes through its notices by itself; 0: never. */
  standby: z.int().min(0).max(240).optional(),
});
export type BoxSettings = z.infer<typeof BoxSettings>;

/** Wider before narrower: regions from the district down, then the model, then the box itself; the last one wins. */
export const SettingScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('region'), region: RegionCode }),
  z.strictObject({ kind: z.literal('model'), model: z.string().trim().min(1).max(60) }),
  z.strictObject({ kind: z.literal('box'), box: BoxId }),
]);
export type SettingScope = z.infer<typeof SettingScope>;

/** One version of what is set in a scope; the newest is in force. Nothing is ever deleted: going back adds a version. */
export const SettingVersion = z.object({
  scope: SettingScope,
  /** 车站社区, HC3100, 1号楼 101 */
  scopeName: z.string(),
  version: z.int().positive(),
  settings: BoxSettings,
  reason: z.string(),
  by: z.string(),
  at: Instant,
});
export type SettingVersion = z.infer<typeof SettingVersion>;

const version: z.input<typeof SettingVersion> = {
  scope: { kind: 'model', model: 'HC3100' },
  scopeName: 'HC3100',
  version: 2,
  settings: { remote: 'ipanel' },
  reason: '新遥控器',
  by: '周管理员',
  at: '2026-11-23T09:00:00.000Z',
};
const reason = z.string().trim().min(2).max(200);

export const listSettings = endpoint({
  method: 'GET',
  path: '/api/box-settings',
  access: 'staff',
  summary: 'What is in force in each scope that has settings',
  reply: z.object({ items: z.array(SettingVersion) }),
  example: { reply: { items: [version] } },
});

export const settingHistory = endpoint({
  method: 'POST',
  path: '/api/box-settings/history',
  access: 'staff',
  summary: 'All versions of one scope, newest first',
  body: z.strictObject({ scope: SettingScope }),
  reply: z.object({ items: z.array(SettingVersion) }),
  example: { body: { scope: version.scope }, reply: { items: [version, { ...version, version: 1, settings: {} }] } },
});

/** Going back to an earlier version is saving its settings again. `{}` sets nothing. */
export const saveSettings = endpoint({
  method: 'POST',
  path: '/api/box-settings',
  access: 'staff',
  summary: 'A new version of the settings of a scope; its boxes read it within seconds',
  body: z.strictObject({
    scope: SettingScope,
    settings: BoxSettings,
    reason,
    /** The version this one follows; 0 for the first. */
    after: z.int().nonnegative(),
  }),
  reply: SettingVersion,
  status: 201,
  example: {
    body: { scope: version.scope, settings: { remote: 'ipanel' }, reason: '新遥控器', after: 1 },
    reply: version,
  },
});
