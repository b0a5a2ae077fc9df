// What an alert looks like, as plain data for the views.
import type { AlertItem } from '../../contract/alerts.ts';
import { leastMs } from '../../domain/alerts/presentation.ts';
import { type Attention, attentionOf, eightIsFree } from '../navigation/alerts.ts';
import type { Context } from '../navigation/context.ts';
import type { Hint } from '../navigation/frame.ts';
import type { AlertBand, AlertLayer, AlertSheet, AlertVoice } from '../navigation/frames/alerts.ts';
import { ALERT_TEXTS } from '../texts/alerts.zh-CN.ts';
import { momentText } from '../texts/dates.ts';
import { sheetPages } from './pages.ts';

export function presentAlerts(context: Context): AlertLayer | null {
  const attention = attentionOf(context);
  const { full, band, beside } = attention;
  if (!full && !band) return null;
  const sheet = full && sheetOf(full, attention, context);
  return {
    sheet,
    band: band && bandOf(band, attention, context),
    heard: sheet ?? (beside && voiceOf(beside, context)),
  };
}

function sheetOf(alert: AlertItem, { reading, all }: Attention, context: Context): AlertSheet {
  const { elder, now, clockSure, alertPage, alertSince } = context;
  const pages = sheetPages(alert, elder);
  const page = Math.min(alertPage, pages.length - 1);
  const { source, sentAt, validTo } = alert;
  const others = all.filter((other) => other.standing && other !== alert).length;
  const voice = voiceOf(alert, context);
  const shownMs = now - (alertSince?.at ?? now);
  return {
    ...faceOf(alert),
    title: titleOf(alert),
    lines: pages[page] ?? [],
    page: page + 1,
    pages: pages.length,
    sent: ALERT_TEXTS.sent(source, momentText(Date.parse(sentAt), clockSure ? now : Date.parse(sentAt))),
    until: alert.standing ? ALERT_TEXTS.until(momentText(Date.parse(validTo), now)) : '',
    more: others > 0 ? ALERT_TEXTS.more(others) : '',
    reading,
    hints: hintsOf(reading || shownMs >= leastMs(alert.severity), page, pages.length, reading),
    ...voice,
    sound: voice.sound && !reading,
  };
}

function voiceOf(alert: AlertItem, { previewing }: Context): AlertVoice {
  const { id, revision, severity, standing, sound } = alert;
  return { id, revision, severity, sound: sound && standing && !previewing, spoken: spokenOf(alert) };
}

function hintsOf(mayGo: boolean, page: number, pages: number, reading: boolean): Hint[] {
  const { hints } = ALERT_TEXTS;
  const turning: Hint[] = pages > 1 ? [{ key: 'leftRight', label: hints.turn }] : [];
  if (reading) return [...turning, { key: 'ok', label: hints.close }];
  if (page + 1 < pages) return [...turning, { key: 'ok', label: hints.next }];
  return [...turning, { key: 'ok', label: mayGo ? hints.known : hints.look }];
}

function bandOf(alert: AlertItem, { all }: Attention, context: Context): AlertBand {
  const line = alert.standing && alert.severity === 'blue';
  // One line has room for the text as well, a piece after another.
  const texts = line ? [titleOf(alert), ...alert.text] : [titleOf(alert)];
  return { ...faceOf(alert), texts, line, others: all.length - 1, eight: eightIsFree(context) };
}

function faceOf({ id, revision, severity, rehearsal, standing, event }: AlertItem) {
  const level = standing ? ALERT_TEXTS.level[severity] : ALERT_TEXTS.over;
  return { id, revision, severity, rehearsal, standing, event, level };
}

function titleOf({ title, rehearsal }: AlertItem): string {
  return rehearsal ? ALERT_TEXTS.rehearsalTitle(title) : title;
}

/** What is read out, in pieces an engine can speak without losing its breath. */
function spokenOf({ rehearsal, severity, title, text, instructions }: AlertItem): string[] {
  return [ALERT_TEXTS.spoken(rehearsal, ALERT_TEXTS.level[severity], title), ...text, ...instructions];
}
