// What a box tells of itself through the objects its maker puts into every page: model and smart card.

type Loose = Readonly<Record<string, unknown>>;

/** The contract's SmartCard; anything else is somebody's placeholder. */
const SMART_CARD = /^\d{8,20}$/;
const MOST_MODEL = 60;

export interface BoxFactsFromGlobals {
  readonly model: string | null;
  readonly smartCard: string | null;
}

/**
 * Asks in turn, and takes the first sound answer: `linliBox` (what an operator's own shell may set), iPanel's and
 * Coship's `CA`, Inspur's `iSTB`, and for the model `Authentication` of IPTV boxes and iPanel's `hardware`.
 * @param globals the page's window
 */
export function factsFromGlobals(globals: object): BoxFactsFromGlobals {
  const page = globals as Loose;
  const at = (...path: string[]): unknown => path.reduce<unknown>((value, name) => loose(value)[name], page);
  const call = (owner: unknown, name: string, argument: string): unknown => {
    const method = loose(owner)[name];
    return typeof method === 'function' ? method.call(owner, argument) : undefined;
  };
  return {
    smartCard: first(smartCardIn, [
      () => at('linliBox', 'smartCard'),
      () => at('CA', 'card', 'serialNumber'),
      () => at('CA', 'serialNumber'),
      () => call(at('iSTB', 'settings'), 'get', 'sys:ca0:cardnumber'),
    ]),
    model: first(modelIn, [
      () => at('linliBox', 'model'),
      () => call(at('Authentication'), 'CTCGetConfig', 'STBType'),
      () => call(at('Authentication'), 'CUGetConfig', 'STBType'),
      () => at('hardware', 'STB', 'model'),
      () => at('hardware', 'STB', 'hVersion'),
    ]),
  };
}

const loose = (value: unknown): Loose =>
  (typeof value === 'object' && value !== null) || typeof value === 'function' ? (value as Loose) : {};

/** A maker's object may throw when it is only looked at. */
function first(read: (value: unknown) => string | null, ways: readonly (() => unknown)[]): string | null {
  for (const way of ways) {
    try {
      const found = read(way());
      if (found !== null) return found;
    } catch {
      // This box has it in another place, or not at all.
    }
  }
  return null;
}

function smartCardIn(value: unknown): string | null {
  const text = String(value ?? '').replace(/\s/g, '');
  return SMART_CARD.test(text) ? text : null;
}

function modelIn(value: unknown): string | null {
  const text = typeof value === 'string' ? value.trim().slice(0, MOST_MODEL) : '';
  return text === '' ? null : text;
}

/** WPE and QtWebKit name WebKit only; Chromium names both. */
export function engineOf(userAgent: string): string {
  const chrome = /Chrom(?:e|ium)\/([\d.]+)/.exec(userAgent)?.[1];
  if (chrome) return `Chromium ${chrome}`;
  const webkit = /AppleWebKit\/([\d.]+)/.exec(userAgent)?.[1];
  return webkit ? `WebKit ${webkit}` : userAgent.slice(0, 120) || 'unknown';
}
