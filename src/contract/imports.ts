// Importing the operator's list of boxes: CSV or XLSX, tried first, reported row by row, resumed where it was cut off.
import { z } from 'zod';
import { endpoint, PageQuery, pageOf } from './endpoint.ts';
import { ImportId } from './ids.ts';
import { Instant } from './time.ts';

/** The columns of the list, in any order, by these headings. `household` is a 22-digit code or a room: 101. */
export const IMPORT_COLUMNS = {
  smartCard: '智能卡号',
  model: '型号',
  chipId: '芯片号',
  /** 车站社区1号楼; with or without the town before it, and blanks between. */
  address: '地址',
  household: '户号',
  /** 是 or 否, also 1/0, Y/N. */
  twoWay: '双向',
  hd: '高清',
} as const;

/** `good`: stored (or would be). `same`: stored before just like this. `duplicate`: its number stands in another row, or on another box. */
export const IMPORT_RESULTS = ['good', 'same', 'duplicate', 'unknown-address', 'malformed'] as const;
export const ImportResult = z.enum(IMPORT_RESULTS);
export type ImportResult = z.infer<typeof ImportResult>;

export const IMPORT_STATES = ['reading', 'running', 'done', 'failed'] as const;

export const Import = z.object({
  id: ImportId,
  file: z.string(),
  /** A dry run reports and stores nothing. */
  dryRun: z.boolean(),
  /** `reading`: the file is taken apart. `running`: row by row. `failed`: `failure` says why. */
  state: z.enum(IMPORT_STATES),
  failure: z.string().nullable(),
  /** Rows below the headings; null while they are counted. */
  rows: z.int().nullable(),
  done: z.int(),
  counts: z.record(ImportResult, z.int()),
  by: z.string(),
  at: Instant,
  finishedAt: Instant.nullable(),
});
export type Import = z.infer<typeof Import>;

export const ImportRow = z.object({
  /** As the spreadsheet counts: the headings are row 1. */
  row: z.int().positive(),
  result: ImportResult,
  smartCard: z.string(),
  /** A sentence for whoever mends the list; empty where all is well. */
  message: z.string(),
});
export type ImportRow = z.infer<typeof ImportRow>;

const params = z.object({ id: ImportId });
const example: z.input<typeof Import> = {
  id: '019ab000-0000-7000-8000-0000000000d1',
  file: '机顶盒清单.xlsx',
  dryRun: true,
  state: 'done',
  failure: null,
  rows: 3,
  done: 3,
  counts: { good: 1, same: 0, duplicate: 1, 'unknown-address': 1, malformed: 0 },
  by: '周管理员',
  at: '2026-11-23T09:00:00.000Z',
  finishedAt: '2026-11-23T09:00:02.000Z',
};

/** Bytes of a list. */
export const IMPORT_FILE_LIMIT = 32 * 1024 * 1024;

/** Multipart with one field `file` (up to 32 MB); the answer comes as soon as the file is stored, the work goes on. */
export const createImport = endpoint({
  method: 'POST',
  path: '/api/imports',
  access: 'staff',
  summary: 'Upload a list of boxes (multipart, field "file"): CSV in UTF-8 or GB18030, or XLSX',
  query: z.object({ dryRun: z.enum(['1', '0']).default('1'), name: z.string().trim().min(1).max(120) }),
  reply: Import,
  status: 201,
  example: {
    query: { dryRun: '1', name: '机顶盒清单.xlsx' },
    reply: { ...example, state: 'reading', rows: null, done: 0 },
  },
});

export const listImports = endpoint({
  method: 'GET',
  path: '/api/imports',
  access: 'staff',
  summary: 'Imports, newest first',
  query: PageQuery,
  reply: pageOf(Import),
  example: { query: {}, reply: { items: [example], total: 1, page: 1, pageSize: 20 } },
});

export const readImport = endpoint({
  method: 'GET',
  path: '/api/imports/:id',
  access: 'staff',
  summary: 'How far an import is',
  params,
  reply: Import,
  example: { params: { id: example.id }, reply: example },
});

export const listImportRows = endpoint({
  method: 'GET',
  path: '/api/imports/:id/rows',
  access: 'staff',
  summary: 'The report, row by row',
  params,
  query: PageQuery.extend({ result: ImportResult.optional() }),
  reply: pageOf(ImportRow),
  example: {
    params: { id: example.id },
    query: { result: 'duplicate' },
    reply: {
      items: [{ row: 3, result: 'duplicate', smartCard: '8531002026000017', message: '智能卡号和第 2 行重复' }],
      total: 1,
      page: 1,
      pageSize: 20,
    },
  },
});

export const applyImport = endpoint({
  method: 'POST',
  path: '/api/imports/:id/apply',
  access: 'staff',
  summary: 'Store what a dry run found good: a new import of the same file',
  params,
  reply: Import,
  status: 201,
  example: { params: { id: example.id }, reply: { ...example, dryRun: false } },
});
