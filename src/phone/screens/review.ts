// The review: all that was written, once more, before it goes.
import type { CarriedCategory, HandoverDraft } from '../../contract/box-requests.ts';
import { saidOf } from '../../domain/requests/form.ts';
import { button, el, empty, fill } from '../dom.ts';
import { isWaiting, shownPhotos } from '../photos.ts';
import type { State } from '../session.ts';
import { TEXTS } from '../texts.zh-CN.ts';
import type { Hands, Screen } from './screen.ts';

export function reviewScreen(form: CarriedCategory, draft: HandoverDraft, { session, go }: Hands): Screen {
  const lines = el('dl', { class: 'review' });
  const pictures = el('div', { class: 'pictures' });
  const said = el('p', { class: 'hint', attributes: { role: 'status' } });
  const send = button(TEXTS.send, 'main', session.send);
  const back = button(TEXTS.change, 'other', () => {
    session.keepWriting();
    go('form');
  });

  return {
    element: el('section', {
      children: [
        el('h1', { text: TEXTS.reviewTitle }),
        lines,
        pictures,
        el('p', { class: 'hint privacy', text: TEXTS.privacy[form.privacy] }),
        el('div', { class: 'foot', children: [said, send, back] }),
      ],
    }),
    update(state: State) {
      const isSending = state.phase.at === 'sending';
      send.disabled = isSending;
      send.textContent = isSending ? TEXTS.sending : TEXTS.send;
      said.textContent = isSending ? waitingFor(state) : '';
      empty(lines);
      for (const [name, value] of linesOf(form, draft, state))
        fill(lines, [el('dt', { text: name }), el('dd', { text: value })]);
      const sources = shownPhotos(state.photos)
        .filter((photo) => photo.state !== 'refused')
        .map(({ source }) => source);
      if (sources.join() === Array.from(pictures.children, (each) => each.getAttribute('src')).join()) return;
      empty(pictures);
      fill(
        pictures,
        sources.map((src, index) => el('img', { attributes: { src, alt: TEXTS.photoNamed(index + 1) } })),
      );
    },
  };
}

function waitingFor({ line, photos }: State): string {
  if (line === 'lost') return TEXTS.sendingLost;
  if (line === 'busy') return TEXTS.lines.busy;
  return photos.some(isWaiting) ? TEXTS.sendingPhotos : '';
}

function linesOf(form: CarriedCategory, draft: HandoverDraft, { words, photos }: State): [string, string][] {
  if (!words) return [];
  const count = shownPhotos(photos).filter(({ state }) => state !== 'refused').length;
  const answers = saidOf(words.answers, form).map(({ label, text }): [string, string] => [label, text]);
  const isPublic = draft.where.kind === 'public';
  return [
    [TEXTS.reviewWhat, form.name],
    [TEXTS.reviewWhere, isPublic ? (words.place ?? draft.placeText) : draft.placeText],
    ...answers,
    [TEXTS.text, words.text.trim() || TEXTS.nothing],
    ...(form.asksWhen ? ([[TEXTS.when, TEXTS.whens[words.when]]] as [string, string][]) : []),
    ...(words.position ? ([[TEXTS.reviewPosition, TEXTS.reviewPositionKept]] as [string, string][]) : []),
    [TEXTS.photos, count > 0 ? TEXTS.reviewPhotos(count) : TEXTS.nothing],
  ];
}
