// Imports over HTTP.
import { Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import {
  applyImport,
  createImport,
  IMPORT_FILE_LIMIT,
  listImportRows,
  listImports,
  readImport,
} from '../../../contract/imports.ts';
import type { Serve } from '../../http/route.ts';
import { ProblemError } from '../../problem.ts';
import type { ImportService } from './service.ts';

export function importRoutes(serve: Serve, imports: ImportService): void {
  serve(createImport, ({ caller, query, request }) =>
    imports.create(caller, query, async () => {
      const part = await request.file({ limits: { fileSize: IMPORT_FILE_LIMIT } });
      if (!part) throw new ProblemError('import-unreadable');
      return Readable.from(whole(part.file));
    }),
  );
  serve(listImports, ({ caller, query }) => imports.list(caller, query));
  serve(readImport, ({ caller, params }) => imports.read(caller, params.id));
  serve(listImportRows, ({ caller, params, query }) => imports.rows(caller, params.id, query));
  serve(applyImport, ({ caller, params }) => imports.apply(caller, params.id));
}

/** Where a file goes beyond the limit its stream just ends: half a list would be imported. */
async function* whole(file: MultipartFile['file']): AsyncGenerator<Buffer> {
  yield* file;
  if (file.truncated) throw new ProblemError('too-large');
}
