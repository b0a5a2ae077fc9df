// When somebody may come, in the order of the buttons.
import type { WhenChoice } from '../contract/requests.ts';
import { TEXTS } from './texts.zh-CN.ts';

export const WHEN_CHOICES = Object.keys(TEXTS.whens) as WhenChoice[];
