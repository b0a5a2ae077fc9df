// A staff member at the API over HTTP: what the console does, without the console.
import type { z } from 'zod';
import type { Endpoint } from '../../src/contract/endpoint.ts';
import type { NoticeId } from '../../src/contract/ids.ts';
import { createNotice, moveNotice, type NoticeInput, type NoticeMove } from '../../src/contract/notices.ts';
import { signIn } from '../../src/contract/staff.ts';

interface Input<E extends Endpoint> {
  readonly params?: z.input<E['params']>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: z.input<E['body']>;
}
/** Calls an endpoint of the contract and gives its reply, checked; throws on any problem. */
export type Call = <E extends Endpoint>(endpoint: E, input?: Input<E>) => Promise<z.output<E['reply']>>;

export async function signedIn(server: string, account: string, password: string): Promise<Call> {
  const { headers } = await send(server, signIn, { body: { account, password } });
  const [cookie = ''] = headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  return async <E extends Endpoint>(endpoint: E, input: Input<E> = {}) => {
    const answer = await send(server, endpoint, input, cookie);
    return endpoint.reply.parse(await answer.json()) as z.output<E['reply']>;
  };
}

async function send<E extends Endpoint>(server: string, { method, path }: E, input: Input<E>, cookie = '') {
  const params = (input.params ?? {}) as Record<string, string>;
  const url = new URL(
    path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? ''),
    server,
  );
  url.search = new URLSearchParams(input.query).toString();
  const body = input.body === undefined ? {} : { body: JSON.stringify(input.body) };
  const answer = await fetch(url, { method, headers: { cookie, 'content-type': 'application/json' }, ...body });
  if (!answer.ok) throw new Error(`${method} ${url.pathname}: ${answer.status} ${await answer.text()}`);
  return answer;
}

/** Accounts of the demo for the three steps of the review. */
export const REVIEWERS = ['review', 'fushen', 'qianfa'] as const;

/** A notice written by one and approved by two others, ready to be signed off: `publish` puts it onto the screens. */
export async function approvedNotice(author: Call, reviewers: readonly Call[], input: z.input<typeof NoticeInput>) {
  const { id, revision } = await author(createNotice, { body: input });
  const moved = (by: Call, move: NoticeMove) => by(moveNotice, { params: { id }, body: { move, revision } });
  await moved(author, 'submit');
  const [first, second, third] = reviewers;
  if (!first || !second || !third) throw new Error('a review takes three people');
  await moved(first, 'review-first');
  await moved(second, 'review-second');
  return { id: id as NoticeId, publish: () => moved(third, 'sign-off') };
}
