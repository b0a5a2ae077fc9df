// The phone's side of a draft against a server of a few lines that can be cut off.
import { describe, expect, it } from 'vitest';
import { type HandoverDraft, openDraft, sendDraft } from '../../src/contract/box-requests.ts';
import type { Ask, Call } from '../../src/phone/ask.ts';
import { createKeep } from '../../src/phone/keep.ts';
import { createSession, type State } from '../../src/phone/session.ts';
import { soon } from '../support/soon.ts';

const TOKEN = 't'.repeat(40);
const { draft: DRAFT, form: FORM } = openDraft.example.reply as unknown as {
  draft: HandoverDraft;
  form: NonNullable<State['form']>;
};
const SENT = sendDraft.example.reply;

function storage(): Storage {
  const map = new Map<string, string>();
  return {
    get length() {
      return map.size;
    },
    key: (index) => [...map.keys()][index] ?? null,
    getItem: (name) => map.get(name) ?? null,
    setItem: (name, value) => void map.set(name, value),
    removeItem: (name) => void map.delete(name),
    clear: () => map.clear(),
  };
}

/** Answers as the server does; `down`: nothing comes through. */
function fakeServer(form: Partial<typeof FORM> = {}) {
  const server = {
    down: false,
    status: 0,
    problem: { detail: '', errors: [] as { path: string; message: string }[] },
    draft: { ...DRAFT, text: '' },
    calls: [] as string[],
    sent: false,
    change(part: Partial<HandoverDraft>) {
      server.draft = { ...server.draft, ...part, revision: server.draft.revision + 1 };
    },
  };
  const answer = ({ method, path, body }: Call) => {
    const done = () => ({ status: 200, body: server.draft });
    if (server.status) return { status: server.status, body: server.problem };
    if (method === 'GET') return { status: 200, body: { draft: server.draft, form: { ...FORM, ...form } } };
    if (path.endsWith('/send')) {
      server.sent = true;
      return { status: 200, body: SENT };
    }
    if (method === 'PUT') {
      const { revision, place, ...words } = body as HandoverDraft & { place: string | null };
      if (revision !== server.draft.revision) return { status: 409, body: undefined };
      server.change({ ...words, where: { ...server.draft.where, place } });
      return done();
    }
    if (method === 'DELETE') {
      server.change({ photos: server.draft.photos.filter((id) => !path.endsWith(id)) });
      return done();
    }
    const next = String(server.draft.revision).padStart(64, 'a') as HandoverDraft['photos'][number];
    server.change({ photos: [...server.draft.photos, next] });
    return done();
  };
  const ask: Ask = async (call) => {
    server.calls.push(`${call.method} ${call.path.split('/').slice(5).join('/')}`.trim());
    return server.down ? { status: 0, body: undefined } : answer(call);
  };
  return Object.assign(server, { ask });
}

function openPhone(server: ReturnType<typeof fakeServer>, stores = { lasting: storage(), passing: storage() }) {
  const states: State[] = [];
  let waiting: (() => void) | null = null;
  const session = createSession({
    token: TOKEN,
    ask: server.ask,
    keep: createKeep(
      TOKEN,
      { lasting: () => stores.lasting, passing: () => stores.passing },
      () => Date.parse(DRAFT.expiresAt) - 1000,
    ),
    after: (_ms, run) => {
      waiting = run;
      return () => {
        waiting = null;
      };
    },
    fileOf: () => new Blob(['jpeg']),
    emit: (state) => states.push(state),
  });
  session.start();
  const now = () => states.at(-1) as State;
  return {
    session,
    stores,
    now,
    /** What waits for its time has it. */
    tick: () => waiting?.(),
    writing: () => soon(() => expect(now().phase.at).toBe('writing')),
  };
}

describe('a draft on a phone', () => {
  it('is saved after a pause, in one call however many letters', async () => {
    const server = fakeServer();
    const phone = openPhone(server);
    await phone.writing();
    for (const text of ['三', '三盏', '三盏都不亮']) phone.session.write({ text });
    phone.tick();
    await soon(() => expect(server.draft.text).toBe('三盏都不亮'));
    expect(server.calls).toEqual(['GET', 'PUT']);
    await soon(() => expect(phone.now().line).toBe('saved'));
    expect(phone.stores.lasting.length).toBe(0);
  });

  it('takes over what was written elsewhere meanwhile, and keeps its own beside it', async () => {
    const server = fakeServer();
    const phone = openPhone(server);
    await phone.writing();
    server.change({ text: '从另一部手机' });
    phone.session.write({ place: '东门口' });
    phone.tick();
    await soon(() => expect(server.draft.where.place).toBe('东门口'));
    expect(server.draft.text).toBe('从另一部手机');
    expect(phone.now().words).toMatchObject({ text: '从另一部手机', place: '东门口' });
  });

  it('waits in the phone while there is no network, words and photos, and is brought by the next page', async () => {
    const server = fakeServer();
    const phone = openPhone(server);
    await phone.writing();
    server.down = true;
    phone.session.write({ text: '三盏都不亮' });
    phone.session.addPhoto('data:image/jpeg;base64,aaaa');
    await soon(() => expect(phone.now().line).toBe('lost'));
    expect(phone.now().photos).toMatchObject([{ state: 'waiting' }]);
    server.down = false;
    const again = openPhone(server, phone.stores);
    await soon(() => expect(server.draft.photos).toHaveLength(1));
    expect(server.draft.text).toBe('三盏都不亮');
    await soon(() => expect(again.now().photos).toMatchObject([{ state: 'there' }]));
    expect(phone.stores.lasting.length).toBe(0);
  });

  it('goes on by itself once the network is back', async () => {
    const server = fakeServer();
    const phone = openPhone(server);
    await phone.writing();
    server.down = true;
    phone.session.addPhoto('data:image/jpeg;base64,aaaa');
    await soon(() => expect(phone.now().line).toBe('lost'));
    server.down = false;
    phone.tick();
    await soon(() => expect(phone.now()).toMatchObject({ line: 'saved', photos: [{ state: 'there' }] }));
  });

  it('leaves nothing in the phone where nobody is to know who told', async () => {
    const server = fakeServer({ privacy: 'anonymous' });
    const phone = openPhone(server);
    await phone.writing();
    server.down = true;
    phone.session.write({ text: '楼顶东边' });
    phone.tick();
    await soon(() => expect(phone.now().line).toBe('lost'));
    expect(phone.stores.lasting.length).toBe(0);
    server.down = false;
    phone.session.send();
    await soon(() => expect(phone.now().phase.at).toBe('sent'));
    expect(phone.stores.passing.length).toBe(0);
  });

  it('is sent after all that was written has arrived', async () => {
    const server = fakeServer();
    const phone = openPhone(server);
    await phone.writing();
    server.down = true;
    phone.session.write({ text: '三盏都不亮' });
    phone.session.addPhoto('data:image/jpeg;base64,aaaa');
    phone.session.send();
    await soon(() => expect(phone.now().line).toBe('lost'));
    server.calls.length = 0;
    server.down = false;
    phone.session.again();
    await soon(() => expect(phone.now().phase).toEqual({ at: 'sent', sent: SENT }));
    expect(server.calls).toEqual(['PUT', 'POST photos', 'POST send']);
    expect(openPhone(server, phone.stores).now().phase).toEqual({ at: 'sent', sent: SENT });
  });

  it('goes back to the form with what is wrong when it is not received', async () => {
    const server = fakeServer();
    const phone = openPhone(server);
    await phone.writing();
    server.status = 400;
    server.problem = { detail: '有些内容填得不对。', errors: [{ path: 'answers.what', message: '这一项还没有选' }] };
    phone.session.send();
    await soon(() => expect(phone.now().refusal).toEqual(['有些内容填得不对。', '这一项还没有选']));
    expect(phone.now().phase.at).toBe('writing');
  });

  it('is over where its time is, and the words are there to be copied', async () => {
    const server = fakeServer();
    const phone = openPhone(server);
    await phone.writing();
    server.status = 410;
    phone.session.write({ text: '三盏都不亮' });
    phone.tick();
    await soon(() => expect(phone.now().phase).toEqual({ at: 'over', text: '三盏都不亮' }));
    expect(phone.stores.lasting.length).toBe(0);
  });

  it('loses no other photo to one that is refused, and one that is taken away goes from the draft too', async () => {
    const server = fakeServer();
    const phone = openPhone(server);
    await phone.writing();
    server.status = 422;
    phone.session.addPhoto('data:image/jpeg;base64,bad');
    await soon(() => expect(phone.now().photos).toMatchObject([{ state: 'refused' }]));
    server.status = 0;
    phone.session.addPhoto('data:image/jpeg;base64,aaaa');
    await soon(() => expect(phone.now().photos.map(({ state }) => state)).toEqual(['refused', 'there']));
    for (const { key } of phone.now().photos) phone.session.removePhoto(key);
    await soon(() => expect(server.draft.photos).toEqual([]));
    expect(phone.now().photos).toEqual([]);
  });

  it('is not there for a link that is none', async () => {
    const server = fakeServer();
    server.status = 404;
    const phone = openPhone(server);
    await soon(() => expect(phone.now().phase.at).toBe('gone'));
  });
});
