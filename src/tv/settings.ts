// The operator's settings.json, read without trust: what is missing or wrong is as if it were not there.
import type { AppSettings } from './app.ts';

export interface Settings {
  readonly app: AppSettings;
  /** Public key of the root that signs the lists of keys; null: not named. */
  readonly root: string | null;
  /** Where the app's files are, such as its icons. */
  readonly path: string;
}

export const DEFAULTS: Settings = {
  app: { remote: 'auto', elder: true, motion: true, standby: 0 },
  root: null,
  path: '/tv/',
};

/** 32 bytes in base64url. */
const ROOT = /^[A-Za-z0-9_-]{43}$/;

type Loose = Readonly<Record<string, unknown>>;
const loose = (value: unknown): Loose => (typeof value === 'object' && value !== null ? (value as Loose) : {});

/** @param knows tells whether a remote profile of that name exists */
export function readSettings(text: string, knows: (profile: string) => boolean): Settings {
  const file = loose(parse(text));
  const app = loose(file.appSettings);
  const { path } = loose(file.platformSettings);
  const { root } = loose(file.trust);
  const flag = (value: unknown, otherwise: boolean) => (typeof value === 'boolean' ? value : otherwise);
  return {
    app: {
      remote:
        typeof app.remote === 'string' && knows(app.remote)
          ? (app.remote as AppSettings['remote'])
          : DEFAULTS.app.remote,
      elder: flag(app.elder, DEFAULTS.app.elder),
      motion: flag(app.motion, DEFAULTS.app.motion),
      standby: isMinutes(app.standby) ? app.standby : DEFAULTS.app.standby,
    },
    root: typeof root === 'string' && ROOT.test(root) ? root : null,
    path: typeof path === 'string' && path !== '' ? path : DEFAULTS.path,
  };
}

const isMinutes = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 240;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
