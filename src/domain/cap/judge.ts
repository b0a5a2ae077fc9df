// May this sender warn of this, here and now? Pure; what the store knows is handed in.
import type { RegionCode } from '../../contract/regions.ts';
import { isWithin } from '../regions/code.ts';
import { Refusal } from './refusal.ts';
import type { Warning } from './warning.ts';

/** Clocks of two offices may differ by so much. */
const AHEAD_MS = 5 * 60_000;
/** An older one is a repeat of something known, or was held back: whoever means it sends it anew. */
const OLDEST_MS = 24 * 3_600_000;

export interface SenderRules {
  /** What its documents name as their sender. */
  readonly identity: string;
  readonly authority: RegionCode;
}

/** @throws Refusal */
export function judge(warning: Warning, sender: SenderRules, now: number): void {
  const { content } = warning;
  checkOrigin(warning, sender, now);
  if (warning.references.some((reference) => reference.sender !== sender.identity))
    throw new Refusal('reference-unknown');
  if (!content) return;
  if (content.regions.some((region) => !isWithin(region, sender.authority))) throw new Refusal('region-outside');
  if (content.validTo === null) return;
  const end = Date.parse(content.validTo);
  if (end <= Date.parse(content.validFrom)) throw new Refusal('value', 'expires');
  if (end <= now && warning.act !== 'cancel') throw new Refusal('expired');
}

/** Of every document, whether it warns or not. @throws Refusal */
export function checkOrigin(
  document: Pick<Warning, 'sender' | 'sentAt'>,
  sender: Pick<SenderRules, 'identity'>,
  now: number,
): void {
  const sentAt = Date.parse(document.sentAt);
  if (document.sender !== sender.identity) throw new Refusal('sender-other');
  if (sentAt > now + AHEAD_MS) throw new Refusal('sent-ahead');
  if (sentAt < now - OLDEST_MS) throw new Refusal('too-old');
}
