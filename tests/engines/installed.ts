// Starts the engines that are installed on this machine; names the others and how to install them.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { needs, program } from '../support/needs.ts';
import { startChromium } from './chromium.ts';
import type { Engine, EngineName } from './engine.ts';
import { startQtWebKit } from './qtwebkit.ts';
import { startWpe } from './wpe.ts';

/** A function that starts the engine, or null when it is missing. @throws Error with CI=true when it is missing */
export async function installedEngine(name: EngineName): Promise<(() => Promise<Engine>) | null> {
  return ENGINES[name]();
}

const PYTHON = '/usr/bin/python3';

const ENGINES: Record<EngineName, () => Promise<(() => Promise<Engine>) | null>> = {
  async chromium() {
    const path = await needs({
      what: 'Chromium',
      find: () => program('chromium'),
      install: 'apt-get install chromium',
    });
    return path === null ? null : () => startChromium(path);
  },
  async wpe() {
    const wanted = ['dbus-run-session', 'WPEWebDriver', 'cog'];
    return needs({
      what: 'WPE WebKit',
      find: () => (wanted.every(program) ? startWpe : null),
      install: 'apt-get install cog wpewebkit-driver dbus libegl1 libgles2 libgl1-mesa-dri gcc libc6-dev',
    });
  },
  async qtwebkit() {
    const path = await needs({
      what: 'QtWebKit',
      find: () =>
        promisify(execFile)(PYTHON, ['-c', 'import PyQt5.QtWebKitWidgets']).then(
          () => PYTHON,
          () => null,
        ),
      install: 'apt-get install python3-pyqt5.qtwebkit',
    });
    return path === null ? null : () => startQtWebKit(path);
  },
};
