// Builds the phone's page into dist/phone, for browsers of 2017 and later: what WeChat brings along is seldom older.
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: '/m/r/',
  publicDir: false,
  build: {
    outDir: resolve(import.meta.dirname, '../../dist/phone'),
    emptyOutDir: true,
    target: ['es2017', 'chrome61', 'safari11'],
    cssTarget: ['chrome61', 'safari11'],
    modulePreload: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
});
