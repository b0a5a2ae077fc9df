// For installers: raw key codes, the network, the stream, what runs here, and the way out of a household.
// Reached by 0 9 9 9 9, on the home screen and while the box waits to be activated.
import type { Context, InstallerFacts, OverlayName } from '../navigation/context.ts';
import type { Definition, Move } from '../navigation/definition.ts';
import type { OverlayModel } from '../navigation/frames/overlays.ts';
import { askFor } from '../navigation/private.ts';
import { guessProfile } from '../remote/guess.ts';
import { TEXTS } from '../texts/zh-CN.ts';

type Place = OverlayName | 'closed';
type Fact = Extract<OverlayModel, { name: 'installer' }>['facts'][number];

/** With a wrong profile Back may not be known, so the sheet closes itself when no key comes for two minutes. */
const QUIET_MS = 120_000;
/** From here on a box's clock confuses people. */
const SKEW_MS = 120_000;
const WORDS = TEXTS.installer;

/** One button each: what it is called, what it does, whether it is there. */
const ACTIONS: readonly {
  readonly label: string;
  there(context: Context): boolean;
  press(context: Context): Move<Place>;
}[] = [
  { label: WORDS.test, there: () => true, press: () => ({ intents: [{ type: 'test-network' }] }) },
  {
    label: WORDS.unbind,
    there: ({ activation }) => activation === null,
    press: () => ({ to: 'pin', change: askFor('unbind') }),
  },
  { label: TEXTS.hints.close, there: () => true, press: () => ({ to: 'closed' }) },
];

export const installer: Definition<Place, OverlayModel> = {
  grabs: true,
  leadsTo: ['closed', 'pin'],
  present(context) {
    const { raw, facts } = context.installer;
    const guess = guessProfile(raw);
    return {
      name: 'installer',
      title: WORDS.title,
      codes: raw.map(({ source, code, key }) => `${source} ${code} → ${key ? TEXTS.keys[key] : WORDS.keyUnknown}`),
      profile: guess === null || guess === context.profile ? context.profile : WORDS.suggest(context.profile, guess),
      facts: facts ? factsOf(facts) : [],
      actions: actionsOf(context).map(({ label }) => label),
      focus: focusOf(context),
    };
  },
  hints: () => [
    { key: 'leftRight', label: TEXTS.hints.choose },
    { key: 'ok', label: TEXTS.hints.press },
    { key: 'back', label: TEXTS.hints.close },
  ],
  press(context, key) {
    const focus = focusOf(context);
    const to = (index: number): Move<Place> => ({
      change: { installer: { ...context.installer, focus: index } },
    });
    switch (key) {
      case 'left':
        return to(Math.max(0, focus - 1));
      case 'right':
        return to(Math.min(actionsOf(context).length - 1, focus + 1));
      case 'ok':
        return actionsOf(context)[focus]?.press(context) ?? {};
      case 'back':
        return { to: 'closed' };
      default:
        return {};
    }
  },
  settle: ({ installer: { quiet } }) => (quiet >= QUIET_MS ? { to: 'closed' } : null),
};

const actionsOf = (context: Context) => ACTIONS.filter(({ there }) => there(context));

const focusOf = (context: Context): number => Math.min(context.installer.focus, actionsOf(context).length - 1);

function factsOf(facts: InstallerFacts): readonly Fact[] {
  const { tries, testing, streamSeconds, beatSeconds, skewMs, memoryMb } = facts;
  const fact = (label: string, value: string | null, bad = false): Fact => ({
    label,
    value: value ?? WORDS.unknown,
    bad,
  });
  const answers = tries.map((ms) => (ms === null ? WORDS.noAnswer : WORDS.ms(ms))).join(' / ');
  const beat = beatSeconds === null ? '' : WORDS.beat(ageText(beatSeconds));
  return [
    fact(WORDS.network, testing ? `${answers} ${WORDS.testing}`.trim() : answers, tries.indexOf(null) >= 0),
    fact(
      WORDS.stream,
      streamSeconds === null ? WORDS.noStream : WORDS.open(ageText(streamSeconds), beat),
      streamSeconds === null,
    ),
    fact(WORDS.skew, skewMs === null ? null : skewText(skewMs), Math.abs(skewMs ?? 0) > SKEW_MS),
    fact(WORDS.app, facts.app),
    fact(WORDS.engine, facts.engine),
    fact(WORDS.model, facts.model),
    fact(WORDS.screen, memoryMb === null ? facts.screen : WORDS.memory(facts.screen, memoryMb)),
    fact(WORDS.box, facts.box),
  ];
}

/** A box that is ahead of the server has a skew below zero. */
function skewText(ms: number): string {
  if (Math.abs(ms) < 2_000) return WORDS.ms(Math.round(ms));
  const age = ageText(Math.round(Math.abs(ms) / 1000));
  return ms < 0 ? WORDS.fast(age) : WORDS.slow(age);
}

function ageText(seconds: number): string {
  if (seconds < 120) return WORDS.seconds(seconds);
  if (seconds < 7_200) return WORDS.minutes(Math.floor(seconds / 60));
  return seconds < 172_800 ? WORDS.hours(Math.floor(seconds / 3_600)) : WORDS.days(Math.floor(seconds / 86_400));
}
