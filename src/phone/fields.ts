// One question of the form, or one like it, with what was answered.
import type { CarriedCategory } from '../contract/box-requests.ts';
import { LIMITS } from './contract.ts';
import { button, el } from './dom.ts';
import { TEXTS } from './texts.zh-CN.ts';

type Question = CarriedCategory['fields'][number];

export interface Field {
  readonly element: HTMLElement;
  show(value: string): void;
  /** A sentence, or nothing wrong. */
  fault(text: string): void;
}

interface Frame {
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
}

let names = 0;

function framed({ label, hint, required = true }: Frame, inner: HTMLElement, show: (value: string) => void): Field {
  names += 1;
  const fault = el('p', { class: 'fault', attributes: { role: 'alert' } });
  const title = el('span', { class: 'label', text: label, attributes: { id: `label-${names}` } });
  if (!required) title.append(el('small', { text: TEXTS.optional }));
  inner.setAttribute('aria-labelledby', title.id);
  const element = el('div', {
    class: 'field',
    children: [title, hint ? el('p', { class: 'hint', text: hint }) : null, inner, fault],
  });
  return {
    element,
    show,
    fault(text) {
      fault.textContent = text;
      element.classList.toggle('wrong', text !== '');
    },
  };
}

/** What is being written in is left alone unless it is another's. */
const set = (input: HTMLInputElement | HTMLTextAreaElement, value: string): void => {
  if (input.value.trim() !== value.trim()) input.value = value;
};

export function choiceField(
  frame: Frame,
  options: Question['options'],
  given: { several: boolean; write: (value: string) => void },
): Field {
  let chosen: string[] = [];
  const buttons = options.map(({ key, name }) => {
    const made = button(name, 'choice', () => {
      const isOn = chosen.indexOf(key) >= 0;
      const others = given.several ? chosen.filter((each) => each !== key) : [];
      show(isOn ? others.join(',') : inOrder(others.concat(key)).join(','));
      given.write(chosen.join(','));
    });
    return { key, made };
  });
  const inOrder = (keys: readonly string[]) => options.map(({ key }) => key).filter((key) => keys.indexOf(key) >= 0);
  function show(value: string): void {
    chosen = value === '' ? [] : value.split(',');
    for (const { key, made } of buttons) made.setAttribute('aria-pressed', String(chosen.indexOf(key) >= 0));
  }
  show('');
  const group = el('div', {
    class: 'choices',
    attributes: { role: 'group' },
    children: buttons.map(({ made }) => made),
  });
  return framed(given.several ? { ...frame, hint: TEXTS.several } : frame, group, show);
}

export function lineField(
  frame: Frame,
  given: { type: 'text' | 'number' | 'date'; most: number; placeholder?: string; write: (value: string) => void },
): Field {
  const input = el('input', {
    attributes: {
      type: given.type === 'date' ? 'date' : 'text',
      ...(given.type === 'number' && { inputmode: 'decimal' }),
      maxlength: String(given.most),
      placeholder: given.placeholder ?? '',
      autocomplete: 'off',
    },
  });
  input.addEventListener('input', () => given.write(input.value));
  return framed(frame, input, (value) => set(input, value));
}

export function textField(frame: Frame, given: { placeholder?: string; write: (value: string) => void }): Field {
  const area = el('textarea', {
    attributes: { rows: '4', maxlength: String(LIMITS.text), placeholder: given.placeholder ?? '' },
  });
  const left = el('p', { class: 'hint left' });
  const count = () => {
    const free = LIMITS.text - area.value.length;
    left.textContent = free < 100 ? TEXTS.left(free) : '';
  };
  area.addEventListener('input', () => {
    count();
    given.write(area.value);
  });
  const field = framed(frame, area, (value) => {
    set(area, value);
    count();
  });
  field.element.insertBefore(left, area.nextSibling);
  return field;
}

/** As the category asks it. */
export function questionField({ label, kind, required, options }: Question, write: (value: string) => void): Field {
  const frame = { label, required };
  switch (kind) {
    case 'choice':
    case 'choices':
      return choiceField(frame, options, { several: kind === 'choices', write });
    case 'text':
      return textField(frame, { write });
    case 'number':
    case 'date':
      return lineField(frame, { type: kind, most: 18, write });
  }
}
