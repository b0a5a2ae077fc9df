// The operator's settings.json, read without trust: what is missing or wrong is as if it were not there.
import type { AppSettings } from './app.ts';

export interface Settings {
  readonly app: AppSettings;
  /** Where the app's files are, such as its icons. */
  readonly path: string;
}

export const DEFAULTS: Settings = { app: { remote: 'auto', elder: true, motion: true }, path: '/tv/' };

type Loose = Readonly<Record<string, unknown>>;
const loose = (value: unknown): Loose => (typeof value === 'object' && value !== null ? (value as Loose) : {});

/** @param knows tells whether a remote profile of that name exists */
export function readSettings(text: string, knows: (profile: string) => boolean): Settings {
  const file = loose(parse(text));
  const app = loose(file.appSettings);
  const { path } = loose(file.platformSettings);
  const flag = (value: unknown, otherwise: boolean) => (typeof value === 'boolean' ? value : otherwise);
  return {
    app: {
      remote:
        typeof app.remote === 'string' && knows(app.remote)
          ? (app.remote as AppSettings['remote'])
          : DEFAULTS.app.remote,
      elder: flag(app.elder, DEFAULTS.app.elder),
      motion: flag(app.motion, DEFAULTS.app.motion),
    },
    path: typeof path === 'string' && path !== '' ? path : DEFAULTS.path,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
