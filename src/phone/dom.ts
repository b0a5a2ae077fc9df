// Elements made in one call; text only ever as text.

type Child = Node | string | null;

interface Given {
  readonly class?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: readonly Child[];
  readonly onClick?: () => void;
}

export function el<K extends keyof HTMLElementTagNameMap>(name: K, given: Given = {}): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  if (given.class) element.className = given.class;
  if (given.text !== undefined) element.textContent = given.text;
  for (const [key, value] of Object.entries(given.attributes ?? {})) element.setAttribute(key, value);
  fill(element, given.children ?? []);
  if (given.onClick) element.addEventListener('click', given.onClick);
  return element;
}

/** Besides what it holds already. */
export function fill(element: Element, children: readonly Child[]): void {
  for (const child of children) if (child !== null) element.append(child);
}

export function empty(element: Element): void {
  while (element.firstChild) element.removeChild(element.firstChild);
}

export const button = (text: string, kind: string, onClick: () => void): HTMLButtonElement =>
  el('button', { class: kind, text, attributes: { type: 'button' }, onClick });
