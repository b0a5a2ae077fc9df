// An alert's text in pages of lines: what is the matter, then what to do.
import type { AlertItem } from '../../contract/alerts.ts';
import type { Block } from '../../contract/notices.ts';
import { type Line, paginate } from '../../domain/text/paginate.ts';
import { ALERT_TEXTS } from '../texts/alerts.zh-CN.ts';
import { SHEET_LAYOUT } from './layout.ts';

type Pages = readonly (readonly Line[])[];

/** One alert has the screen at a time. */
let last: { readonly alert: AlertItem; readonly elder: boolean; readonly pages: Pages } | null = null;

export function sheetPages(alert: AlertItem, elder: boolean): Pages {
  if (last === null || last.alert !== alert || last.elder !== elder) {
    last = { alert, elder, pages: paginate(blocksOf(alert), SHEET_LAYOUT[elder ? 'elder' : 'normal']) };
  }
  return last.pages;
}

function blocksOf({ text, instructions }: AlertItem): Block[] {
  const paragraphs = text.map((one): Block => ({ type: 'paragraph', text: one }));
  if (instructions.length === 0) return paragraphs;
  const heading: Block = { type: 'heading', text: ALERT_TEXTS.instructions };
  return [
    ...paragraphs,
    heading,
    ...instructions.map((one, index): Block => ({ type: 'item', marker: `${index + 1}.`, text: one })),
  ];
}
