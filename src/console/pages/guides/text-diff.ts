// What was added to a text and what was taken away, word by word; and the same for lists of lines.

export interface Part {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

export interface LineChange {
  /** `changed`: the line stands on both sides, and its parts tell how it differs. `moved`: see `withMoves`. */
  readonly kind: 'same' | 'added' | 'removed' | 'changed' | 'moved';
  readonly parts: readonly Part[];
}

interface Step<T> {
  readonly kind: Part['kind'];
  readonly item: T;
}

/** Lines that share less than this are two different lines, not one that was changed. */
const LEAST_IN_COMMON = 0.4;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

export function diffTexts(before: string, after: string): Part[] {
  const parts: { kind: Part['kind']; text: string }[] = [];
  for (const { kind, item } of stepsBetween(wordsOf(before), wordsOf(after))) {
    const last = parts.at(-1);
    if (last?.kind === kind) last.text += item;
    else parts.push({ kind, text: item });
  }
  return parts;
}

export function diffLines(before: readonly string[], after: readonly string[]): LineChange[] {
  const changes: LineChange[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const close = () => {
    changes.push(...pairUp(removed, added));
    removed = [];
    added = [];
  };
  for (const { kind, item } of stepsBetween(before, after)) {
    if (kind === 'removed') removed.push(item);
    else if (kind === 'added') added.push(item);
    else {
      close();
      changes.push({ kind, parts: [{ kind, text: item }] });
    }
  }
  close();
  return changes;
}

/** A line that is taken away here and added there is told once, where it is now. */
export function withMoves(changes: readonly LineChange[]): LineChange[] {
  const gone = changes.filter(({ kind }) => kind === 'removed');
  const moved = new Set<LineChange>();
  const told = changes.map((change): LineChange => {
    const old =
      change.kind === 'added' && gone.find((each) => !moved.has(each) && each.parts[0]?.text === change.parts[0]?.text);
    if (!old) return change;
    moved.add(old);
    return { kind: 'moved', parts: change.parts.map(({ text }) => ({ kind: 'same', text })) };
  });
  return told.filter((change) => !moved.has(change));
}

const wordsOf = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

/** Between two unchanged lines: each new line is held against the next old one that is like it. */
function pairUp(removed: readonly string[], added: readonly string[]): LineChange[] {
  const changes: LineChange[] = [];
  let next = 0;
  for (const line of added) {
    const found = removed.findIndex((old, index) => index >= next && isAlike(old, line));
    if (found === -1) changes.push(whole('added', line));
    else {
      for (const old of removed.slice(next, found)) changes.push(whole('removed', old));
      changes.push({ kind: 'changed', parts: diffTexts(removed[found] ?? '', line) });
      next = found + 1;
    }
  }
  return [...changes, ...removed.slice(next).map((old) => whole('removed', old))];
}

const whole = (kind: 'added' | 'removed', text: string): LineChange => ({ kind, parts: [{ kind, text }] });

function isAlike(one: string, other: string): boolean {
  const same = diffTexts(one, other).reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0), 0);
  return same >= LEAST_IN_COMMON * Math.max(one.length, other.length);
}

/** The shortest way from one list to the other, by their longest common subsequence; what goes stands before what comes. */
function stepsBetween<T>(before: readonly T[], after: readonly T[]): Step<T>[] {
  const common = lengthsOf(before, after);
  const steps: Step<T>[] = [];
  let [from, to] = [0, 0];
  while (from < before.length || to < after.length) {
    const [old, item] = [before[from] as T, after[to] as T];
    if (from < before.length && to < after.length && old === item) {
      steps.push({ kind: 'same', item });
      from += 1;
      to += 1;
    } else if (to >= after.length || (from < before.length && at(common, from + 1, to) >= at(common, from, to + 1))) {
      steps.push({ kind: 'removed', item: old });
      from += 1;
    } else {
      steps.push({ kind: 'added', item });
      to += 1;
    }
  }
  return steps;
}

/** `[i][j]`: how much is common to what begins at i and at j. */
function lengthsOf<T>(before: readonly T[], after: readonly T[]): number[][] {
  const common = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let from = before.length - 1; from >= 0; from -= 1)
    for (let to = after.length - 1; to >= 0; to -= 1) {
      const row = common[from] ?? [];
      row[to] =
        before[from] === after[to]
          ? at(common, from + 1, to + 1) + 1
          : Math.max(at(common, from + 1, to), at(common, from, to + 1));
    }
  return common;
}

const at = (lengths: readonly number[][], from: number, to: number): number => lengths[from]?.[to] ?? 0;
