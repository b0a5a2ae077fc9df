// What a television shows, by the attributes of <html> that the app keeps for tests and installers.
import type { Tab } from '../engines/engine.ts';

/** What the app says it shows; null: does not apply now. */
export interface Shown {
  readonly screen: string | null;
  readonly overlay: string | null;
  /** Of the notice that is read or chosen. */
  readonly notice: string | null;
  /** `1/9` */
  readonly page: string | null;
  readonly focus: string | null;
  /** `stale`, `offline` */
  readonly status: string | null;
  /** Of the alert in sight. */
  readonly alert: string | null;
  readonly 'alert-revision': string | null;
  /** `sheet`, `band` */
  readonly 'alert-as': string | null;
  /** Number of the guide that is read or chosen; its tab, 1 to 5. */
  readonly guide: string | null;
  readonly tab: string | null;
  /** As typed in the search. */
  readonly digits: string | null;
  /** `water:known power:trouble` */
  readonly bills: string | null;
  /** `asking`, `done` */
  readonly contact: string | null;
  /** How the request on the screen stands: `sent`, `kept`, `answered`, `writing` on a phone; its number. */
  readonly request: string | null;
  readonly number: string | null;
}

const NAMES = [
  ...['screen', 'overlay', 'notice', 'page', 'focus', 'status', 'alert', 'alert-revision', 'alert-as'],
  ...['guide', 'tab', 'digits', 'bills', 'contact', 'request', 'number'],
];
const REPORT = `${JSON.stringify(NAMES)}.reduce(function (all, name) {
  all[name] = document.documentElement.getAttribute('data-' + name);
  return all;
}, {})`;

export const shown = (tab: Tab): Promise<Shown> => tab.evaluate<Shown>(REPORT);

/** Waits until the television shows all of this. */
export async function waitForScreen(tab: Tab, wanted: Partial<Shown>): Promise<void> {
  const terms = Object.entries(wanted).map(
    ([name, value]) => `document.documentElement.getAttribute('data-${name}') === ${JSON.stringify(value)}`,
  );
  await tab.waitFor(terms.join(' && '), { what: `the screen ${JSON.stringify(wanted)}`, timeoutMs: 20_000 });
}

/** The ids of all notices of the list that is shown, walked down with the remote; leaves its last one chosen. */
export async function noticesOfList(tab: Tab): Promise<string[]> {
  const ids: string[] = [];
  for (;;) {
    const { notice } = await shown(tab);
    if (notice === null || ids.includes(notice)) return ids;
    ids.push(notice);
    await tab.press('down');
    // At the end of the list the choice stays, and the app says so in a note.
    await tab.waitFor(
      `document.documentElement.getAttribute('data-notice') !== ${JSON.stringify(notice)} || document.documentElement.getAttribute('data-note')`,
      { what: 'the next notice, or the end of the list' },
    );
  }
}
