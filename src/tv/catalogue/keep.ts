// Keeps what the box holds of the catalogue: from the shelf first, then in step with what the server says is the newest.
import type { BoxHome } from '../../contract/boxes.ts';
import type { Manifest, PartHash } from '../../contract/catalogue.ts';
import { checkManifest } from '../../domain/signing/check-manifest.ts';
import { type KeyOf, verifyInScript } from '../../domain/signing/trust.ts';
import type { Ask } from '../box/ask.ts';
import { backoff } from '../feed/backoff.ts';
import type { Clock } from '../feed/clock.ts';
import { PATHS } from '../feed/paths.ts';
import { inPieces } from '../feed/pieces.ts';
import { parse } from '../feed/record.ts';
import type { Log } from '../log.ts';
import type { Cancel, Random, Timers } from '../ports.ts';
import { type Catalogue, contentsOf, kindOf, soundIn } from './catalogue.ts';
import { hashText } from './hash-text.ts';
import type { CatalogueShelf } from './shelf.ts';

export interface CatalogueParts {
  readonly ask: Ask;
  readonly timers: Timers;
  readonly random: Random;
  readonly log: Log;
  readonly clock: Clock;
  readonly kept: CatalogueShelf;
  /** Which keys are trusted now. */
  readonly keyOf: KeyOf;
  /** Asks the server for the list of keys. */
  readonly readKeys: () => Promise<unknown>;
  readonly emit: (catalogue: Catalogue) => void;
}

type Wanted = Pick<BoxHome, 'catalogue' | 'community'>;

export interface CatalogueKeeper {
  /** Where this box stands and which catalogue is the newest, as the server has just said it. */
  heard(home: Wanted): void;
  /** Other keys may be trusted than before. */
  keysChanged(): void;
  /** The line is up: a pause that was for a dead one is over. */
  hurry(): void;
  stop(): void;
}

interface Held {
  readonly hash: PartHash;
  readonly list: readonly unknown[];
}

const RETRY_MS = { first: 10_000, most: 15 * 60_000 };
/** A flash memory does not like to be written each time that nothing has changed. */
const CONFIRM_EVERY_MS = 600_000;

export function keepCatalogue(parts: CatalogueParts): CatalogueKeeper {
  const { ask, timers, random, log, clock, kept, keyOf, emit } = parts;
  let manifest: Manifest | null = null;
  let confirmed = 0;
  let held: Readonly<Record<string, Held>> = {};
  let wanted: Wanted | null = null;
  let failures = 0;
  /** A part was gone: the manifest that names it is not the newest. */
  let outdated = false;
  let busy = true;
  let stopped = false;
  let waiting: Cancel | null = null;
  let isFull = false;
  /** Since it was last told. */
  let changed = false;

  const isTrusted = ({ signature }: Manifest): boolean => typeof keyOf(signature.key) === 'object';

  function tell(): void {
    changed = false;
    if (stopped) return;
    const lists: Record<string, readonly unknown[]> = {};
    for (const name of Object.keys(held)) lists[name] = held[name]?.list ?? [];
    emit({ ...contentsOf(lists), phone: manifest?.phone ?? null, asOf: confirmed });
  }

  /** What is on the shelf was proved before it was put there; but its key may be trusted no longer. */
  async function open(): Promise<void> {
    const found = kept.manifest.read();
    const rest = inPieces(timers);
    if (found && isTrusted(found.manifest)) {
      manifest = found.manifest;
      confirmed = found.confirmed;
      for (const { name } of found.manifest.parts) {
        const part = kept.part(name).read();
        if (part) hold(name, part.hash, part.text);
        await rest();
        if (stopped) return;
      }
      tell();
    } else if (found) kept.clear();
    busy = false;
    await renew();
  }

  function hold(name: string, hash: PartHash, text: string): void {
    const kind = kindOf(name);
    if (kind) held = { ...held, [name]: { hash, list: soundIn(kind, parse(text)) } };
    changed = true;
  }

  /** What came under a key that is trusted no longer goes at once. */
  function purge(): void {
    if (!manifest || isTrusted(manifest)) return;
    log.error('catalogue: dropped, key-revoked');
    kept.clear();
    manifest = null;
    held = {};
    tell();
  }

  const isBehind = ({ catalogue, community }: Wanted): boolean =>
    outdated || !manifest || manifest.community !== community.code || manifest.version < catalogue;

  const missing = () =>
    (manifest?.parts ?? []).filter(({ name, hash }) => kindOf(name) !== null && held[name]?.hash !== hash);

  async function renew(): Promise<void> {
    if (busy || stopped || !wanted || wanted.catalogue === 0) return;
    busy = true;
    waiting?.();
    waiting = null;
    purge();
    const asked = wanted;
    const isWhole = (!isBehind(asked) || (await takeManifest(asked))) && (await takeParts());
    busy = false;
    if (stopped) return;
    if (isWhole) {
      failures = 0;
      confirm();
    } else {
      waiting = timers.after(backoff(random, failures, RETRY_MS.first, RETRY_MS.most), () => void renew());
      failures += 1;
    }
    if (changed) tell();
    if (wanted !== asked) await renew();
  }

  async function takeManifest({ community }: Wanted): Promise<boolean> {
    const { status, body } = await ask({ method: 'GET', path: PATHS.manifest, headers: {} });
    if (stopped || status !== 200) return false;
    const version = manifest?.community === community.code ? manifest.version : 0;
    const check = () => checkManifest(parse(body), { community: community.code, version }, keyOf, verifyInScript);
    let checked = check();
    if ('reason' in checked && checked.reason === 'key-unknown') {
      await parts.readKeys();
      if (stopped) return false;
      checked = check();
    }
    if ('reason' in checked) {
      log.error(`catalogue: refused, ${checked.reason}`);
      return false;
    }
    forgetOthers(checked.manifest);
    manifest = checked.manifest;
    confirmed = clock.now();
    outdated = false;
    changed = true;
    write();
    return true;
  }

  /** Parts that nobody names any more go; what the newest names, but is not here yet, stays as it was. */
  function forgetOthers(next: Manifest): void {
    const named = next.parts.map(({ name }) => name as string);
    for (const { name } of manifest?.parts ?? []) if (named.indexOf(name) < 0) kept.part(name).remove();
    held = Object.fromEntries(Object.entries(held).filter(([name]) => named.indexOf(name) >= 0));
  }

  /** True when all of them are here. */
  async function takeParts(): Promise<boolean> {
    const of = manifest;
    let isWhole = true;
    for (const { name, hash } of missing()) {
      const { status, body } = await ask({ method: 'GET', path: PATHS.part.replace(':hash', hash), headers: {} });
      if (stopped || manifest !== of) return false;
      if (status !== 200) {
        isWhole = false;
        outdated ||= status === 404;
        // Nobody is there: for the others neither.
        if (status === 0) break;
        continue;
      }
      const isSame = (await hashText(body, timers)) === hash;
      if (stopped || manifest !== of) return false;
      if (!isSame) {
        log.error(`catalogue: refused, altered: ${name}`);
        isWhole = false;
        continue;
      }
      hold(name, hash, body);
      if (!kept.part(name).write({ hash, text: body })) full();
    }
    return isWhole;
  }

  /** It stays in memory until the box is switched off. */
  function full(): void {
    if (!isFull) log.warn('catalogue: the shelf is full');
    isFull = true;
  }

  function write(): void {
    if (manifest) kept.manifest.write({ manifest, confirmed });
  }

  function confirm(): void {
    const now = clock.now();
    if (now - confirmed < CONFIRM_EVERY_MS && now >= confirmed) return;
    confirmed = now;
    changed = true;
    write();
  }

  void open();
  return {
    heard(home) {
      wanted = home;
      void renew();
    },
    keysChanged() {
      purge();
      void renew();
    },
    hurry() {
      if (!waiting) return;
      failures = 0;
      void renew();
    },
    stop() {
      stopped = true;
      waiting?.();
    },
  };
}
