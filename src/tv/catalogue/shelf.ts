// The catalogue on the box's shelf: the manifest, and each part as a record of its own, which gives way when there is no room.
import type { Manifest, PartHash } from '../../contract/catalogue.ts';
import { isObject, recordOn, type ShelfRecord } from '../feed/record.ts';
import type { Shelf } from '../ports.ts';

/** `confirmed`: when the server last said that there is no newer one, ms. */
interface KeptManifest {
  readonly manifest: Manifest;
  readonly confirmed: number;
}

interface KeptPart {
  readonly hash: PartHash;
  /** As it was served. */
  readonly text: string;
}

export interface CatalogueShelf {
  readonly manifest: ShelfRecord<KeptManifest>;
  part(name: string): ShelfRecord<KeptPart>;
  /** Takes one part away for the sake of something more important; false: there is none. */
  makeRoom(): boolean;
  clear(): void;
}

const HASH_LENGTH = 128;

export function catalogueOn(shelf: Shelf): CatalogueShelf {
  const manifest = recordOn(shelf, 'linli.catalogue', 1, checkManifest);

  /** Not as JSON: inside it every quotation mark of a part would be two characters, and be read twice. */
  function part(name: string): ShelfRecord<KeptPart> {
    const key = `linli.part.${name}`;
    return {
      read() {
        const stored = shelf.read(key);
        if (stored === null || stored.length <= HASH_LENGTH) return null;
        return { hash: stored.slice(0, HASH_LENGTH) as PartHash, text: stored.slice(HASH_LENGTH) };
      },
      write: ({ hash, text }) => shelf.write(key, hash + text),
      remove: () => shelf.remove(key),
    };
  }

  const names = (): readonly string[] => manifest.read()?.manifest.parts.map(({ name }) => name) ?? [];

  return {
    manifest,
    part,
    makeRoom() {
      const name = names().find((each) => part(each).read() !== null);
      if (name === undefined) return false;
      part(name).remove();
      return true;
    },
    clear() {
      for (const name of names()) part(name).remove();
      manifest.remove();
    },
  };
}

/** It was proved before it was put there. */
function checkManifest(value: unknown): KeptManifest | null {
  if (!isObject(value) || typeof value.confirmed !== 'number' || !isObject(value.manifest)) return null;
  const { parts, signature } = value.manifest;
  if (!Array.isArray(parts) || !parts.every(isObject) || !isObject(signature)) return null;
  return value as unknown as KeptManifest;
}
