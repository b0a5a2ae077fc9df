// How grave, how far, rehearsal or not: always a word besides the colour.
import { Flex, Tag } from 'antd';
import type { AlertState, AlertSummary, Severity } from '../../../contract/alerts.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.alerts;

/** As on the television. */
export const SEVERITY_COLORS: Readonly<Record<Severity, { readonly fill: string; readonly text: string }>> = {
  red: { fill: '#c8102e', text: '#ffffff' },
  orange: { fill: '#e8710a', text: '#1a1206' },
  yellow: { fill: '#f2c200', text: '#1a1206' },
  blue: { fill: '#1b5fd0', text: '#ffffff' },
};

const STATE_COLORS: Readonly<Record<AlertState, string>> = {
  waiting: 'gold',
  standing: 'red',
  cancelled: 'green',
  expired: 'default',
  discarded: 'default',
};

export function SeverityTag({ severity }: { readonly severity: Severity }) {
  const { fill, text } = SEVERITY_COLORS[severity];
  return (
    <Tag variant="solid" color={fill} style={{ color: text }}>
      {words.severities[severity]}
    </Tag>
  );
}

export function KindTag({ rehearsal }: { readonly rehearsal: boolean }) {
  return rehearsal ? <Tag color="purple">{words.rehearsal}</Tag> : null;
}

export function StateTags({ alert, nowMs }: { readonly alert: AlertSummary; readonly nowMs: number }) {
  const { state, pending, reviewDueAt } = alert;
  return (
    <Flex gap={4} wrap>
      <Tag color={STATE_COLORS[state]}>{words.states[state]}</Tag>
      {pending && state !== 'waiting' && <Tag color="gold">{words.pending(words.acts[pending])}</Tag>}
      {reviewDueAt && Date.parse(reviewDueAt) < nowMs && <Tag color="volcano">{words.reviewLate}</Tag>}
    </Flex>
  );
}
