// Which of several alerts goes first. Small and pure: the boxes decide by it, too.
import type { AlertItem, Severity } from '../../contract/alerts.ts';

/**
 * Below zero: `one` goes before `other`. What stands before what is over, an actual one before a rehearsal, the higher
 * authority before the lower, the graver before the less grave, the newer before the older. Any alert goes before daily
 * content, so that notices are no part of it. Never zero for two different alerts.
 */
export function preempt(one: AlertItem, other: AlertItem): number {
  const steps = [
    Number(other.standing) - Number(one.standing),
    Number(one.rehearsal) - Number(other.rehearsal),
    one.authority.length - other.authority.length,
    rankOf(one) - rankOf(other),
    Date.parse(other.sentAt) - Date.parse(one.sentAt),
    other.revision - one.revision,
  ];
  const decisive = steps.find((step) => step !== 0);
  if (decisive !== undefined) return decisive;
  return one.id === other.id ? 0 : one.id < other.id ? -1 : 1;
}

/** The gravest first. */
const RANK: Readonly<Record<Severity, number>> = { red: 0, orange: 1, yellow: 2, blue: 3 };
const rankOf = ({ severity }: AlertItem): number => RANK[severity];
