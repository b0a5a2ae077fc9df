// Chromium by playwright-core: stands for the WebViews of Android-TV boxes.
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Engine, Tab } from './engine.ts';
import { createTab } from './tab.ts';

const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu-compositing',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

/** @param executablePath of an installed Chromium; the pipe to it ends it when this process dies */
export async function startChromium(executablePath: string): Promise<Engine> {
  const size = { width: 1920, height: 1080 };
  // Playwright's own handlers would keep this process alive after a SIGTERM.
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  const browser = await chromium.launch({ executablePath, args: FLAGS, ...signals });
  return {
    name: 'chromium',
    size,
    async open(url) {
      const context = await browser.newContext({ viewport: size, deviceScaleFactor: 1, locale: 'zh-CN' });
      return openTab(context, url);
    },
    close: () => browser.close(),
  };
}

async function openTab(context: BrowserContext, url: string): Promise<Tab> {
  const page = await context.newPage();
  const lines = listen(page);
  const devtools = await context.newCDPSession(page);
  await page.goto(url, { waitUntil: 'load' });
  return createTab({
    run: (expression) => page.evaluate<string>(expression),
    // By the protocol and not page.keyboard, which knows no codes of remotes (340, 403).
    async key(code) {
      const key = { windowsVirtualKeyCode: code, nativeVirtualKeyCode: code };
      await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
      await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
    },
    screenshot: () => page.screenshot(),
    console: async () => lines,
    reload: async () => void (await page.reload({ waitUntil: 'load' })),
    close: () => context.close(),
  });
}

function listen(page: Page): readonly string[] {
  const lines: string[] = [];
  page.on('console', (message) => lines.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => lines.push(`error: ${error.message}`));
  return lines;
}
