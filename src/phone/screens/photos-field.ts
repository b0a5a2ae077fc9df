// The photos of the form: taken, shrunk, on their way, taken away again.
import { LIMITS } from '../contract.ts';
import { button, el, empty, fill } from '../dom.ts';
import { type Photo, shownPhotos } from '../photos.ts';
import type { Session, State } from '../session.ts';
import { shrink } from '../shrink.ts';
import { TEXTS } from '../texts.zh-CN.ts';
import type { Screen } from './screen.ts';

export function photosField(session: Session): Screen {
  const list = el('ul', { class: 'photos' });
  const fault = el('p', { class: 'fault', attributes: { role: 'alert' } });
  const input = el('input', { attributes: { type: 'file', accept: 'image/*' } });
  const add = el('label', { class: 'other add', children: [TEXTS.addPhoto, input] });
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    input.value = '';
    if (file) void take(file);
  });
  async function take(file: File): Promise<void> {
    fault.textContent = '';
    try {
      session.addPhoto(await shrink(file));
    } catch {
      fault.textContent = TEXTS.photoUnreadable;
    }
  }
  const tiles = new Map<number, ReturnType<typeof tile>>();

  return {
    element: el('div', {
      class: 'field',
      children: [
        el('span', { class: 'label', text: TEXTS.photos, children: [el('small', { text: TEXTS.optional })] }),
        el('p', { class: 'hint', text: TEXTS.photosHint(LIMITS.photos) }),
        list,
        fault,
        add,
      ],
    }),
    update({ photos }: State) {
      const shown = shownPhotos(photos);
      for (const key of Array.from(tiles.keys())) if (!shown.some((photo) => photo.key === key)) tiles.delete(key);
      const elements = shown.map((photo, index) => {
        const found = tiles.get(photo.key) ?? tile(photo, () => session.removePhoto(photo.key));
        tiles.set(photo.key, found);
        found.show(photo, index + 1);
        return found.element;
      });
      if (
        elements.some((element, index) => list.children[index] !== element) ||
        list.children.length > elements.length
      ) {
        empty(list);
        fill(list, elements);
      }
      const full = shown.filter(({ state }) => state !== 'refused').length >= LIMITS.photos;
      add.style.display = full ? 'none' : '';
    },
  };
}

function tile(photo: Photo, remove: () => void) {
  const image = el('img', { attributes: { src: photo.source } });
  const state = el('p', { class: 'going' });
  const away = button('×', 'away', remove);
  return {
    element: el('li', { children: [image, state, away] }),
    show(now: Photo, index: number) {
      image.alt = TEXTS.photoNamed(index);
      away.setAttribute('aria-label', TEXTS.removePhoto(index));
      const percent = Math.round(now.part * 100);
      state.textContent = {
        waiting: TEXTS.photoWaiting,
        going: TEXTS.photoGoing(percent),
        there: '',
        leaving: '',
        refused: TEXTS.photoRefused,
      }[now.state];
    },
  };
}
