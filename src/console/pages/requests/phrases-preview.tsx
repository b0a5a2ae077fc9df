// How the questions of a category will look on the television: large words, a digit for each.
import { Card, Flex, Pagination, Typography } from 'antd';
import { useState } from 'react';
import { texts } from '../../texts/zh-CN.ts';
import { type FieldValues, isChoice } from './category-form.ts';

const words = texts.requestCategories;
const GROUND = { background: '#0d1b2a', color: '#fff', borderRadius: 6, padding: 24, aspectRatio: '16 / 9' } as const;
const DIGIT = {
  background: '#fff',
  color: '#0d1b2a',
  borderRadius: 4,
  minWidth: 26,
  textAlign: 'center',
  fontWeight: 600,
} as const;

interface Props {
  readonly name: string;
  readonly fields: readonly FieldValues[];
}

export function PhrasesPreview({ name, fields }: Props) {
  const [page, setPage] = useState(1);
  // A question that is shown may have been taken out meanwhile.
  const at = Math.min(page, Math.max(fields.length, 1));
  const field = fields[at - 1];
  return (
    <Card size="small" title={words.preview}>
      <div style={GROUND} role="img" aria-label={words.preview}>
        <div style={{ fontSize: 22, marginBottom: 12 }}>{name}</div>
        {field ? <Question field={field} /> : words.previewNone}
      </div>
      {fields.length > 1 && (
        <Pagination
          size="small"
          align="center"
          style={{ marginTop: 8 }}
          current={at}
          pageSize={1}
          total={fields.length}
          onChange={setPage}
        />
      )}
    </Card>
  );
}

function Question({ field: { label, kind, options = [] } }: { readonly field: FieldValues }) {
  return (
    <>
      <div style={{ fontSize: 18, marginBottom: 12 }}>{label}</div>
      {isChoice(kind) ? (
        <div style={{ display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)', gap: 10, fontSize: 16 }}>
          {options.map(({ key, name }, index) => (
            <Flex key={key ?? index} gap={8} align="start">
              <span style={DIGIT}>{index + 1}</span>
              {name}
            </Flex>
          ))}
        </div>
      ) : null}
      <Typography.Text style={{ color: '#9fb3c8', display: 'block', marginTop: 16 }}>
        {isChoice(kind) ? words.previewKeys : words.previewTyped}
      </Typography.Text>
    </>
  );
}
