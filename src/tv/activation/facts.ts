// What a box tells of itself while it asks for a code; the staff who bind it see it.
import type { BoxFacts } from '../../contract/activation.ts';
import type { Device } from '../ports.ts';

export const factsOf = ({ model, engine, app, smartCard }: Device): BoxFacts => ({
  ...(model === null ? {} : { model }),
  engine,
  app,
  ...(smartCard === null ? {} : { smart_card: smartCard as NonNullable<BoxFacts['smart_card']> }),
});
