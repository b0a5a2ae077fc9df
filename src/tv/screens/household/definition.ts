// The home of this box, behind its PIN: where it is, and the boxes that stand in it.
import type { HouseholdView } from '../../../contract/households.ts';
import type { Context, ScreenName } from '../../navigation/context.ts';
import { type Definition, STAY } from '../../navigation/definition.ts';
import type { HouseholdModel, HouseholdRow } from '../../navigation/frames/box.ts';
import { dateText } from '../../texts/dates.ts';
import { BOX_STATE_TEXTS, TEXTS } from '../../texts/zh-CN.ts';

const WORDS = TEXTS.household;
const ROWS = 3;

export const household: Definition<ScreenName, HouseholdModel> = {
  private: true,
  leadsTo: ['home'],
  present(context) {
    const { boxes, focus, start } = windowOf(context);
    const { privately, now } = context;
    return {
      name: 'household',
      title: WORDS.title,
      address: privately?.household?.address ?? '',
      boxes: boxes.slice(start, start + ROWS).map((box) => rowOf(box, now)),
      focus: focus - start,
      text: textOf(context),
      closing: WORDS.closing,
    };
  },
  hints: (context) => [
    ...(windowOf(context).boxes.length > 1 ? [{ key: 'upDown', label: TEXTS.hints.choose } as const] : []),
    ...(context.privately?.trouble ? [{ key: 'ok', label: TEXTS.message.offline.action } as const] : []),
    { key: 'back', label: TEXTS.hints.leave },
  ],
  press(context, key) {
    const { boxes, focus } = windowOf(context);
    const to = (index: number) => {
      const { privately } = context;
      const kept = Math.max(0, Math.min(boxes.length - 1, index));
      return privately ? { change: { privately: { ...privately, focus: kept } } } : STAY;
    };
    switch (key) {
      case 'back':
        return { to: 'home' };
      case 'up':
        return focus > 0 ? to(focus - 1) : STAY;
      case 'down':
        return focus + 1 < boxes.length ? to(focus + 1) : STAY;
      case 'ok':
        return context.privately?.trouble ? { intents: [{ type: 'read-household' }] } : STAY;
      default:
        return STAY;
    }
  },
};

type BoxOfHousehold = HouseholdView['boxes'][number];

/** The box that asks stands first. */
function windowOf({ privately }: Context) {
  const all = privately?.household?.boxes ?? [];
  const boxes = [...all.filter(({ own }) => own), ...all.filter(({ own }) => !own)];
  const focus = Math.max(0, Math.min(privately?.focus ?? 0, boxes.length - 1));
  return { boxes, focus, start: Math.max(0, Math.min(focus - 1, boxes.length - ROWS)) };
}

function textOf({ privately }: Context): string | null {
  if (privately?.trouble) return WORDS.unreachable;
  if (!privately?.household) return WORDS.loading;
  return privately.household.boxes.length === 0 ? WORDS.none : null;
}

function rowOf({ smartCard, model, state, since, own }: BoxOfHousehold, now: number): HouseholdRow {
  return {
    label: own ? WORDS.own : WORDS.other,
    own,
    card: smartCard === null ? (model ?? WORDS.noCard) : WORDS.card(smartCard),
    meta: [smartCard === null ? null : model, BOX_STATE_TEXTS[state], WORDS.since(dateText(Date.parse(since), now))]
      .filter((part) => part !== null)
      .join(' · '),
  };
}
