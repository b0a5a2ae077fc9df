// One draft on one phone: what is written is kept here first, then brought to the server, one thing after the other.
import type { CarriedCategory, HandoverDraft, PhoneDraft, SentRequest } from '../contract/box-requests.ts';
import type { Problem } from '../contract/problem.ts';
import type { RequestPhotoId } from '../contract/requests.ts';
import type { Answer, Ask } from './ask.ts';
import { PATHS } from './contract.ts';
import type { Keep } from './keep.ts';
import { isWaiting, type Photo, withDraft } from './photos.ts';
import { mergeWords, sameWords, type Words, wordsOf } from './words.ts';

/** How it stands between phone and server. `taken`: another phone's words took the place of these. */
type Line = 'saved' | 'saving' | 'lost' | 'busy' | 'taken';

export type Phase =
  | { readonly at: 'opening'; readonly unreachable: boolean }
  | { readonly at: 'writing' }
  | { readonly at: 'sending' }
  | { readonly at: 'sent'; readonly sent: SentRequest }
  /** `text`: what was written, for whoever wants to copy it. */
  | { readonly at: 'over'; readonly text: string }
  | { readonly at: 'gone' };

export interface State {
  readonly phase: Phase;
  readonly form: CarriedCategory | null;
  readonly draft: HandoverDraft | null;
  readonly words: Words | null;
  readonly photos: readonly Photo[];
  readonly line: Line;
  /** Why it was not received: sentences. */
  readonly refusal: readonly string[];
}

export interface Parts {
  readonly token: string;
  readonly ask: Ask;
  readonly keep: Keep;
  readonly after: (ms: number, run: () => void) => () => void;
  /** A data address as what is uploaded. */
  readonly fileOf: (source: string) => Blob;
  readonly emit: (state: State) => void;
}

/** Nothing that another try would change. */
const isRefusal = ({ status }: Answer): boolean => status >= 400 && status < 429 && status !== 404 && status !== 408;

/** Long enough that a word is not sent letter by letter. */
const PAUSE_MS = 800;
const RETRY_MS = 3_000;
const MOST_RETRY_MS = 15_000;

export type Session = ReturnType<typeof createSession>;

export function createSession({ token, ask, keep, after, fileOf, emit }: Parts) {
  const at = (path: string, photo = '') => path.replace(':token', token).replace(':photo', photo);
  let state: State = {
    phase: { at: 'opening', unreachable: false },
    ...{ form: null, draft: null, words: null, photos: [], line: 'saved', refusal: [] },
  };
  let keys = 0;
  let busy = false;
  let failures = 0;
  let cancel = () => {};
  /** The last words the server refused: they are not sent again as they are. */
  let refused: Words | null = null;

  function change(part: Partial<State>): void {
    state = { ...state, ...part };
    store();
    emit(state);
  }

  /** Nothing of what nobody is to know stays in the phone. */
  function store(): void {
    const { form, draft, words, photos, phase } = state;
    if (!form || !draft || !words || form.privacy === 'anonymous') return;
    if (phase.at !== 'writing' && phase.at !== 'sending') return;
    const waiting = photos.filter(isWaiting).map(({ source }) => source);
    if (waiting.length === 0 && sameWords(words, wordsOf(draft))) keep.forget();
    else keep.write({ until: Date.parse(draft.expiresAt), base: wordsOf(draft), words, photos: waiting });
  }

  const photosOf = (draft: HandoverDraft, arrived?: number) =>
    withDraft(state.photos, draft, {
      nextKey: () => ++keys,
      sourceOf: (id: RequestPhotoId) => at(PATHS.photo, id),
      ...(arrived !== undefined && { arrived }),
    });
  const waitingPhoto = (source: string): Photo => ({
    ...{ key: ++keys, source, id: null },
    ...{ state: 'waiting', part: 0 },
  });
  const setPhoto = (key: number, part: Partial<Photo>) =>
    change({ photos: state.photos.map((photo) => (photo.key === key ? { ...photo, ...part } : photo)) });

  function later(ms: number): void {
    cancel();
    cancel = after(ms, () => void work());
  }

  /** True: it went well, and what is next may go. */
  function settled({ status }: Answer): boolean {
    if (status >= 200 && status < 300) {
      failures = 0;
      return true;
    }
    if (status === 404) end({ at: 'gone' });
    else if (status === 0 || status === 408 || status === 429 || status >= 500) {
      failures += 1;
      change({ line: status === 0 ? 'lost' : 'busy' });
      later(Math.min(RETRY_MS * failures, MOST_RETRY_MS));
    }
    return false;
  }

  function end(phase: Phase): void {
    cancel();
    keep.forget();
    if (phase.at === 'sent' && state.form?.privacy !== 'anonymous') keep.writeSent(phase.sent);
    change({ phase });
  }

  /** The link is of no use any more: its time is over, or the television has sent it, which can be asked. */
  async function over(): Promise<void> {
    const { status, body } = await ask({ method: 'POST', path: at(PATHS.send) });
    end(status === 200 ? { at: 'sent', sent: body as SentRequest } : { at: 'over', text: state.words?.text ?? '' });
  }

  async function open(): Promise<boolean> {
    const answer = await ask({ method: 'GET', path: at(PATHS.draft) });
    if (answer.status === 410) {
      await over();
      return false;
    }
    if (!settled(answer)) {
      if (state.phase.at === 'opening') change({ phase: { at: 'opening', unreachable: true } });
      return false;
    }
    const { form, draft } = answer.body as PhoneDraft;
    const theirs = wordsOf(draft);
    if (!state.draft || !state.words) {
      const kept = keep.read();
      const photos = photosOf(draft).concat((kept?.photos ?? []).map(waitingPhoto));
      const words = kept ? mergeWords(kept.base, kept.words, theirs) : theirs;
      change({ phase: { at: 'writing' }, form, draft, words, photos, line: 'saved' });
      return true;
    }
    const words = mergeWords(wordsOf(state.draft), state.words, theirs);
    const line = sameWords(words, state.words) ? state.line : 'taken';
    change({ form, draft, words, line, photos: photosOf(draft) });
    return true;
  }

  /** What both did to the same draft is put together by `open`, and then saved anew. */
  async function save(draft: HandoverDraft, words: Words): Promise<boolean> {
    change({ line: 'saving' });
    const { answers, when, text, place, position } = words;
    const body = { revision: draft.revision, answers, when, text, place, position };
    const answer = await ask({ method: 'PUT', path: at(PATHS.draft), body });
    if (answer.status === 409) return open();
    if (answer.status === 410) {
      await over();
      return false;
    }
    if (isRefusal(answer)) {
      refused = words;
      refuse(answer);
      return false;
    }
    if (!settled(answer)) return false;
    change({ draft: answer.body as HandoverDraft, line: 'saved' });
    return true;
  }

  async function upload({ key, source }: Photo): Promise<boolean> {
    setPhoto(key, { state: 'going', part: 0 });
    const body = new FormData();
    body.append('photo', fileOf(source), 'photo.jpg');
    const onProgress = (part: number) => setPhoto(key, { part });
    return arrived(await ask({ method: 'POST', path: at(PATHS.photos), body, onProgress }), key);
  }

  const remove = async (id: RequestPhotoId): Promise<boolean> =>
    arrived(await ask({ method: 'DELETE', path: at(PATHS.photo, id) }));

  async function arrived(answer: Answer, key?: number): Promise<boolean> {
    if (answer.status === 410) {
      await over();
      return false;
    }
    if (key !== undefined && isRefusal(answer)) {
      stopped(key, 'refused');
      return true;
    }
    if (!settled(answer)) {
      if (key !== undefined) stopped(key, 'waiting');
      return false;
    }
    const draft = answer.body as HandoverDraft;
    change({ draft, photos: photosOf(draft, key), line: 'saved' });
    return true;
  }

  /** One that was taken away on its way is gone. */
  const stopped = (key: number, now: Photo['state']) =>
    change({
      photos: state.photos
        .filter((photo) => photo.key !== key || photo.state !== 'leaving')
        .map((photo) => (photo.key === key ? { ...photo, state: now, part: 0 } : photo)),
    });

  function refuse({ body }: Answer): void {
    const { detail, errors = [] } = body as Problem;
    change({ phase: { at: 'writing' }, refusal: [detail].concat(errors.map(({ message }) => message)) });
  }

  async function send(): Promise<boolean> {
    const answer = await ask({ method: 'POST', path: at(PATHS.send) });
    if (answer.status === 410) end({ at: 'over', text: state.words?.text ?? '' });
    else if (answer.status === 200) end({ at: 'sent', sent: answer.body as SentRequest });
    else if (isRefusal(answer)) refuse(answer);
    else settled(answer);
    return false;
  }

  function next(): (() => Promise<boolean>) | undefined {
    const { phase, draft, words, photos } = state;
    if (phase.at === 'opening') return open;
    if ((phase.at !== 'writing' && phase.at !== 'sending') || !draft || !words) return undefined;
    if (!sameWords(words, wordsOf(draft)) && words !== refused) return () => save(draft, words);
    const leaving = photos.filter((photo) => photo.state === 'leaving' && photo.id !== null)[0];
    if (leaving?.id) return remove.bind(null, leaving.id);
    const waiting = photos.filter((photo) => photo.state === 'waiting')[0];
    if (waiting) return () => upload(waiting);
    return phase.at === 'sending' ? send : undefined;
  }

  async function work(): Promise<void> {
    if (busy) return;
    busy = true;
    cancel();
    try {
      for (let task = next(); task && (await task()); task = next());
    } finally {
      busy = false;
    }
  }

  const sentBefore = keep.readSent();
  return {
    start(): void {
      if (sentBefore) state = { ...state, phase: { at: 'sent', sent: sentBefore } };
      emit(state);
      void work();
    },

    /** The network came back, or somebody asks for another try. */
    again: (): void => void work(),

    /** The phone says that it has no network. */
    lost(): void {
      failures += 1;
      change({ line: 'lost' });
    },

    write(part: Partial<Words>): void {
      if (!state.words) return;
      const line = failures === 0 ? 'saving' : state.line;
      change({ words: { ...state.words, ...part }, refusal: [], line });
      if (failures === 0) later(PAUSE_MS);
    },

    /** @param source a data address of a JPEG */
    addPhoto(source: string): void {
      change({ photos: state.photos.concat(waitingPhoto(source)) });
      void work();
    },

    removePhoto(key: number): void {
      const photos = state.photos
        .filter((photo) => photo.key !== key || photo.id !== null || photo.state === 'going')
        .map((photo): Photo => (photo.key === key ? { ...photo, state: 'leaving' } : photo));
      change({ photos });
      void work();
    },

    send(): void {
      change({ phase: { at: 'sending' }, refusal: [] });
      void work();
    },

    /** Before it has gone. */
    keepWriting(): void {
      if (state.phase.at === 'sending') change({ phase: { at: 'writing' } });
    },
  };
}
