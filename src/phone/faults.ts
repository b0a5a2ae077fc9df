// What is still missing or wrong, by the same rules as the server's.
import type { CarriedCategory, HandoverDraft } from '../contract/box-requests.ts';
import { faultsOf } from '../domain/requests/form.ts';
import { TEXTS } from './texts.zh-CN.ts';
import type { Words } from './words.ts';

/** A sentence by the place in the form: `answers.what`, `where.place`. */
export function faultTexts(form: CarriedCategory, draft: HandoverDraft, words: Words): Record<string, string> {
  const where = { kind: draft.where.kind, place: words.place, position: null };
  const texts: Record<string, string> = {};
  for (const { path, fault } of faultsOf({ where, answers: words.answers }, form))
    texts[path] = fault === 'where' || fault === 'unknown' ? TEXTS.faults.other : TEXTS.faults[fault];
  return texts;
}
