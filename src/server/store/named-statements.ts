// Prepared statements for pg: a statement seen before is not parsed and planned again by the server.
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { STORE_TEXTS } from '../texts/store.ts';
import { reasonOf, StoreError } from './errors.ts';

/** Each connection keeps every named statement: texts beyond this many (lists of changing length) go unnamed. */
const NAMES = 500;
/** cached plan must not change result type: a newer Linli altered the table. */
const STALE_PLAN = '0A000';

/** The pool as Kysely wants it; a connection that is lost, or not had, is StoreError 'unavailable'. */
export function namedStatements(pool: Pool, where: string): PostgresPool {
  const names = new Map<string, string>();
  const wrappers = new WeakMap<PoolClient, PostgresPoolClient>();

  function nameOf(text: string): string | undefined {
    const known = names.get(text);
    if (known !== undefined || names.size >= NAMES || !/^(select|insert|update|delete|with)\b/.test(text)) return known;
    const name = `s${names.size}`;
    names.set(text, name);
    return name;
  }

  function wrap(client: PoolClient): PostgresPoolClient {
    let stale = false;
    async function query(text: string, values: readonly unknown[]) {
      const name = nameOf(text);
      try {
        return await client.query({ text, values: [...values], ...(name !== undefined && { name }) });
      } catch (error) {
        if ((error as { code?: string }).code === STALE_PLAN) stale = true;
        throw unavailableIfLost(error, where);
      }
    }
    // Kysely's other overload takes a cursor, which it makes only where it was given a Cursor class.
    return {
      query: query as unknown as PostgresPoolClient['query'],
      release: (destroy) => client.release(destroy || stale),
    };
  }

  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect().catch((error: unknown) => {
        throw new StoreError('unavailable', STORE_TEXTS.unavailable(where, reasonOf(error)), { cause: error });
      });
      const wrapper = wrappers.get(client) ?? wrap(client);
      wrappers.set(client, wrapper);
      return wrapper;
    },
  };
}

/** By SQLSTATE (57P: the server shuts down, 08: the connection broke), by errno, or by pg's own words, which carry no code. */
function unavailableIfLost(error: unknown, where: string): unknown {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  const lost =
    /^(57P|08|ECONN|EPIPE|ETIMEDOUT)/.test(code) || /^(Connection terminated|Client has encountered)/.test(message);
  return lost ? new StoreError('unavailable', STORE_TEXTS.unavailable(where, message), { cause: error }) : error;
}
