// Emergency alerts: what interrupts a screen, who may send it, how grave it is.
import { z } from 'zod';
import { AlertId } from './ids.ts';
import { RegionCode } from './regions.ts';
import { Instant } from './time.ts';

/** 特别重大, 重大, 较大, 一般: gravest first. */
export const SEVERITIES = ['red', 'orange', 'yellow', 'blue'] as const;
export const Severity = z.enum(SEVERITIES);
export type Severity = z.infer<typeof Severity>;

/**
 * An alert as a screen shows it. An update is a higher revision of the same id; a cancel is one with `standing: false`,
 * which stays until `validTo`, so that a box that comes late sees it.
 */
export const AlertItem = z.object({
  kind: z.literal('alert'),
  id: AlertId,
  revision: z.int().positive(),
  severity: Severity,
  /** A rehearsal (演练); said on the screen as well. */
  rehearsal: z.boolean(),
  standing: z.boolean(),
  /** What happens: 暴雨 */
  event: z.string(),
  title: z.string(),
  /** Who warns: 周村区气象台 */
  source: z.string(),
  /** The region whose office sends it: the higher one goes first. */
  authority: RegionCode,
  /** What is the matter, a paragraph each. */
  text: z.array(z.string()),
  /** What to do, a sentence each. */
  instructions: z.array(z.string()),
  sound: z.boolean(),
  sentAt: Instant,
  validFrom: Instant,
  validTo: Instant,
});
export type AlertItem = z.infer<typeof AlertItem>;
