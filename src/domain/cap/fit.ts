// A foreign warning in the measure of our screens: long paragraphs are parted at their sentences, nothing is lost.
import { ALERT_LIMITS } from '../../contract/alerts.ts';
import { Refusal } from './refusal.ts';
import type { WarningContent } from './warning.ts';

type Wording = Pick<WarningContent, 'title' | 'event' | 'text' | 'instructions'>;

/**
 * Whatever is shortened (a long title) is said in full in the text.
 * @throws Refusal `too-long` where it is more than our screens show
 */
export function fitWording(wording: Wording): Wording {
  const { title, event } = wording;
  const isLong = title.length > ALERT_LIMITS.title;
  const text = [...(isLong ? [title] : []), ...wording.text].flatMap((part) => parted(part, ALERT_LIMITS.paragraph));
  const instructions = wording.instructions.flatMap((part) => parted(part, ALERT_LIMITS.instruction));
  if (text.length > ALERT_LIMITS.paragraphs || instructions.length > ALERT_LIMITS.instructions)
    throw new Refusal('too-long');
  return {
    title: isLong ? shortened(title, ALERT_LIMITS.title) : title,
    event: shortened(event, ALERT_LIMITS.event),
    text: text.length > 0 ? text : [shortened(title, ALERT_LIMITS.paragraph)],
    instructions,
  };
}

export const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

/** As many sentences to a piece as fit; a sentence that is too long by itself is cut where it reaches the limit. */
function parted(text: string, most: number): string[] {
  const pieces: string[] = [];
  for (const sentence of text.match(/[^。；！？.;!?]*[。；！？.;!?]*/g) ?? []) {
    for (const part of sentence.match(new RegExp(`[\\s\\S]{1,${most}}`, 'g')) ?? []) {
      const last = pieces.at(-1);
      if (last !== undefined && last.length + part.length <= most) pieces[pieces.length - 1] = last + part;
      else pieces.push(part);
    }
  }
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}
