// What came of sending, told honestly: its number and until when, that it waits in the box, or that it went nowhere.
import type { Context, ScreenName } from '../../navigation/context.ts';
import { type Definition, STAY } from '../../navigation/definition.ts';
import type { ReportSentModel } from '../../navigation/frames/requests.ts';
import type { SentReport } from '../../navigation/requests.ts';
import { dayText } from '../../texts/days.ts';
import { REQUEST_TEXTS } from '../../texts/requests.zh-CN.ts';
import { TEXTS } from '../../texts/zh-CN.ts';

const WORDS = REQUEST_TEXTS.sent;
type Told = Omit<ReportSentModel, 'name' | 'title' | 'stands'>;

export const reportSent: Definition<ScreenName, ReportSentModel> = {
  leadsTo: ['home', 'report'],
  present({ sent, now }) {
    const title = sent?.category ?? REQUEST_TEXTS.report.title;
    return { name: 'report-sent', title, stands: sent?.outcome.kind ?? 'sending', ...toldOf(sent, now) };
  },
  hints: ({ sent }) => [
    ...(sent?.outcome.kind === 'sending'
      ? []
      : [{ key: 'ok', label: isUnkept(sent) ? WORDS.again : WORDS.more } as const]),
    { key: 'back', label: TEXTS.hints.home },
  ],
  press(context, key) {
    const { sent } = context;
    if (key === 'back') return { to: 'home' };
    if (key !== 'ok') return STAY;
    if (sent?.outcome.kind === 'sending') return { note: WORDS.notYet };
    if (!isUnkept(sent)) return next(context);
    const { key: of } = sent;
    return {
      change: { sent: { ...sent, outcome: { kind: 'sending' } } },
      intents: [{ type: 'resend-request', key: of }],
    };
  },
  leave: ({ sent }) => ({
    change: { sent: null },
    intents: isUnkept(sent) ? [{ type: 'drop-request', key: sent.key }] : [],
  }),
};

const isUnkept = (sent: SentReport | null): sent is SentReport => sent?.outcome.kind === 'unkept';

/** Others that were sent meanwhile are told before a new one is begun. */
function next({ outbox }: Context) {
  const [first, ...told] = outbox.told;
  return first ? { change: { sent: first, outbox: { ...outbox, told } } } : ({ to: 'report' } as const);
}

const NOTHING = { number: '', code: '', after: '' };

function toldOf(sent: SentReport | null, now: number): Told {
  const outcome = sent?.outcome ?? { kind: 'sending' };
  switch (outcome.kind) {
    case 'sending':
      return { ...NOTHING, icon: 'clock', state: WORDS.sending, text: WORDS.sendingText };
    case 'kept':
      return { ...NOTHING, icon: 'offline', state: WORDS.kept, text: WORDS.keptText };
    case 'unkept':
      return {
        ...{ ...NOTHING, icon: 'failed', state: WORDS.unkept },
        text: sent?.privacy === 'open' ? WORDS.unkeptText : WORDS.unkeptPrivate,
      };
    case 'refused':
      return { ...NOTHING, icon: 'failed', state: WORDS.refused, text: outcome.reason || WORDS.refusedText };
    case 'sent': {
      const { number, dueAt, queryCode, followed } = outcome.sent;
      return {
        icon: 'over',
        state: WORDS.sent,
        number,
        text: followed ? WORDS.followed : dueAt === null ? WORDS.dueUnknown : WORDS.due(dueText(dueAt, now)),
        code: queryCode ? `${queryCode.slice(0, 5)} ${queryCode.slice(5)}` : '',
        after: queryCode ? WORDS.codeText : WORDS.later,
      };
    }
  }
}

/** At the end of a day is that day, not the next at midnight. */
export const dueText = (dueAt: string, now: number): string => dayText(Date.parse(dueAt) - 1, now);
