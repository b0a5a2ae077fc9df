// The page that chooses a bundle: what an engine with, and one without, the library of ES2023 downloads.
import { createHash } from 'node:crypto';
import vm from 'node:vm';
import { expect, it } from 'vitest';
import { oneBundle } from '../../scripts/vite/one-bundle.ts';

const GUARD =
  'import\'data:text/javascript,"a.js";if(!import.meta.resolve)throw Error("no")\';export function __vite_legacy_guard(){import.meta.url;import("_").catch(()=>1);(async function*(){})().next()};';

/** As Vite and plugin-legacy leave it. */
const PAGE = `<html><head>
    <meta charset="utf-8">
    <style>body{margin:0}</style>
    <script type="module" crossorigin src="/tv/assets/index-a.js"></script>
    <script type="module">import.meta.url;window.__vite_is_modern_browser=true</script>
  </head><body>
    <div id="start"><p>…</p></div>
    <script nomodule crossorigin id="vite-legacy-polyfill" src="/tv/assets/polyfills-legacy-b.js"></script>
    <script nomodule crossorigin id="vite-legacy-entry" data-src="/tv/assets/index-legacy-c.js">System.import()</script>
  </body></html>`;

const plugin = oneBundle();
const hook = plugin.transformIndexHtml as { handler(html: string, context: object): string };
const page = hook.handler(PAGE, { filename: 'index.html' });
const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '');

/** What the page's script adds to the document of such an engine. */
function loadedBy(globals: object, noModule: boolean): string[] {
  const loaded: string[] = [];
  const script = () => Object.assign({ src: '', onload: () => undefined }, noModule ? { noModule: false } : {});
  const document = {
    createElement: script,
    querySelector: () => null,
    body: {
      appendChild(added: ReturnType<typeof script>) {
        loaded.push(added.src);
        added.onload();
      },
    },
  };
  const System = {
    import(src: string) {
      loaded.push(src);
      return { catch: () => undefined };
    },
  };
  vm.runInNewContext(scripts.join(';'), { document, System, setTimeout: () => 0, ...globals });
  return loaded;
}

it('has one script left, which downloads one bundle', () => {
  expect(scripts).toHaveLength(1);
  expect(page).not.toContain('nomodule');
});

it('gives a new engine the modern bundle only', () => {
  expect(loadedBy({}, true)).toEqual(['/tv/assets/index-a.js']);
});

it('gives an engine without modules, or without the library, the legacy bundle only', () => {
  const legacy = ['/tv/assets/polyfills-legacy-b.js', '/tv/assets/index-legacy-c.js'];
  expect(loadedBy({}, false)).toEqual(legacy);
  const withoutHasOwn = Object.fromEntries([['Object', {}]]);
  expect(loadedBy(withoutHasOwn, true)).toEqual(legacy);
});

it('writes a policy that lets exactly its own script and style in', () => {
  const hashOf = (text: string) => createHash('sha256').update(text).digest('base64');
  expect(page).toContain(`'sha256-${hashOf(scripts[0] ?? '')}'`);
  expect(page).toContain(`'sha256-${hashOf('body{margin:0}')}'`);
  expect(page).not.toContain('unsafe-inline');
});

it('takes the guard off the modern entry, and complains when there is none', () => {
  const renderChunk = plugin.renderChunk as (code: string, chunk: object) => { code: string } | null;
  const entry = { isEntry: true, fileName: 'assets/index-a.js' };
  expect(renderChunk(`${GUARD}console.log(1)`, entry)?.code).toBe('console.log(1)');
  expect(() => renderChunk('console.log(1)', entry)).toThrow('one-bundle.ts');
  expect(renderChunk('console.log(1)', { ...entry, fileName: 'assets/index-legacy-a.js' })).toBeNull();
});
