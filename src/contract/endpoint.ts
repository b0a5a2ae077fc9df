// One endpoint of the API as data: the server routes it, the docs print it, the mocks answer it, the clients are typed by it.
import { z } from 'zod';

/** Who may call: anyone, a signed-in staff member (even before a forced password change), staff with permissions, or a box. */
export type Access = 'public' | 'session' | 'staff' | 'box';

const Nothing = z.undefined();
type Nothing = typeof Nothing;

export interface Endpoint<
  Path extends string = string,
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
  Who extends Access = Access,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Fastify's notation: `/api/notices/:id` */
  readonly path: Path;
  readonly access: Who;
  /** One line for the API's documentation, in English. */
  readonly summary: string;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly reply: Reply;
  readonly status: 200 | 201 | 204;
  /** A call that answers well on the demo district; also the mock's answer and the test's fixture. */
  readonly example: Example<Params, Query, Body, Reply>;
}

interface Example<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType, Reply extends z.ZodType> {
  readonly params?: z.input<Params>;
  readonly query?: z.input<Query>;
  readonly body?: z.input<Body>;
  readonly reply: z.input<Reply>;
}

/** What is left out of `spec` (params, query, body) is absent from the call; status is 200 unless told. */
export function endpoint<
  const Path extends string,
  const Who extends Access,
  Reply extends z.ZodType,
  Params extends z.ZodType = Nothing,
  Query extends z.ZodType = Nothing,
  Body extends z.ZodType = Nothing,
>(spec: {
  method: Endpoint['method'];
  path: Path;
  access: Who;
  summary: string;
  params?: Params;
  query?: Query;
  body?: Body;
  reply: Reply;
  status?: Endpoint['status'];
  example: Example<Params, Query, Body, Reply>;
}): Endpoint<Path, Params, Query, Body, Reply, Who> {
  return {
    ...spec,
    params: spec.params ?? (Nothing as unknown as Params),
    query: spec.query ?? (Nothing as unknown as Query),
    body: spec.body ?? (Nothing as unknown as Body),
    status: spec.status ?? 200,
  };
}

/** One page of a table: `total` rows match, `items` are those of page `page` (from 1). */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    total: z.int().nonnegative(),
    page: z.int().positive(),
    pageSize: z.int().positive(),
  });

/** The query of every paged table. */
export const PageQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(20),
});
