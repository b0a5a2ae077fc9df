// Serves MSW's service worker to the development server only: nothing of the mocks is ever built into the app.
import { msw } from 'msw/vite';
import type { Plugin } from 'vite';

export function mockWorker(): Plugin {
  return { ...msw({ mode: 'worker-only' }), apply: 'serve' };
}
