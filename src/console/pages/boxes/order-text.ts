// What a command is called.
import type { BoxOrder } from '../../../contract/boxes.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.box;

export function orderText(order: BoxOrder): string {
  const name = words.orders[order.kind];
  return order.kind === 'log-level' ? words.orderText(name, words.levels[order.level]) : name;
}
