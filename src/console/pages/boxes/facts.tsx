// The facts of a box.
import { Card, Descriptions } from 'antd';
import type { BoxDetail } from '../../../contract/fleet.ts';
import { formatInstant } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.box;
const { labels } = words;
const NONE = texts.boxes.none;

export function BoxFactsCard({ box }: { readonly box: BoxDetail }) {
  const facts: readonly (readonly [keyof typeof labels, string])[] = [
    ['place', box.place],
    ['household', box.household],
    ['smartCard', box.smartCard ?? NONE],
    ['chipId', box.chipId ?? NONE],
    ['model', box.model ?? NONE],
    ['kind', `${words.twoWay(box.twoWay)} · ${words.hd(box.hd)}`],
    ['app', box.app ?? NONE],
    ['engine', box.engine ?? NONE],
    ['screen', box.screen ?? NONE],
    ['memory', box.memoryMb === null ? NONE : words.memoryMb(box.memoryMb)],
    ['errors', words.errorCount(box.errors)],
    ['pin', pinText(box.pin)],
    ['seen', timeOr(box.lastSeenAt, texts.boxes.standings.never)],
    ['online', timeOr(box.onlineSince, NONE)],
    ['reported', timeOr(box.reportedAt, NONE)],
    ['credential', timeOr(box.credentialAt, words.noCredential)],
  ];
  return (
    <Card size="small" title={words.facts}>
      <Descriptions
        size="small"
        column={{ xs: 1, sm: 2 }}
        items={facts.map(([name, value]) => ({ key: name, label: labels[name], children: value }))}
      />
    </Card>
  );
}

const timeOr = (instant: string | null, otherwise: string) => (instant ? formatInstant(instant) : otherwise);

function pinText(pin: BoxDetail['pin']): string {
  if (!pin) return words.pinNone;
  return pin.lockedUntil ? words.pinLocked(formatInstant(pin.lockedUntil)) : words.pinSet;
}
