// The ways to say where a box is to stand.
import { expect, it } from 'vitest';
import { decisionOf, firstWay, waysFor } from '../../../../src/console/pages/activation/placing.ts';
import { readActivation, SmartCard } from '../../../../src/contract/activation.ts';
import { RegionCode } from '../../../../src/contract/regions.ts';

const listed = readActivation.reply.parse(readActivation.example.reply);
const card = SmartCard.parse('8531002026000017');
const household = RegionCode.parse('3703060010010010010101');

it('a listed box stands where the list has it, unless a household is chosen', () => {
  expect(waysFor(listed)).toEqual(['listed', 'household']);
  expect(firstWay(listed)).toBe('listed');
});

it('without a card told the card is asked for first', () => {
  expect(firstWay({ listed: null, facts: {} })).toBe('card');
});

it('with a card the list does not know a household is asked for first', () => {
  expect(firstWay({ listed: null, facts: { smart_card: card } })).toBe('household');
});

it('sends neither card nor household for a listed box', () => {
  const decision = decisionOf({ way: 'listed', card: '123', household });
  expect(decision).toEqual({ household: null, smartCard: null });
});

it('sends a card as it is printed, without its blanks', () => {
  const decision = decisionOf({ way: 'card', card: '8531 0020 2600 0017', household: null });
  expect(decision).toEqual({ household: null, smartCard: card });
});

it('decides nothing while something is missing', () => {
  expect(decisionOf({ way: 'card', card: '8531', household })).toBeNull();
  expect(decisionOf({ way: 'household', card, household: null })).toBeNull();
});
