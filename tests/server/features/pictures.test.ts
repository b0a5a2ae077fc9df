import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPicture, readNotice } from '../../../src/contract/notices.ts';
import { type Caller, openTestServer, type TestServer } from '../../support/server.ts';

const BOUNDARY = 'xxxx';
const form = (bytes: Buffer, type = 'image/png') =>
  Buffer.concat([
    Buffer.from(
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: ${type}\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]);

describe('a picture', () => {
  let server: TestServer;
  let author: Caller;
  beforeAll(async () => {
    server = await openTestServer();
    author = await server.staff('chezhan');
  });
  afterAll(() => server.stop());

  const upload = async (bytes: Buffer) => {
    const response = await server.app.inject({
      method: 'POST',
      url: createPicture.path,
      headers: { ...author.headers, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
      payload: form(bytes),
    });
    return { status: response.statusCode, body: response.json() };
  };
  const photo = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#c08040' } }).withExif({
      IFD0: { Copyright: 'secret place' },
    });
  const files = () => readdir(path.join(server.dataDir, 'pictures')).catch(() => []);

  it('is re-encoded within the screen, loses its metadata, and is named by its content', async () => {
    const { status, body } = await upload(await photo(4000, 3000).jpeg().toBuffer());
    expect({ status, width: body.width, height: body.height }).toEqual({ status: 201, width: 1280, height: 960 });
    const shown = await server.app.inject({ url: `/api/pictures/${body.id}` });
    expect(shown.headers['content-type']).toBe('image/jpeg');
    expect(createHash('sha256').update(shown.rawPayload).digest('hex')).toBe(body.id);
    expect((await sharp(shown.rawPayload).metadata()).exif).toBeUndefined();
    expect(shown.rawPayload.includes('secret place')).toBe(false);
  });

  it('is stored once when uploaded twice', async () => {
    const bytes = await photo(300, 200).png().toBuffer();
    const [one, two] = [await upload(bytes), await upload(bytes)];
    expect(two.body.id).toBe(one.body.id);
    expect((await files()).filter((file) => file.startsWith(one.body.id))).toHaveLength(1);
  });

  it('stands in a notice with its size', async () => {
    const { body } = await upload(await photo(640, 480).webp().toBuffer());
    const notice = await server.notice(author, server.draft({ text: `看图\n\n![示意图](picture:${body.id})` }));
    const read = await server.send(author, readNotice, { params: { id: notice.id } });
    expect(read.body.blocks[1]).toEqual({ type: 'picture', picture: body.id, alt: '示意图', width: 640, height: 480 });
  });

  it.each([
    ['text that calls itself a picture', Buffer.from('<script>alert(1)</script>')],
    [
      'an SVG, which can carry scripts',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    ],
    ['an empty file', Buffer.alloc(0)],
    ['a picture cut off half-way', Buffer.from('89504e470d0a1a0a0000000d49484452000001', 'hex')],
  ])('is refused where it is %s, and nothing is stored', async (_what, bytes) => {
    const before = await files();
    expect(await upload(bytes)).toMatchObject({ status: 422, body: { code: 'picture-invalid' } });
    expect(await files()).toEqual(before);
  });

  it('is refused where it is too large', async () => {
    expect(await upload(Buffer.alloc(13_000_000))).toMatchObject({ status: 413, body: { code: 'too-large' } });
  });

  it('is not found under a name that is none, least of all outside its folder', async () => {
    for (const name of ['..%2f..%2fkeys%2fmaster.key', 'f'.repeat(64), 'x'])
      expect((await server.app.inject({ url: `/api/pictures/${name}` })).json()).toMatchObject({ code: 'not-found' });
  });
});
