// Vite plugin after @vitejs/plugin-legacy: each box downloads one bundle, modern or legacy, chosen by one small script.
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { FAULT_TEXTS } from '../../src/tv/texts/fault.zh-CN.ts';

/**
 * plugin-legacy asks modern engines for `import.meta.resolve` (2023), which WPE WebKit 2.38 lacks, and lets every engine
 * with modules download the modern bundle first. Here the question is whether the engine has all of ES2023's library,
 * which is what the code is typed against; it is asked before anything is downloaded.
 */
const MODERN = "'noModule' in document.createElement('script')&&'toSorted' in []&&'hasOwn' in Object";

/** What plugin-legacy puts at the head of the modern entry. */
const GUARD = /^import'data:text\/javascript,[^']*';export function __vite_legacy_guard\(\)\{.*?\};/;
const SCRIPTS = /[ \t]*<script\b[^>]*>[\s\S]*?<\/script>\n?/g;

export function oneBundle(): Plugin {
  return {
    name: 'linli:one-bundle',
    apply: 'build',
    enforce: 'post',
    renderChunk(code, chunk) {
      if (!chunk.isEntry || chunk.fileName.includes('-legacy')) return null;
      if (!GUARD.test(code))
        throw new Error('plugin-legacy no longer begins the modern entry as one-bundle.ts knows it');
      return { code: code.replace(GUARD, ''), map: null };
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { filename }) {
        // Called for the legacy output too, whose page is thrown away.
        const entry = /<script type="module"[^>]*\ssrc="([^"]+)"/.exec(html)?.[1];
        const legacy = /\sdata-src="([^"]+)"/.exec(html)?.[1];
        const polyfills = /<script[^>]*id="vite-legacy-polyfill"[^>]*\ssrc="([^"]+)"/.exec(html)?.[1];
        if (!entry || !legacy || !polyfills) return html;
        const script = loader({ entry, legacy, polyfills });
        const page = html.replace(SCRIPTS, '').replace('</body>', `<script>${script}</script>\n  </body>`);
        return page.replace('<meta charset="utf-8">', `<meta charset="utf-8">\n    ${policy(page, script, filename)}`);
      },
    },
  };
}

/** Says so when neither bundle brings a picture within this time. */
const PATIENCE_MS = 20_000;

/** ES3, since it runs everywhere. */
function loader({ entry, legacy, polyfills }: { entry: string; legacy: string; polyfills: string }): string {
  const sorry = JSON.stringify(FAULT_TEXTS.text).replace(/[^ -~]/g, escaped);
  return [
    '(function(){',
    "function add(src,then){var s=document.createElement('script');s.src=src;s.onerror=fail;",
    "if(then)s.onload=then;else s.type='module';document.body.appendChild(s)}",
    `function fail(){var p=document.querySelector('#start p');if(p)p.innerHTML=${sorry};`,
    'document.onkeydown=function(){location.reload()}}',
    `setTimeout(function(){if(!document.documentElement.getAttribute('data-screen'))fail()},${PATIENCE_MS});`,
    `if(${MODERN})add('${entry}');`,
    `else add('${polyfills}',function(){System.import('${legacy}')['catch'](fail)})`,
    '})()',
  ].join('');
}

const escaped = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * Core makes functions from text ('unsafe-eval') and runs its image worker from a blob; nothing else is let in.
 * @throws Error when the page has an inline script or style that is not accounted for
 */
function policy(page: string, script: string, filename: string): string {
  const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1];
  if (style === undefined) throw new Error(`${filename} has no style of its own any more`);
  const rules = [
    "default-src 'self'",
    `script-src 'self' 'unsafe-eval' ${hash(script)}`,
    `style-src 'self' ${hash(style)}`,
    "img-src 'self' data: blob:",
    "worker-src 'self' blob:",
    "child-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
  ];
  return `<meta http-equiv="Content-Security-Policy" content="${rules.join('; ')}">`;
}

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
