// The photos of a draft on this phone: those that wait for the way, are under way, have arrived, or were refused.
import type { HandoverDraft } from '../contract/box-requests.ts';
import type { RequestPhotoId } from '../contract/requests.ts';

export interface Photo {
  /** Of this page alone. */
  readonly key: number;
  /** What an image shows: the photo itself until it has arrived, the server's copy after a reload. */
  readonly source: string;
  /** Null: it has not arrived. */
  readonly id: RequestPhotoId | null;
  readonly state: 'waiting' | 'going' | 'there' | 'leaving' | 'refused';
  /** From 0 to 1. */
  readonly part: number;
}

export const isWaiting = ({ state }: Photo): boolean => state === 'waiting' || state === 'going';

/** Whoever looks sees these: what is taken away is gone at once. */
export const shownPhotos = (photos: readonly Photo[]): readonly Photo[] =>
  photos.filter(({ state }) => state !== 'leaving');

/** As the draft has them now; `arrived`: the one that was under way, which the draft names last. */
export function withDraft(
  photos: readonly Photo[],
  draft: HandoverDraft,
  given: { nextKey: () => number; sourceOf: (id: RequestPhotoId) => string; arrived?: number },
): readonly Photo[] {
  const known = photos.map(({ id }) => id);
  const strange = draft.photos.filter((id) => known.indexOf(id) < 0);
  const own = photos.flatMap((photo): Photo[] => {
    if (photo.id !== null) return draft.photos.indexOf(photo.id) < 0 ? [] : [photo];
    if (photo.key !== given.arrived) return [photo];
    const id = strange.pop();
    // One that was in the draft already is one photo.
    return id ? [{ ...photo, id, state: photo.state === 'leaving' ? 'leaving' : 'there', part: 1 }] : [];
  });
  const others = strange.map(
    (id): Photo => ({ key: given.nextKey(), source: given.sourceOf(id), id, state: 'there', part: 1 }),
  );
  return others.concat(own);
}
