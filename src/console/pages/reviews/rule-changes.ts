// What a person may make of a rule, by the same function that the server decides with.
import { REVIEW_LEVELS, type ReviewLevel, type RuleInForce } from '../../../contract/reviews.ts';
import { type Actor, can } from '../../../domain/access/can.ts';
import { DISTRICT } from '../../../domain/regions/code.ts';
import { mayChange } from '../../../domain/review/rules.ts';

/** The levels to choose from; none where the rule is not this person's to change. */
export const changesFor = (actor: Actor, rule: RuleInForce): ReviewLevel[] =>
  REVIEW_LEVELS.filter((level) => mayChange(actor, rule, rule, { level, hours: rule.hours }));

export const maySetHours = (actor: Actor): boolean => can(actor, 'review.manage', DISTRICT);
