// What somebody writes on the phone, and what becomes of it when the draft was changed elsewhere meanwhile.
import type { HandoverDraft } from '../contract/box-requests.ts';

export interface Words {
  readonly answers: Readonly<Record<string, string>>;
  readonly when: HandoverDraft['when'];
  readonly text: string;
  readonly place: string | null;
  /** GCJ-02. */
  readonly position: HandoverDraft['position'];
}

export const wordsOf = ({ answers, when, text, where, position }: HandoverDraft): Words => ({
  ...{ answers, when, text, position },
  place: where.place,
});

export function sameWords(one: Words, other: Words): boolean {
  const codes = Object.keys({ ...one.answers, ...other.answers });
  return (
    codes.every((code) => (one.answers[code] ?? '') === (other.answers[code] ?? '')) &&
    one.when === other.when &&
    one.text.trim() === other.text.trim() &&
    (one.place ?? '').trim() === (other.place ?? '').trim() &&
    one.position?.lat === other.position?.lat &&
    one.position?.lon === other.position?.lon
  );
}

/** What was changed there wins, what was changed here alone stays; `base`: what both began with. */
export function mergeWords(base: Words, mine: Words, theirs: Words): Words {
  const answers: Record<string, string> = {};
  for (const code of Object.keys({ ...mine.answers, ...theirs.answers }))
    answers[code] = newer(base.answers[code] ?? '', mine.answers[code] ?? '', theirs.answers[code] ?? '');
  const movedThere = base.position?.lat !== theirs.position?.lat || base.position?.lon !== theirs.position?.lon;
  return {
    answers,
    when: newer(base.when, mine.when, theirs.when),
    text: newer(base.text, mine.text, theirs.text),
    place: newer(base.place, mine.place, theirs.place),
    position: movedThere ? theirs.position : mine.position,
  };
}

const newer = <T>(base: T, mine: T, theirs: T): T => (theirs === base ? mine : theirs);
