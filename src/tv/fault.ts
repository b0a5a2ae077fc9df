// When the picture does not come: a sentence in the page itself instead of a dark screen, and one thing to do.
import { FAULT_TEXTS } from './texts/fault.zh-CN.ts';

/** With `?installer` in the address the screen also tells what went wrong. */
const INSTALLER = /[?&]installer(=|&|$)/;

export interface Start {
  /** The picture is there: the page's own text goes. */
  done(): void;
  /** The picture will not come. Any key, and the page is loaded again. */
  failed(reason: unknown): void;
}

/** Takes over the text of index.html, and reports errors that nobody catches to installers. */
export function takeStart(page: Window): Start {
  const { document, location } = page;
  const start = document.getElementById('start');
  const told = INSTALLER.test(location.search);
  const log = document.createElement('pre');
  const note = (text: string) => {
    if (!told) return;
    log.textContent += `${text}\n`;
    (document.getElementById('start') ?? document.body).appendChild(log);
  };
  page.addEventListener('error', (event) => note(`${event.message} ${event.filename}:${event.lineno}`));
  page.addEventListener('unhandledrejection', (event) => note(String(event.reason)));
  return {
    done() {
      start?.parentNode?.removeChild(start);
    },
    failed(reason) {
      const sentence = start?.querySelector('p');
      if (sentence) sentence.textContent = `${FAULT_TEXTS.text}\n${FAULT_TEXTS.more}`;
      document.documentElement.setAttribute('data-screen', 'fault');
      note(String(reason));
      page.addEventListener('keydown', () => location.reload());
    },
  };
}
