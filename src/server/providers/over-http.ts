// Providers asked over HTTP, for JSON or XML: within a time and a size, without following anyone elsewhere.
import type { Statement } from '../../contract/bills.ts';
import { decodeXml } from '../../domain/cap/xml-read.ts';
import { type Clock, instantOf } from '../runtime.ts';
import type { HttpSettings } from './config.ts';
import { outagesOf, statementOf } from './mapping.ts';
import { type Provider, ProviderError } from './port.ts';
import { type Tree, treeOfJson, treeOfXml } from './tree.ts';

const ANSWER_LIMIT = 1024 * 1024;

export function overHttp(settings: HttpSettings, clock: Clock): Provider {
  const { utility, name, phone, kind, testAccount, atOnce, bills, outages } = settings;

  async function ask(url: string): Promise<Tree> {
    return treeOf(kind, await get(url, settings));
  }

  return {
    utility,
    name: { name, phone },
    kind,
    testAccount,
    atOnce,
    bills:
      bills &&
      (async (account): Promise<Statement> => {
        const tree = await ask(bills.url.replaceAll('{account}', encodeURIComponent(account))).catch(noAccount);
        const now = clock();
        return statementOf(tree, bills.mapping, { account, asOf: instantOf(now), now });
      }),
    outages: outages && (async () => outagesOf(await ask(outages.url), outages.mapping)),
  };
}

/** What is not found where accounts are asked for is the account. */
function noAccount(error: unknown): never {
  if (error instanceof ProviderError && error.fault === 'status' && error.place === 404)
    throw new ProviderError('no-account', 'account');
  throw error;
}

async function get(url: string, { headers, timeLimitMs }: HttpSettings): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(timeLimitMs);
  try {
    // A redirect would take the headers, secrets among them, to a host that nobody entered.
    const response = await fetch(url, { headers, signal, redirect: 'manual' });
    if (response.status !== 200) {
      await response.body?.cancel();
      throw new ProviderError('unreachable', 'status', response.status);
    }
    return await bytesOf(response);
  } catch (error) {
    if (error instanceof ProviderError) throw error;
    throw new ProviderError('unreachable', signal.aborted ? 'time' : 'connection');
  }
}

/** Read piece by piece: what is too large is not taken into memory first. */
async function bytesOf(response: Response): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body ?? []) {
    length += piece.length;
    if (length > ANSWER_LIMIT) throw new ProviderError('unreadable', 'too-large');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function treeOf(kind: HttpSettings['kind'], bytes: Uint8Array): Tree {
  let text: string;
  try {
    text = kind === 'xml' ? decodeXml(bytes) : new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ProviderError('unreadable', 'encoding');
  }
  return kind === 'xml' ? treeOfXml(text) : treeOfJson(text);
}
