// The television app: `npm run dev:tv` without a server, and the build for boxes new and old.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import legacy from '@vitejs/plugin-legacy';
import { defineConfig } from 'vite';
import { oneBundle } from './scripts/vite/one-bundle.ts';
import { settingsJson } from './scripts/vite/settings-json.ts';

const here = (path: string) => resolve(import.meta.dirname, path);
const { version } = JSON.parse(readFileSync(here('package.json'), 'utf8')) as { version: string };

export default defineConfig(async ({ mode }) => ({
  root: here('src/tv'),
  base: '/tv/',
  publicDir: here('static'),
  define: { __LINLI_VERSION__: JSON.stringify(version) },
  plugins: [
    settingsJson(here('settings.json')),
    legacy({
      // ES5 and what a box of 2016 lacks; "chrome 49" died on a syntax error there.
      targets: ['ie 11'],
      modernTargets: ['chrome >= 110', 'safari >= 16'],
      polyfills: true,
    }),
    oneBundle(),
    ...(mode === 'mock' ? [(await import('./src/tv/mocks/worker-plugin.ts')).mockWorker()] : []),
  ],
  build: {
    outDir: here('dist/tv'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/healthz'].map((path) => [path, `http://localhost:${process.env.PORT ?? 8080}`]),
    ),
  },
}));
