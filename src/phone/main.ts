// The page of a phone that goes on with a request: one draft, one screen at a time.
import './old-browsers.ts';
import './style.css';
import { ask } from './ask.ts';
import { el, empty } from './dom.ts';
import { createKeep } from './keep.ts';
import { endScreen } from './screens/end.ts';
import { formScreen } from './screens/form.ts';
import { reviewScreen } from './screens/review.ts';
import type { Screen } from './screens/screen.ts';
import { createSession, type State } from './session.ts';
import { fileOf } from './shrink.ts';
import { TEXTS } from './texts.zh-CN.ts';

const page = document.getElementById('page') ?? document.body.appendChild(el('main'));
const line = el('p', { class: 'line', attributes: { role: 'status' } });
const token = decodeURIComponent(location.pathname.split('/').pop() ?? '');

let step: 'form' | 'review' = 'form';
let shown: { readonly name: string; readonly screen: Screen } | null = null;
let latest: State | null = null;

const session = createSession({
  token,
  ask,
  keep: createKeep(token, { lasting: () => localStorage, passing: () => sessionStorage }, Date.now),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  fileOf,
  emit: draw,
});

function go(to: 'form' | 'review'): void {
  step = to;
  if (latest) draw(latest);
}

function draw(state: State): void {
  latest = state;
  const { phase, form, draft } = state;
  if (state.refusal.length > 0) step = 'form';
  const isOpen = (phase.at === 'writing' || phase.at === 'sending') && form !== null && draft !== null;
  const name = isOpen ? step : `${phase.at} ${phase.at === 'opening' && phase.unreachable}`;
  if (shown?.name !== name) {
    const hands = { session, go };
    shown = {
      name,
      screen: isOpen ? (step === 'form' ? formScreen : reviewScreen)(form, draft, hands) : ending(state),
    };
    empty(page);
    page.append(line, shown.screen.element);
    scrollTo(0, 0);
  }
  shown.screen.update(state);
  line.textContent = isOpen ? lineText(state) : '';
  line.className = `line ${state.line}`;
}

function ending({ phase }: State): Screen {
  if (phase.at === 'writing' || phase.at === 'sending') throw new Error('a draft without its form');
  return { element: endScreen(phase, session.again), update() {} };
}

const lineText = ({ line: how, form }: State): string =>
  how === 'lost' && form?.privacy === 'anonymous' ? TEXTS.lines.lostUnkept : TEXTS.lines[how];

addEventListener('online', session.again);
addEventListener('offline', session.lost);
session.start();
