// The gaps of a template: `{雨量}` stands for what is only known when the alert is prepared.
import type { AlertWording } from '../../contract/alerts.ts';

const GAP = /\{([^{}\n]{1,20})\}/g;

type Gapped = Pick<AlertWording, 'title' | 'text' | 'instructions'>;

/** Their names in the order they are read, each once. */
export function gapsOf({ title, text, instructions }: Gapped): string[] {
  const names = [title, ...text, ...instructions].flatMap((part) =>
    [...part.matchAll(GAP)].map(([, name]) => name ?? ''),
  );
  return [...new Set(names)];
}

/** A gap without a value stays as it is, for the eye of whoever looks at the preview. */
export function fillGaps<T extends Gapped>(wording: T, values: Readonly<Record<string, string>>): T {
  const fill = (part: string) => part.replace(GAP, (gap, name: string) => values[name] || gap);
  return {
    ...wording,
    title: fill(wording.title),
    text: wording.text.map(fill),
    instructions: wording.instructions.map(fill),
  };
}
