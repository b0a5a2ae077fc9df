// Our own alerts as warnings: each revision is a message of its own that refers to those before it.
import type { AlertItem } from '../../contract/alerts.ts';
import type { RegionCode } from '../../contract/regions.ts';
import { coverOf } from '../regions/code.ts';
import type { Reference, Warning, WarningContent } from './warning.ts';
import { toSecond } from './wire-time.ts';

export interface Revision {
  readonly item: AlertItem;
  readonly regions: readonly RegionCode[];
}

/** `earlier`: the revisions before, oldest first. */
export function warningOf(
  { item, regions }: Revision,
  earlier: readonly Revision[],
): Warning & { content: WarningContent } {
  return {
    ...identityOf(item),
    act: !item.standing ? 'cancel' : earlier.length > 0 ? 'update' : 'issue',
    references: earlier.map((each) => identityOf(each.item)),
    purpose: item.rehearsal ? 'rehearsal' : 'actual',
    content: {
      severity: item.severity,
      event: item.event,
      title: item.title,
      source: item.source,
      text: item.text,
      instructions: item.instructions,
      sound: item.sound,
      validFrom: toSecond(item.validFrom),
      validTo: toSecond(item.validTo),
      regions: coverOf(regions),
    },
  };
}

/** Unique among all senders: the region's code in the sender, the alert's id and revision in the identifier. */
const identityOf = (item: AlertItem): Reference & { sentAt: NonNullable<Reference['sentAt']> } => ({
  identifier: `linli-${item.id}-${item.revision}`,
  sender: `linli.${item.authority}`,
  sentAt: toSecond(item.sentAt),
});
