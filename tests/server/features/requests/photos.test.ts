import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RequestPhotoId } from '../../../../src/contract/requests.ts';
import { createRequestPhotos, type RequestPhotos } from '../../../../src/server/features/requests/photos.ts';

const GPS = { GPSLatitudeRef: 'N', GPSLatitude: '36/1 48/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '117/1 51/1 0/1' };
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c08040' } });
const NONE = new Set<RequestPhotoId>();

describe('photos of requests', () => {
  let folder: string;
  let photos: RequestPhotos;
  beforeAll(async () => {
    folder = path.join(await mkdtemp(path.join(os.tmpdir(), 'linli-photos-')), 'request-photos');
    photos = createRequestPhotos({ folder });
  });
  afterAll(() => rm(path.dirname(folder), { recursive: true, force: true }));
  const files = () => readdir(folder).catch(() => []);
  const read = async (id: RequestPhotoId): Promise<Buffer> => {
    const bytes = await photos.read(id);
    if (!bytes) throw new Error(`${id} is not there`);
    return bytes;
  };

  it('lose where and with what they were taken, and stand upright', async () => {
    const taken = await plain(2400, 1800)
      .withMetadata({ orientation: 6 })
      .withExif({ IFD0: { Copyright: 'secret owner' }, IFD3: GPS })
      .jpeg()
      .toBuffer();
    expect(taken.includes('secret owner')).toBe(true);
    expect((await sharp(taken).metadata()).exif?.length).toBeGreaterThan(100);
    const kept = await read(await photos.put(taken));
    const { exif, xmp, iptc, orientation, width, height, format } = await sharp(kept).metadata();
    expect({ exif, xmp, iptc, orientation }).toEqual({});
    expect({ width, height, format }).toEqual({ width: 1200, height: 1600, format: 'jpeg' });
    expect(kept.includes('secret owner')).toBe(false);
  });

  it('are named by their content, and for the server alone to read', async () => {
    const id = await photos.put(await plain(30, 20).webp().toBuffer());
    expect(
      createHash('sha256')
        .update(await read(id))
        .digest('hex'),
    ).toBe(id);
    expect((await stat(path.join(folder, `${id}.jpg`))).mode & 0o777).toBe(0o600);
    expect([await photos.has([id]), await photos.has([id, RequestPhotoId.parse('f'.repeat(64))])]).toEqual([
      true,
      false,
    ]);
  });

  it('are one file, whole, when the same comes many times at once', async () => {
    const bytes = await plain(900, 700).png().toBuffer();
    const ids = await Promise.all(Array.from({ length: 6 }, () => photos.put(bytes)));
    expect(new Set(ids).size).toBe(1);
    expect((await sharp(await read(ids[0] as RequestPhotoId)).metadata()).width).toBe(900);
    expect((await files()).filter((file) => file.endsWith('.part'))).toEqual([]);
  });

  it('carry nothing of what was hidden behind a picture', async () => {
    const hidden = Buffer.from('PK\u0003\u0004<script>alert(1)</script>');
    const kept = await read(await photos.put(Buffer.concat([await plain(40, 40).jpeg().toBuffer(), hidden])));
    expect(kept.includes('<script>')).toBe(false);
  });

  it.each<[string, () => Buffer | Promise<Buffer>]>([
    ['HTML', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    [
      'an SVG, which can carry scripts',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    ],
    ['a zip', () => Buffer.from('504b030414000000', 'hex')],
    ['a GIF', () => plain(9, 9).gif().toBuffer()],
    ['a TIFF', () => plain(9, 9).tiff().toBuffer()],
    ["HTML behind a JPEG's first bytes", () => Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.from('<html>')])],
    ['empty', () => Buffer.alloc(0)],
    ['a picture cut off half-way', async () => (await plain(800, 600).jpeg().toBuffer()).subarray(0, 1500)],
    ['forty megapixels in a few bytes', () => plain(8000, 5000).png().toBuffer()],
  ])('are refused where they are %s, and nothing is stored', async (_what, make) => {
    const bytes = await make();
    const before = await files();
    await expect(photos.put(bytes)).rejects.toMatchObject({ code: 'picture-invalid' });
    expect(await files()).toEqual(before);
  });

  it('that nothing names are removed once they are old, and what a cut-off write left, but not those of now', async () => {
    const [lost, named, fresh] = [
      await photos.put(await plain(10, 10).png().toBuffer()),
      await photos.put(await plain(11, 10).png().toBuffer()),
      await photos.put(await plain(12, 10).png().toBuffer()),
    ];
    await writeFile(path.join(folder, 'half.jpg.1-1.part'), 'half');
    for (const file of [`${lost}.jpg`, `${named}.jpg`, 'half.jpg.1-1.part'])
      await utimes(path.join(folder, file), 1, 1);
    await photos.dropUnused(2_000, async () => new Set([named]));
    expect([await photos.has([lost]), await photos.has([named]), await photos.has([fresh])]).toEqual([
      false,
      true,
      true,
    ]);
    expect(await files()).not.toContain('half.jpg.1-1.part');
  });

  it('are not touched where none was ever handed in', async () => {
    await createRequestPhotos({ folder: path.join(folder, 'none') }).dropUnused(2_000, async () => NONE);
  });
});
