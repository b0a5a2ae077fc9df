// How a provider does with one kind of question, in one tag.
import type { CallState } from '../../../contract/providers.ts';
import { formatInstant } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.providers;

export function standingOf(state: CallState): { readonly color: string; readonly text: string } {
  if (state.pausedUntil) return { color: 'red', text: words.paused(formatInstant(state.pausedUntil)) };
  if (state.failures > 0) return { color: 'orange', text: words.failing(state.failures) };
  if (state.succeededAt) return { color: 'green', text: words.fine };
  return { color: 'default', text: words.never };
}
