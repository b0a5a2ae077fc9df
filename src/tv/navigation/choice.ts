// What is chosen in a list that may change under the eye: it stays on its entry; when that is gone, on what stands there.

/** `id` null: nothing was chosen yet, the first is. */
export interface Choice {
  readonly id: string | null;
  readonly index: number;
}

/** Where in the list the choice is now; 0 in an empty one. */
export function chosenAt(ids: readonly string[], { id, index }: Choice): number {
  const found = id === null ? -1 : ids.indexOf(id);
  return found >= 0 ? found : Math.max(0, Math.min(index, ids.length - 1));
}
