// Pictures: checked, re-encoded by a library, kept as files named by their content.
import { createHash } from 'node:crypto';
import { constants, promises as fs } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { PictureId } from '../../../contract/ids.ts';
import type { Picture } from '../../../contract/notices.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { scopesOrRefuse } from '../../access.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import { findPictures, insertPicture } from './store.ts';

/** The reader's column is 1248 wide; more would only cost the boxes memory. */
const BOUNDS = { width: 1280, height: 960, fit: 'inside', withoutEnlargement: true } as const;
/** 40 megapixels: a phone's camera, not a decompression bomb. */
const PIXELS = 40_000_000;
const FORMATS = ['jpeg', 'png', 'webp'];

export function createPictureService(deps: { store: Store; runtime: Runtime; folder: string }) {
  const { store, runtime } = deps;
  const fileOf = (id: PictureId) => path.join(deps.folder, `${id}.jpg`);

  return {
    /** Stores what `receive` brings as a JPEG without metadata; the same picture again is the same id. Throws `picture-invalid`. */
    async add(actor: Actor, receive: () => Promise<Buffer>): Promise<Picture> {
      scopesOrRefuse(actor, 'notice.write');
      const { data, info } = await encode(await receive());
      const id = PictureId.parse(createHash('sha256').update(data).digest('hex'));
      await writeDurably(fileOf(id), data);
      const picture = { id, width: info.width, height: info.height, bytes: data.length };
      await insertPicture(store.db, { ...picture, staff_id: actor.id, created_at: instantOf(runtime.clock()) });
      return picture;
    },

    /** The JPEG's bytes, or undefined. Open to whoever knows the id: it cannot be guessed, and notices are public. */
    async read(id: PictureId): Promise<Buffer | undefined> {
      try {
        return await fs.readFile(fileOf(id));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },

    /** Sizes by id, for the notices that show them. */
    async sizes(ids: readonly PictureId[]): Promise<Map<PictureId, Picture>> {
      const rows = await findPictures(store.db, ids);
      return new Map(rows.map((row) => [row.id, row]));
    },
  };
}

export type PictureService = ReturnType<typeof createPictureService>;

async function encode(bytes: Buffer) {
  try {
    const image = sharp(bytes, { limitInputPixels: PIXELS, failOn: 'error' });
    const { format } = await image.metadata();
    if (!format || !FORMATS.includes(format)) throw new ProblemError('picture-invalid');
    return await image
      .autoOrient()
      .resize(BOUNDS)
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
  } catch {
    throw new ProblemError('picture-invalid');
  }
}

/** Written whole or not at all: to a name of its own, synced, then renamed. */
async function writeDurably(file: string, data: Buffer): Promise<void> {
  await fs.mkdir(path.dirname(file), { recursive: true });
  const partial = `${file}.part`;
  const handle = await fs.open(partial, constants.O_CREAT | constants.O_TRUNC | constants.O_WRONLY, 0o600);
  try {
    await handle.writeFile(data);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await fs.rename(partial, file);
}
