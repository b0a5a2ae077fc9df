// Owns the page's key events, whichever way a box sends them; the rest of the app sees sources and codes only.
import { keyOf, type Profile, type Source } from './profiles.ts';

export interface RawKey {
  readonly source: Source;
  readonly code: number;
}

/** The part of an event that boxes agree on; `which` is iPanel's. */
interface CodedEvent {
  readonly keyCode?: number;
  readonly which?: number;
  readonly ctrlKey?: boolean;
  readonly metaKey?: boolean;
  readonly altKey?: boolean;
  preventDefault?(): void;
}

/** A document as old boxes extend it; handlers answer 0 for "taken" and 1 for "yours". */
interface BoxDocument {
  onirkeypress?: ((event: CodedEvent) => number) | null;
  onsystemevent?: ((event: CodedEvent) => number) | null;
}

/** A window with the functions that Android boxes call: a native key code, or just Back. */
interface BoxWindow {
  linliKey?: (code: number) => void;
  linliBack?: () => void;
}

const ANDROID_BACK = 4;

/**
 * Hands every raw key to `onRaw`. Keys of the profile are kept from the page (Backspace must not walk the history),
 * others are left to the box, and so are combinations with Ctrl, Alt or Meta. Returns how to stop.
 */
export function listen(target: Document, profile: Profile, onRaw: (raw: RawKey) => void): () => void {
  const document = target as Document & BoxDocument;
  const view = target.defaultView as (Window & BoxWindow) | null;
  let keydownWorks = false;
  const take = (source: Source, event: CodedEvent): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const code = event.keyCode || event.which || 0;
    onRaw({ source, code });
    const mine = keyOf(profile, source, code) !== undefined;
    if (mine) event.preventDefault?.();
    return mine;
  };
  const onKeydown = (event: Event) => {
    keydownWorks = true;
    take('keydown', event as CodedEvent);
  };
  // Boxes that send both send the same press twice; those that send keypress only have no keydown to wait for.
  const onKeypress = (event: Event) => {
    if (!keydownWorks) take('keypress', event as CodedEvent);
  };
  const onSystem = (event: CodedEvent) => (take('system', event) ? 0 : 1);

  if (profile.codes.keydown) document.addEventListener('keydown', onKeydown);
  if (profile.codes.keypress) document.addEventListener('keypress', onKeypress);
  if (profile.codes.system) {
    document.onirkeypress = onSystem;
    document.onsystemevent = onSystem;
  }
  if (profile.codes.bridge && view) {
    view.linliKey = (code) => onRaw({ source: 'bridge', code });
    view.linliBack = () => onRaw({ source: 'bridge', code: ANDROID_BACK });
  }
  return () => {
    document.removeEventListener('keydown', onKeydown);
    document.removeEventListener('keypress', onKeypress);
    if (profile.codes.system) {
      document.onirkeypress = null;
      document.onsystemevent = null;
    }
    if (profile.codes.bridge && view) {
      delete view.linliKey;
      delete view.linliBack;
    }
  };
}
