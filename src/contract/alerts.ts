// Emergency alerts: what interrupts a screen, how grave it is, and how two people get it there.
import { z } from 'zod';
import { AlertId, AlertTemplateId, BoxId, NoticeId, StaffId } from './ids.ts';
import { RegionCode } from './regions.ts';
import { Instant } from './time.ts';

/** 特别重大, 重大, 较大, 一般: gravest first. */
export const SEVERITIES = ['red', 'orange', 'yellow', 'blue'] as const;
export const Severity = z.enum(SEVERITIES);
export type Severity = z.infer<typeof Severity>;

/** A notice that says itself what an alert has to say, in the revision of which that is known. */
const AlertCarrier = z.strictObject({ id: NoticeId, revision: z.int().positive() });
export type AlertCarrier = z.infer<typeof AlertCarrier>;

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
  /** What it does not cover while that has the screen; absent: it covers all. */
  carriers: z.array(AlertCarrier).optional(),
});
export type AlertItem = z.infer<typeof AlertItem>;

export const ALERT_LIMITS = {
  title: 60,
  event: 20,
  source: 40,
  paragraphs: 10,
  paragraph: 300,
  instructions: 8,
  instruction: 80,
  regions: 300,
  reason: 200,
  carriers: 5,
} as const;

/** Whatever interrupts a screen ends by itself; minutes, at most. */
export const MOST_MINUTES: Readonly<Record<Severity, number>> = {
  red: 48 * 60,
  orange: 48 * 60,
  yellow: 72 * 60,
  blue: 72 * 60,
};

const words = (most: number) => z.string().trim().min(1).max(most);

/** What a screen says, of templates and of alerts alike. */
export const AlertWording = z.strictObject({
  severity: Severity,
  event: words(ALERT_LIMITS.event),
  title: words(ALERT_LIMITS.title),
  /** A paragraph each. */
  text: z.array(words(ALERT_LIMITS.paragraph)).min(1).max(ALERT_LIMITS.paragraphs),
  /** A sentence each. */
  instructions: z.array(words(ALERT_LIMITS.instruction)).max(ALERT_LIMITS.instructions),
  sound: z.boolean(),
});
export type AlertWording = z.infer<typeof AlertWording>;

const Source = words(ALERT_LIMITS.source);
/** Published ones, in the revision that is on the screens now. */
const Carriers = z.array(NoticeId).max(ALERT_LIMITS.carriers).optional();
const Regions = z.array(RegionCode).min(1).max(ALERT_LIMITS.regions);
export const ValidMinutes = z
  .int()
  .min(5)
  .max(72 * 60);
export const AlertReason = words(ALERT_LIMITS.reason);

export const AlertPerson = z.object({ id: StaffId, name: z.string() });
const Place = z.object({ code: RegionCode, name: z.string() });

/** From the release on for so long, or (as told from outside) until then. */
export const Validity = z.union([z.strictObject({ minutes: ValidMinutes }), z.strictObject({ until: Instant })]);
export type Validity = z.infer<typeof Validity>;

/** What one revision says and to whom. */
export const AlertContent = AlertWording.extend({
  source: Source,
  /** None lies within another. */
  regions: Regions,
  /** Null: from the release on. */
  validFrom: Instant.nullable(),
  validity: Validity,
  /** Absent: none. */
  carriers: z.array(AlertCarrier).max(ALERT_LIMITS.carriers).optional(),
});
export type AlertContent = z.infer<typeof AlertContent>;

/** By what name another system knows a revision (CAP: `identifier`, `sender`, `sent`); null for what is written here. */
export const AlertCap = z.strictObject({
  identifier: z.string().min(1).max(200),
  sender: z.string().min(1).max(200),
  sent: Instant,
  /** CAP's code values: Met, Geo, Safety ... */
  category: z.string().max(20),
  urgency: z.string().max(20),
  certainty: z.string().max(20),
  /** The documents it updates or cancels, as `sender,identifier,sent`. */
  references: z.array(z.string().max(500)).max(50),
});
export type AlertCap = z.infer<typeof AlertCap>;

export const AlertOrigin = z.enum(['console', 'cap', 'ebm']);
export type AlertOrigin = z.infer<typeof AlertOrigin>;

export const AlertAct = z.enum(['issue', 'update', 'cancel']);
export type AlertAct = z.infer<typeof AlertAct>;

/** `incoming`: from outside, nobody here stands for it yet. `prepared`: one person asks, a second releases it. */
export const RevisionState = z.enum(['incoming', 'prepared', 'released', 'discarded']);
export type RevisionState = z.infer<typeof RevisionState>;

/** Afterwards a third person looks whether it was in order. */
export const AlertReview = z.object({
  by: AlertPerson,
  at: Instant,
  verdict: z.enum(['in-order', 'objection']),
  note: z.string(),
});
export type AlertReview = z.infer<typeof AlertReview>;

export const AlertRevision = z.object({
  /** Counts all that was prepared, released or not: on the wire it only grows. */
  revision: z.int().positive(),
  act: AlertAct,
  state: RevisionState,
  content: AlertContent,
  /** Why it is updated, cancelled, or was discarded. */
  reason: z.string().nullable(),
  /** Null: it came from outside and nobody has taken it on. */
  preparedBy: AlertPerson.nullable(),
  preparedAt: Instant,
  /** Null: not released, or released by itself for a trusted sender. */
  releasedBy: AlertPerson.nullable(),
  releasedAt: Instant.nullable(),
  /** As it went to the screens; null before. */
  validTo: Instant.nullable(),
  cap: AlertCap.nullable(),
  review: AlertReview.nullable(),
});
export type AlertRevision = z.infer<typeof AlertRevision>;

export const ALERT_STATES = ['waiting', 'standing', 'cancelled', 'expired', 'discarded'] as const;
/** `waiting`: no revision has been released yet. */
export const AlertState = z.enum(ALERT_STATES);
export type AlertState = z.infer<typeof AlertState>;

export const ALERT_MOVES = ['endorse', 'release', 'discard'] as const;
/** `endorse`: a first person stands for what came from outside. */
export const AlertMove = z.enum(ALERT_MOVES);
export type AlertMove = z.infer<typeof AlertMove>;

export const AlertSummary = z.object({
  id: AlertId,
  origin: AlertOrigin,
  rehearsal: z.boolean(),
  authority: Place,
  state: AlertState,
  /** Of the revision on the screens, or of the one that waits where there is none. */
  revision: z.int().positive(),
  severity: Severity,
  event: z.string(),
  title: z.string(),
  regions: z.array(Place),
  /** What waits for a second person; null: nothing. */
  pending: AlertAct.nullable(),
  preparedBy: AlertPerson.nullable(),
  preparedAt: Instant,
  releasedBy: AlertPerson.nullable(),
  /** First release. */
  releasedAt: Instant.nullable(),
  validTo: Instant.nullable(),
  /** By when what was released should have been looked at; null: it has been, or nothing was released. */
  reviewDueAt: Instant.nullable(),
});
export type AlertSummary = z.infer<typeof AlertSummary>;

export const Alert = AlertSummary.extend({
  template: z.object({ id: AlertTemplateId, version: z.int(), name: z.string() }).nullable(),
  /** Oldest first. */
  revisions: z.array(AlertRevision),
  /** As it is on the screens, or would be were the waiting revision released now. */
  item: AlertItem,
  /** What this actor may do now; the server checks each again. */
  moves: z.array(z.enum([...ALERT_MOVES, 'update', 'cancel', 'review'])),
  history: z.array(z.object({ at: Instant, who: z.string(), action: z.string(), reason: z.string().nullable() })),
});
export type Alert = z.infer<typeof Alert>;

/** What one person fills in. */
export const AlertInput = z.strictObject({
  template: AlertTemplateId,
  version: z.int().positive(),
  fields: z.record(z.string(), z.string().trim().min(1).max(60)),
  source: Source,
  authority: RegionCode,
  regions: Regions,
  validMinutes: ValidMinutes,
  /** Chosen here and never switched. */
  rehearsal: z.boolean(),
  carriers: Carriers,
});
export type AlertInput = z.infer<typeof AlertInput>;

export const AlertUpdateInput = AlertWording.omit({ event: true }).extend({
  /** The one on the screens that is updated. */
  revision: z.int().positive(),
  /** At least where it is shown already. */
  regions: Regions,
  /** From the release of the update on. */
  validMinutes: ValidMinutes,
  reason: AlertReason,
  /** Absent: those of before. */
  carriers: Carriers,
});
export type AlertUpdateInput = z.infer<typeof AlertUpdateInput>;

/** `...Ms`: from the release to the pixels, by the boxes' clocks as the server corrects them; null: nobody yet. */
const Speed = z.object({
  addressed: z.int(),
  received: z.int(),
  rendered: z.int(),
  p50Ms: z.int().nullable(),
  p99Ms: z.int().nullable(),
  maxMs: z.int().nullable(),
});
export const AlertDelivery = z.object({
  revision: z.int().positive(),
  releasedAt: Instant.nullable(),
  total: Speed,
  regions: z.array(Speed.extend({ region: Place })),
  /** Boxes that have not shown it, then the slowest; null: not shown. */
  laggards: z.array(z.object({ box: BoxId, name: z.string(), place: z.string(), ms: z.int().nullable() })),
});
export type AlertDelivery = z.infer<typeof AlertDelivery>;
