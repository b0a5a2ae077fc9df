// Settings in words, one line for each that is overridden.
import type { BoxSettings } from '../../../contract/box-settings.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.boxSettings;

export function settingLines({ remote, elder, motion, standby }: BoxSettings): string[] {
  const onOff = (value: boolean) => (value ? words.on : words.off);
  const lines: string[] = [];
  if (remote !== undefined) lines.push(words.line(words.names.remote, words.remotes[remote]));
  if (elder !== undefined) lines.push(words.line(words.names.elder, onOff(elder)));
  if (motion !== undefined) lines.push(words.line(words.names.motion, onOff(motion)));
  if (standby !== undefined) lines.push(words.line(words.names.standby, words.standby(standby)));
  return lines;
}
