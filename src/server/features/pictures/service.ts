// Pictures of notices: made fit for the screen, kept as files named by their content.
import { PictureId } from '../../../contract/ids.ts';
import type { Picture } from '../../../contract/notices.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { scopesOrRefuse } from '../../access.ts';
import { createJpegFolder, encodeJpeg } from '../../jpeg.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import { findPictures, insertPicture } from './store.ts';

/** The reader's column is 1248 wide; more would only cost the boxes memory. 40 megapixels: a phone's camera. */
const BOUNDS = { width: 1280, height: 960, pixels: 40_000_000 };

export function createPictureService(deps: { store: Store; runtime: Runtime; folder: string }) {
  const { store, runtime } = deps;
  const files = createJpegFolder(deps.folder);

  return {
    /** Stores what `receive` brings as a JPEG without metadata; the same picture again is the same id. Throws `picture-invalid`. */
    async add(actor: Actor, receive: () => Promise<Buffer>): Promise<Picture> {
      scopesOrRefuse(actor, 'notice.write');
      const { data, info } = await encodeJpeg(await receive(), BOUNDS);
      const id = PictureId.parse(await files.keep(data));
      const picture = { id, width: info.width, height: info.height, bytes: data.length };
      await insertPicture(store.db, { ...picture, staff_id: actor.id, created_at: instantOf(runtime.clock()) });
      return picture;
    },

    /** The JPEG's bytes, or undefined. Open to whoever knows the id: it cannot be guessed, and notices are public. */
    read: (id: PictureId): Promise<Buffer | undefined> => files.read(id),

    /** Sizes by id, for the notices that show them. */
    async sizes(ids: readonly PictureId[]): Promise<Map<PictureId, Picture>> {
      const rows = await findPictures(store.db, ids);
      return new Map(rows.map((row) => [row.id, row]));
    },
  };
}

export type PictureService = ReturnType<typeof createPictureService>;
