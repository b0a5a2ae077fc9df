// A guide in good order, for changing.
import { createGuide } from '../../../src/contract/guide-calls.ts';
import { GuideInput } from '../../../src/contract/guides.ts';

export const GUIDE: GuideInput = GuideInput.parse(createGuide.example.body);

/** With some fields changed, as a department would fill them in. */
export const guideWith = (change: Partial<Record<keyof GuideInput, unknown>>): GuideInput =>
  GuideInput.parse({ ...GUIDE, ...change });
