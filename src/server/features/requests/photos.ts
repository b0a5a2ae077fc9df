// Photos of requests: personal data, so read only by whoever may read the case, or holds the link of the draft.
import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { ProblemCode } from '../../../contract/problem.ts';
import { RequestPhotoId } from '../../../contract/requests.ts';
import { createJpegFolder, encodeJpeg } from '../../jpeg.ts';

/** Phones shrink them to this before; one that could not sends what its camera made. */
const BOUNDS = { width: 1600, height: 1600, pixels: 36_000_000 };

/** @param folder is made with the first photo */
export function createRequestPhotos({ folder }: { folder: string }) {
  const files = createJpegFolder(folder);

  return {
    /** The same photo again is the same id. @throws ProblemError picture-invalid */
    async put(bytes: Buffer): Promise<RequestPhotoId> {
      const { data } = await encodeJpeg(bytes, BOUNDS);
      return RequestPhotoId.parse(await files.keep(data));
    },

    /** The JPEG's bytes, or undefined. Checks no access. */
    read: (id: RequestPhotoId): Promise<Buffer | undefined> => files.read(id),

    /** Are all of them here? */
    async has(ids: readonly RequestPhotoId[]): Promise<boolean> {
      for (const id of ids) if (!(await ageOf(files.fileOf(id)))) return false;
      return true;
    },

    /**
     * Removes what was written before an instant (ms) and is in none of the requests and drafts, and what a write that
     * was cut off left behind. `named`: those of the given that are.
     */
    async dropUnused(
      before: number,
      named: (ids: readonly RequestPhotoId[]) => Promise<ReadonlySet<RequestPhotoId>>,
    ): Promise<void> {
      const names = await fs.readdir(folder).catch(() => []);
      const old: { file: string; id: RequestPhotoId | undefined }[] = [];
      for (const name of names) {
        const file = path.join(folder, name);
        const id = RequestPhotoId.safeParse(path.basename(name, '.jpg')).data;
        if (await isBefore(file, before)) old.push({ file, id });
      }
      const kept = await named(old.flatMap(({ id }) => id ?? []));
      for (const { file, id } of old) {
        if (id && kept.has(id)) continue;
        // Meanwhile somebody may have handed in the same again.
        if (await isBefore(file, before)) await fs.rm(file, { force: true });
      }
    },
  };
}

/** What was sent is at fault, and not the way it came. */
export const PHOTO_REFUSALS: readonly ProblemCode[] = ['too-large', 'picture-invalid'];

export type RequestPhotos = ReturnType<typeof createRequestPhotos>;

/** When a file was written, in ms; undefined: there is none. */
const ageOf = (file: string): Promise<number | undefined> =>
  fs.stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined,
  );

const isBefore = async (file: string, ms: number): Promise<boolean> => ((await ageOf(file)) ?? ms) < ms;
