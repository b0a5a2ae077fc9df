// What `linli cap` says.
import type { CapOutcome, CapState } from '../../contract/cap-calls.ts';

const STATES: Readonly<Record<CapState, string>> = {
  released: '已播出',
  waiting: '等待两人签发',
  stored: '已存档',
  refused: '没有接收',
};

export const capTexts = {
  noFile: (file: string): string => `找不到文件：${file}`,
  noFormat: (format: string): string => `没有这种格式：${format}。可以用 cap、ebm、receipt。`,
  outcome: ({ message, duplicate }: CapOutcome): string =>
    [
      `${duplicate ? '以前收到过，' : ''}${STATES[message.state]}：${message.title || message.identifier}`,
      `  发布单位：${message.sender}`,
      `  编号：${message.identifier}`,
      ...(message.alert ? [`  预警：${message.alert}`] : []),
      ...(message.detail ? [`  ${message.detail}`] : []),
    ].join('\n'),
} as const;
