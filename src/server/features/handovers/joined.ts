// What two hands wrote of one request: the television chose, the phone added to it.
import { REQUEST_LIMITS, type RequestInput } from '../../../contract/requests.ts';

/** The television's choices, with the phone's words, photos and position; of two texts neither is lost. */
export function joined(television: RequestInput, phone: RequestInput): RequestInput {
  if (television.category !== phone.category || television.where.kind !== phone.where.kind) return television;
  const { answers, text, where } = television;
  return {
    ...television,
    answers: { ...phone.answers, ...answers },
    text: textOf(text, phone.text),
    // None is taken at a television.
    photos: phone.photos,
    where: { ...where, position: where.position ?? phone.where.position },
  };
}

function textOf(one: string, other: string): string {
  if (other.includes(one)) return other;
  return one.includes(other) ? one : `${one}；${other}`.slice(0, REQUEST_LIMITS.text);
}
