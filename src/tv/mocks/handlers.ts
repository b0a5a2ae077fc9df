// The server as a box sees it, played by example data. Time runs on from the examples' evening.
import { HttpResponse, http as rest } from 'msw';
import { DEVICE_AUTHORIZATION_PATH, TOKEN_PATH } from '../../contract/activation.ts';
import { readBills } from '../../contract/bills.ts';
import { acknowledgeCommand, readBoxHome, reportBox, rotateCredential, unbindBox } from '../../contract/boxes.ts';
import { askForContact } from '../../contract/broadband.ts';
import { dropFavourite, PART_PATH, readManifest, reportLookups, saveFavourite } from '../../contract/catalogue.ts';
import { createTicket, readFeed, sendReceipts } from '../../contract/feed.ts';
import { openPrivate, readHousehold } from '../../contract/households.ts';
import { PROBLEM_STATUS, type Problem } from '../../contract/problem.ts';
import { readTrust } from '../../contract/signing.ts';
import {
  EXAMPLE_AUTHORIZATION,
  EXAMPLE_CURSOR,
  EXAMPLE_ENTRIES,
  EXAMPLE_HOME,
  EXAMPLE_NOW,
  EXAMPLE_PIN,
  EXAMPLE_TOKEN,
} from './examples.ts';
import { exampleParts } from './guides.ts';
import { livingParts } from './living.ts';
import { mock } from './mock.ts';
import { requestHandlers } from './requests.ts';
import type { ExampleSigner } from './signer.ts';

/** `elapsed` tells how many milliseconds the mock has been running. */
export function exampleTime(elapsed: number): string {
  return new Date(Date.parse(EXAMPLE_NOW) + elapsed).toISOString();
}

export function boxHandlers(elapsed: () => number, signer: ExampleSigner) {
  const serverTime = () => exampleTime(elapsed());
  return [
    mock(readBoxHome, () => ({ ...EXAMPLE_HOME, serverTime: serverTime() })),
    mock(readFeed, () => ({
      mode: 'snapshot' as const,
      cursor: EXAMPLE_CURSOR,
      entries: EXAMPLE_ENTRIES.map((entry) => signer.sign(entry)),
      trust: signer.trustList().version,
      serverTime: serverTime(),
    })),
    mock(readTrust, () => signer.trustList()),
    mock(createTicket),
    mock(sendReceipts),
    mock(reportBox),
    mock(rotateCredential),
    mock(acknowledgeCommand),
    mock(readHousehold),
    mock(readBills),
    mock(askForContact),
    mock(reportLookups),
    mock(saveFavourite),
    mock(dropFavourite),
    ...requestHandlers(),
    ...catalogueHandlers(signer),
    guardedByPin(openPrivate),
    guardedByPin(unbindBox),
    ...activationHandlers(),
    rest.get('/healthz', () => HttpResponse.json({ ok: true })),
  ];
}

function catalogueHandlers(signer: ExampleSigner) {
  const parts = [...exampleParts(), ...livingParts()];
  const manifest = signer.manifest(parts);
  const textOf = (hash: unknown) => parts[manifest.parts.findIndex((part) => part.hash === hash)]?.text;
  return [
    mock(readManifest, () => manifest),
    rest.get(PART_PATH, ({ params }) => {
      const text = textOf(params.hash);
      return new HttpResponse(text ?? null, { status: text === undefined ? 404 : 200 });
    }),
  ];
}

/** Somebody types the code while the box asks for the third time. */
const ASKED_BEFORE_BOUND = 3;

function activationHandlers() {
  let asked = 0;
  return [
    rest.post(DEVICE_AUTHORIZATION_PATH, () => {
      asked = 0;
      return HttpResponse.json(EXAMPLE_AUTHORIZATION);
    }),
    rest.post(TOKEN_PATH, () => {
      asked += 1;
      if (asked < ASKED_BEFORE_BOUND) return HttpResponse.json({ error: 'authorization_pending' }, { status: 400 });
      return HttpResponse.json({ access_token: EXAMPLE_TOKEN, token_type: 'Bearer', scope: 'box' });
    }),
  ];
}

/** The example's PIN is right, every other is wrong. */
function guardedByPin(endpoint: typeof openPrivate | typeof unbindBox) {
  return rest.post(endpoint.path, async ({ request }) => {
    const { pin } = endpoint.body.parse(await request.json());
    if (pin !== EXAMPLE_PIN) return HttpResponse.json(WRONG_PIN, { status: WRONG_PIN.status });
    const { status, example } = endpoint;
    return status === 204 ? new HttpResponse(null, { status }) : HttpResponse.json(example.reply, { status });
  });
}

const WRONG_PIN: Problem = {
  type: '/api/problems/pin-wrong',
  title: '密码不对',
  status: PROBLEM_STATUS['pin-wrong'],
  code: 'pin-wrong',
  detail: '密码不对，请再试一次。',
};
