// The ends of a draft, and its beginning: sent with its number, over, not found, or not reached yet.
import type { SentRequest } from '../../contract/box-requests.ts';
import { button, el } from '../dom.ts';
import type { Phase } from '../session.ts';
import { TEXTS } from '../texts.zh-CN.ts';
import { dayText } from '../times.ts';

type Ended = Exclude<Phase, { at: 'writing' | 'sending' }>;

export function endScreen(phase: Ended, again: () => void): HTMLElement {
  switch (phase.at) {
    case 'opening':
      return phase.unreachable
        ? el('section', {
            class: 'end',
            children: [el('h1', { text: TEXTS.unreachable }), button(TEXTS.again, 'main', again)],
          })
        : el('p', { class: 'opening', text: TEXTS.opening });
    case 'sent':
      return sentScreen(phase.sent);
    case 'over':
      return el('section', {
        class: 'end',
        children: [
          el('h1', { text: TEXTS.over }),
          el('p', { text: TEXTS.overHint }),
          phase.text === '' ? null : el('p', { class: 'hint', text: TEXTS.overWords }),
          phase.text === '' ? null : el('blockquote', { text: phase.text }),
        ],
      });
    case 'gone':
      return el('section', {
        class: 'end',
        children: [el('h1', { text: TEXTS.gone }), el('p', { text: TEXTS.goneHint })],
      });
  }
}

function sentScreen({ number, dueAt, followed, queryCode }: SentRequest): HTMLElement {
  return el('section', {
    class: 'end',
    children: [
      el('p', { class: 'tick', text: '✓', attributes: { 'aria-hidden': 'true' } }),
      el('h1', { text: TEXTS.sent }),
      named(TEXTS.number, number),
      queryCode === null ? null : named(TEXTS.code, queryCode),
      queryCode === null ? null : el('p', { text: TEXTS.codeHint }),
      followed ? el('p', { text: TEXTS.followed }) : null,
      dueAt === null ? null : el('p', { text: TEXTS.due(dayText(dueAt)) }),
      el('p', { class: 'hint', text: queryCode === null ? TEXTS.sentHint : TEXTS.sentHintAnonymous }),
    ],
  });
}

const named = (name: string, value: string): HTMLElement =>
  el('p', { class: 'number', children: [`${name} `, el('b', { text: value })] });
