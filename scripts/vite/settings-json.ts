// Vite plugin: the operator's settings.json beside the television app, in development and in the build.
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

/** @param file absolute path of settings.json */
export function settingsJson(file: string): Plugin {
  return {
    name: 'linli:settings-json',
    configureServer(server) {
      server.middlewares.use(`${server.config.base}settings.json`, (_request, response, next) => {
        readFile(file).then((text) => response.setHeader('content-type', 'application/json').end(text), next);
      });
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'settings.json', source: await readFile(file, 'utf8') });
    },
  };
}
