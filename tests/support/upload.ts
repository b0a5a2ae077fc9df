// Lists of boxes uploaded to a test server, and waited for.
import { readFile } from 'node:fs/promises';
import {
  createImport,
  type Import,
  type ImportResult,
  listImportRows,
  readImport,
} from '../../src/contract/imports.ts';
import type { Caller, TestServer } from './server.ts';
import { soon } from './soon.ts';

const BOUNDARY = 'a-list-of-boxes';

/** A multipart body with one file. */
export const multipart = (bytes: Buffer | string) => ({
  headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
  payload: Buffer.concat([
    Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="list"\r\n\r\n`),
    Buffer.from(bytes),
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]),
});

export function uploads(server: TestServer) {
  const read = async (caller: Caller, id: string): Promise<Import> =>
    (await server.send(caller, readImport, { params: { id } })).body;

  async function upload(caller: Caller, content: Buffer | string, { dryRun = true, name = '清单.csv' } = {}) {
    const { headers, payload } = multipart(content);
    const response = await server.app.inject({
      method: createImport.method,
      url: createImport.path,
      query: { dryRun: dryRun ? '1' : '0', name },
      headers: { ...caller.headers, ...headers },
      payload,
    });
    return { status: response.statusCode, body: response.json() };
  }

  const finished = (caller: Caller, id: string): Promise<Import> =>
    soon(async () => {
      const found = await read(caller, id);
      if (found.finishedAt === null) throw new Error(`still ${found.state}: ${found.done} of ${found.rows}`);
      return found;
    });

  async function report(caller: Caller, id: string, result?: ImportResult) {
    const query = { pageSize: 100, ...(result && { result }) };
    const { body } = await server.send(caller, listImportRows, { params: { id }, query });
    return body.items as { row: number; result: ImportResult; smartCard: string; message: string }[];
  }

  return {
    read,
    upload,
    finished,
    report,
    uploadFile: async (caller: Caller, file: string, given?: { dryRun?: boolean; name?: string }) =>
      upload(caller, await readFile(file), given),
    /** Uploaded and carried out, with its report. */
    async carryOut(caller: Caller, content: Buffer | string, given?: { dryRun?: boolean; name?: string }) {
      const { status, body } = await upload(caller, content, given);
      if (status !== 201) throw new Error(`${status}: ${JSON.stringify(body)}`);
      return { ...(await finished(caller, body.id)), report: await report(caller, body.id) };
    },
  };
}
