// `vite --config tests/tv/gallery/vite.config.ts` shows every screen of the television by itself.
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const here = (path: string) => resolve(import.meta.dirname, path);

export default defineConfig({ root: here('.'), base: '/tv/', publicDir: here('../../../static') });
