// What the screen shows, as attributes of <html>: WebDriver tests wait for them, an installer can read them.
import { alertsOn, type Frame } from '../navigation/frame.ts';
import type { BillsModel } from '../navigation/frames/bills.ts';

/**
 * `data-screen` home, list ...; `data-overlay` help ...; `data-notice` the id of the notice that is read or chosen;
 * `data-guide` the number of the guide that is read or chosen, `data-tab` 1 to 5, `data-digits` as typed in the search;
 * `data-bills` which utilities' bills are known (`water:known gas:trouble`), no amounts; `data-contact` asking or done;
 * `data-request` how the request on the screen stands (sent, kept, handling, writing on a phone; on home kept or told), `data-number` its number;
 * `data-alert` and `data-alert-revision` of the alert in sight, `data-alert-as` sheet or band;
 * `data-code` the user code of a box that waits to be activated; `data-page` 1/9; `data-focus` tiles:2; `data-status` stale or offline; `data-elder`. What does not apply is absent.
 */
export function reportOf(frame: Frame): Readonly<Record<string, string | null>> {
  const { screen, overlay, chrome, alert } = frame;
  return {
    screen: screen.name,
    overlay: overlay?.name ?? null,
    notice: noticeOf(frame),
    code: screen.name === 'activate' ? screen.userCode : null,
    guide: guideOf(frame),
    tab: screen.name === 'guide' ? String(screen.tab + 1) : null,
    digits: screen.name === 'guide-search' ? screen.typed.map(({ digit }) => digit).join('') : null,
    bills: screen.name === 'bills' ? billsOf(screen) : null,
    contact: screen.name === 'contact' ? (screen.done ? 'done' : 'asking') : null,
    request: 'stands' in screen ? screen.stands : null,
    number: (screen.name === 'report-sent' || screen.name === 'handover') && screen.number ? screen.number : null,
    page: 'pages' in screen ? `${screen.page}/${screen.pages}` : null,
    focus: focusOf(frame),
    status: chrome.status?.kind ?? null,
    note: chrome.note,
    alert: alertsOn(frame)[0]?.id ?? null,
    'alert-revision': alertsOn(frame)[0]?.revision.toString() ?? null,
    'alert-as': alert?.sheet ? 'sheet' : alert?.band ? 'band' : null,
    elder: String(frame.elder),
  };
}

function noticeOf({ screen }: Frame): string | null {
  switch (screen.name) {
    case 'reader':
    case 'full':
    case 'channel':
      return screen.id;
    case 'list':
      return screen.rows[screen.focus]?.id ?? null;
    case 'home': {
      const { area, index } = screen.focus;
      return (
        (area === 'banner'
          ? screen.banner?.id
          : area === 'hero'
            ? screen.hero?.id
            : area === 'latest'
              ? screen.latest[index]?.id
              : null) ?? null
      );
    }
    default:
      return null;
  }
}

/** Nothing of what they say. */
const billsOf = ({ cards }: BillsModel): string | null =>
  cards.length === 0 ? null : cards.map(({ utility, state }) => `${utility}:${state}`).join(' ');

function guideOf({ screen }: Frame): string | null {
  switch (screen.name) {
    case 'guide':
      return screen.number;
    case 'guide-list':
      return screen.cards[screen.focus]?.id ?? null;
    case 'guide-search':
      return screen.rows[screen.focus]?.id ?? null;
    default:
      return null;
  }
}

function focusOf({ screen, overlay }: Frame): string | null {
  if (!overlay) return focusOfScreen(screen);
  switch (overlay.name) {
    case 'settings':
      return `options:${overlay.focus}`;
    case 'installer':
      return `actions:${overlay.focus}`;
    case 'keyboard':
      return `${overlay.focus.area}:${overlay.focus.index}`;
    case 'pin':
      return `digits:${overlay.typed}`;
    default:
      return overlay.name;
  }
}

function focusOfScreen(screen: Frame['screen']): string | null {
  switch (screen.name) {
    case 'home':
      return `${screen.focus.area}:${screen.focus.index}`;
    case 'list':
      return `rows:${screen.focus}`;
    case 'guides':
    case 'life':
    case 'guide-list':
      return `cards:${screen.focus}`;
    case 'guide-search':
      return screen.text === null ? `rows:${screen.focus}` : 'typed';
    case 'guide':
      return `tabs:${screen.tab}`;
    case 'report':
    case 'report-where':
    case 'report-what':
    case 'report-when':
      return `cards:${screen.focus}`;
    case 'report-review':
      return `${screen.focus.area}:${screen.focus.index}`;
    case 'request':
      return screen.focus >= 0 ? `actions:${screen.focus}` : 'page';
    case 'household':
      return screen.text === null ? `boxes:${screen.focus}` : 'page';
    case 'bills':
    case 'places':
      return screen.text === null ? `cards:${screen.focus}` : 'page';
    case 'outages':
    case 'requests':
      return screen.text === null ? `rows:${screen.focus}` : 'page';
    case 'place':
      return `rows:${screen.focus}`;
    case 'offers':
      return screen.text === null ? `columns:${screen.focus}` : 'page';
    case 'activate':
    case 'message':
      return screen.action === null ? null : 'action';
    case 'reader':
    case 'full':
    case 'channel':
    case 'contact':
    case 'report-sent':
    case 'request-code':
    case 'handover':
      return 'page';
    default:
      return null;
  }
}

/** Writes the report once the frame is on the screen. */
export function writeReport(html: HTMLElement, frame: Frame): void {
  for (const [name, value] of Object.entries(reportOf(frame))) {
    if (value === null) html.removeAttribute(`data-${name}`);
    else html.setAttribute(`data-${name}`, value);
  }
}
