// Where the phone is: told only when somebody touches the button, and taken back by the next touch.
import { button, el } from '../dom.ts';
import { locate } from '../position.ts';
import type { Session, State } from '../session.ts';
import { TEXTS } from '../texts.zh-CN.ts';
import type { Screen } from './screen.ts';

export function positionField(session: Session): Screen {
  let isKept = false;
  let isGoing = false;
  const said = el('p', { class: 'hint', text: TEXTS.positionHint, attributes: { role: 'status' } });
  const press = button(TEXTS.position, 'other', () => void (isKept ? session.write({ position: null }) : find()));

  function show(): void {
    press.disabled = isGoing;
    press.textContent = isGoing ? TEXTS.positionGoing : isKept ? TEXTS.positionRemove : TEXTS.position;
  }

  async function find(): Promise<void> {
    isGoing = true;
    show();
    try {
      session.write({ position: await locate() });
    } catch (error) {
      said.textContent = (error as Error).message === 'denied' ? TEXTS.positionDenied : TEXTS.positionUnknown;
    }
    isGoing = false;
    show();
  }

  return {
    element: el('div', { class: 'field', children: [press, said] }),
    update({ words }: State) {
      const wasKept = isKept;
      isKept = !!words?.position;
      if (isKept !== wasKept) said.textContent = isKept ? TEXTS.positionKept : TEXTS.positionHint;
      show();
    },
  };
}
