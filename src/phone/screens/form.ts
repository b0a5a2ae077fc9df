// The form: what the category asks, in the order it asks, then free words, photos and the place.
import type { CarriedCategory, HandoverDraft } from '../../contract/box-requests.ts';
import { LIMITS } from '../contract.ts';
import { button, el } from '../dom.ts';
import { faultTexts } from '../faults.ts';
import { choiceField, type Field, lineField, questionField, textField } from '../fields.ts';
import { canLocate } from '../position.ts';
import type { State } from '../session.ts';
import { TEXTS } from '../texts.zh-CN.ts';
import { clockText } from '../times.ts';
import { WHEN_CHOICES } from '../when-choices.ts';
import type { Words } from '../words.ts';
import { photosField } from './photos-field.ts';
import { positionField } from './position-field.ts';
import type { Hands, Screen } from './screen.ts';

/** A field with its place in the form, as `faultTexts` names it. */
interface Asked {
  readonly path: string;
  readonly field: Field;
  readonly read: (words: Words) => string;
}

export function formScreen(form: CarriedCategory, draft: HandoverDraft, { session, go }: Hands): Screen {
  let words: Words | null = null;
  const refusal = el('p', { class: 'fault', attributes: { role: 'alert' } });
  const asked = askedBy(form, draft, {
    answer: (code, value) => session.write({ answers: { ...words?.answers, [code]: value } }),
    write: session.write,
  });
  const photos = photosField(session);
  const isOutside = draft.where.kind !== 'home' && form.privacy !== 'anonymous';
  const isPublished = form.privacy === 'open' && draft.where.kind === 'public';
  const position = isOutside && canLocate() ? positionField(session) : null;

  function look(): void {
    if (!words) return;
    const faults = faultTexts(form, draft, words);
    for (const { path, field } of asked) field.fault(faults[path] ?? '');
    const first = asked.filter(({ path }) => faults[path])[0];
    if (first) first.field.element.scrollIntoView({ block: 'center' });
    else go('review');
  }

  return {
    element: el('section', {
      children: [
        el('header', {
          children: [
            el('h1', { text: form.name }),
            el('p', { class: 'where', text: draft.placeText }),
            el('p', { class: 'hint', text: TEXTS.until(clockText(draft.expiresAt)) }),
          ],
        }),
        ...asked.map(({ field }) => field.element),
        isPublished ? el('p', { class: 'hint', text: TEXTS.published }) : null,
        photos.element,
        position ? position.element : null,
        el('p', { class: 'hint privacy', text: TEXTS.privacy[form.privacy] }),
        refusal,
        el('div', { class: 'foot', children: [button(TEXTS.look, 'main', look)] }),
      ],
    }),
    update(state: State) {
      words = state.words;
      if (!words) return;
      for (const { path, field, read } of asked) {
        field.show(read(words));
        if (read(words) !== '' && !faultTexts(form, draft, words)[path]) field.fault('');
      }
      refusal.textContent = state.refusal.join('');
      photos.update(state);
      position?.update(state);
    },
  };
}

function askedBy(
  { fields, asksWhen }: CarriedCategory,
  { where }: HandoverDraft,
  given: { answer: (code: string, value: string) => void; write: (part: Partial<Words>) => void },
): Asked[] {
  const questions = fields.map(
    (question): Asked => ({
      path: `answers.${question.code}`,
      field: questionField(question, (value) => given.answer(question.code, value)),
      read: ({ answers }) => answers[question.code] ?? '',
    }),
  );
  const place: Asked = {
    path: 'where.place',
    field: lineField(
      { label: TEXTS.place },
      {
        ...{ type: 'text', most: LIMITS.placeName, placeholder: TEXTS.placeHint },
        write: (value) => given.write({ place: value.trim() === '' ? null : value }),
      },
    ),
    read: (words) => words.place ?? '',
  };
  const when: Asked = {
    path: 'when',
    field: choiceField(
      { label: TEXTS.when },
      WHEN_CHOICES.map((key) => ({ key, name: TEXTS.whens[key] })),
      {
        several: false,
        write: (value) => given.write({ when: WHEN_CHOICES.filter((key) => key === value)[0] ?? 'any' }),
      },
    ),
    read: (words) => words.when,
  };
  const text: Asked = {
    path: 'text',
    field: textField(
      { label: TEXTS.text, required: false },
      { placeholder: TEXTS.textHint, write: (value) => given.write({ text: value }) },
    ),
    read: (words) => words.text,
  };
  return [...questions, ...(where.kind === 'public' ? [place] : []), text, ...(asksWhen ? [when] : [])];
}
