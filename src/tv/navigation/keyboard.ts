// How a screen asks for words and gets them: it opens the keyboard, and takes what was written when it settles.
import { beginTyping } from '../keyboard/engine.ts';
import type { Context } from './context.ts';
import type { Move } from './definition.ts';

interface Wanted {
  /** 您要反映什么？ */
  readonly title: string;
  /** What is written already. */
  readonly text: string;
  /** Characters at most. */
  readonly most: number;
}

/** For the screen that is shown; the dictionary is fetched when somebody writes for the first time. */
export function openKeyboard(context: Context, { title, text, most }: Wanted): Move<never> {
  const { screen, recentWords, dictionary } = context;
  const change = { keyboard: { screen, title, typing: beginTyping(text, most, recentWords) }, written: null };
  if (dictionary !== null && dictionary !== 'missing') return { change };
  return { change: { ...change, dictionary: null }, intents: [{ type: 'load-dictionary' }] };
}

/** What was written for the screen that is shown; null: nothing. Who takes it sets `written` to null. */
export const writtenIn = ({ written, screen }: Context): string | null =>
  written?.screen === screen ? written.text : null;
