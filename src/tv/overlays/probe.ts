// For installers: the raw codes of the last keys and what the profile makes of them. Reached from home by 0 9 9 9 9.
import type { OverlayName } from '../navigation/context.ts';
import { type Definition, STAY } from '../navigation/definition.ts';
import type { OverlayModel } from '../navigation/frame.ts';
import { TEXTS } from '../texts/zh-CN.ts';

/** With a wrong profile Back may not be known, so the probe closes itself when no key comes for two minutes. */
const QUIET_MS = 120_000;

export const probe: Definition<OverlayName | 'closed', OverlayModel> = {
  leadsTo: ['closed'],
  present: ({ probe: { codes }, profile }) => ({ name: 'probe', title: TEXTS.probe.title, codes, profile }),
  hints: () => [{ key: 'back', label: TEXTS.hints.close }],
  press: (_, key) => (key === 'back' ? { to: 'closed' } : STAY),
  settle: ({ probe: { quiet } }) => (quiet >= QUIET_MS ? { to: 'closed' } : null),
};
