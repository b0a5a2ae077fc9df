// What differs between two revisions, field by field: added is underlined, removed struck through, and each line says which.
import { Flex, Tag, Typography } from 'antd';
import type { CSSProperties } from 'react';
import type { GuideInput } from '../../../contract/guides.ts';
import { texts } from '../../texts/zh-CN.ts';
import { diffGuides } from './guide-diff.ts';
import type { LineChange, Part } from './text-diff.ts';

const words = texts.guideDetail;

const ADDED: CSSProperties = { background: '#e6f4ea', textDecorationLine: 'underline', textDecorationThickness: 2 };
const REMOVED: CSSProperties = { background: '#fde7e9', textDecorationLine: 'line-through' };
const KIND_COLORS = { added: 'green', removed: 'red', changed: 'blue', moved: 'default' } as const;

interface Props {
  readonly before: GuideInput;
  readonly after: GuideInput;
}

export function Changes({ before, after }: Props) {
  const fields = diffGuides(before, after);
  if (fields.length === 0) return <Typography.Text type="secondary">{words.noDifference}</Typography.Text>;
  return (
    <Flex vertical gap={16}>
      <Typography.Text type="secondary">
        {words.changes(fields.length)}。{words.legend}
      </Typography.Text>
      {fields.map(({ name, lines }) => (
        <section key={name}>
          <Typography.Text strong>{texts.guides.fields[name]}</Typography.Text>
          <Flex vertical gap={6} style={{ marginTop: 6 }}>
            <Lines lines={lines} />
          </Flex>
        </section>
      ))}
    </Flex>
  );
}

/** Runs of lines that did not change are counted, not shown. */
function Lines({ lines }: { readonly lines: readonly LineChange[] }) {
  const same = lines.filter(({ kind }) => kind === 'same').length;
  return (
    <>
      {lines.map(
        ({ kind, parts }, index) =>
          kind !== 'same' && (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same
            <Flex key={index} gap={4} align="start">
              <Tag color={KIND_COLORS[kind]} style={{ flex: 'none' }}>
                {words[kind]}
              </Tag>
              <span>
                {parts.map((part, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line have nothing else to tell them apart
                  <Words key={place} part={part} />
                ))}
              </span>
            </Flex>
          ),
      )}
      {same > 0 && <Typography.Text type="secondary">{words.hiddenLines(same)}</Typography.Text>}
    </>
  );
}

function Words({ part: { kind, text } }: { readonly part: Part }) {
  if (kind === 'added') return <ins style={ADDED}>{text}</ins>;
  if (kind === 'removed') return <del style={REMOVED}>{text}</del>;
  return <span>{text}</span>;
}
