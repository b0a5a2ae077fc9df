// How an import's kind and state, and a row's result, are shown.
import { Tag } from 'antd';
import type { Import, ImportResult } from '../../../contract/imports.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.imports;

const STATE_COLORS: Readonly<Record<Import['state'], string>> = {
  reading: 'blue',
  running: 'blue',
  done: 'green',
  failed: 'red',
};
const RESULT_COLORS: Readonly<Record<ImportResult, string>> = {
  good: 'green',
  same: 'default',
  duplicate: 'orange',
  'unknown-address': 'orange',
  malformed: 'red',
};

export function ImportStateTag({ state }: { readonly state: Import['state'] }) {
  return <Tag color={STATE_COLORS[state]}>{words.states[state]}</Tag>;
}

export function KindTag({ dryRun }: { readonly dryRun: boolean }) {
  return dryRun ? <Tag>{words.dryRun}</Tag> : <Tag color="blue">{words.real}</Tag>;
}

export function ResultTag({ result, dryRun }: { readonly result: ImportResult; readonly dryRun: boolean }) {
  return <Tag color={RESULT_COLORS[result]}>{resultText(result, dryRun)}</Tag>;
}

/** A dry run stores nothing: its good rows are yet to come in. */
export const resultText = (result: ImportResult, dryRun: boolean): string =>
  result === 'good' && !dryRun ? words.stored : words.results[result];
