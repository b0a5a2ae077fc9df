// What waits for a second person, as it would look on the television.
import type { Alert, AlertItem, AlertRevision } from '../../../contract/alerts.ts';

export function waitingItem(alert: Alert, waiting: AlertRevision): AlertItem {
  const { severity, event, title, source, text, instructions, sound } = waiting.content;
  const standing = waiting.act !== 'cancel';
  return {
    ...alert.item,
    revision: waiting.revision,
    standing,
    ...{ severity, event, title, source, sound },
    text: !standing && waiting.reason ? [waiting.reason] : text,
    instructions: standing ? instructions : [],
  };
}
