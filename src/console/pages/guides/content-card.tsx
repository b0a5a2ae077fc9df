// A guide as it reads, group by group; what it leaves open is not shown.
import { Card, Descriptions, Flex, Typography } from 'antd';
import type { GuideInput } from '../../../contract/guides.ts';
import { texts } from '../../texts/zh-CN.ts';
import { type FieldName, GROUPS } from './guide-lines.ts';

const words = texts.guides;

interface Line {
  readonly name: FieldName;
  readonly isList: boolean;
  readonly lines: readonly string[];
}

export function ContentCard({ guide }: { readonly guide: GuideInput }) {
  return (
    <Card size="small" title={texts.guideDetail.content}>
      <Flex vertical gap={20}>
        {GROUPS.map(({ name, fields }) => (
          <section key={name}>
            <Typography.Text strong style={{ display: 'block', marginBottom: 8 }}>
              {words.groups[name]}
            </Typography.Text>
            <Fields
              fields={fields.map((field) => ({
                name: field.name,
                isList: field.isList === true,
                lines: field.lines(guide),
              }))}
            />
          </section>
        ))}
      </Flex>
    </Card>
  );
}

function Fields({ fields }: { readonly fields: readonly Line[] }) {
  const lists = fields.filter(({ isList }) => isList);
  const facts = fields.filter(({ isList, lines }) => !isList && lines.length > 0);
  return (
    <Flex vertical gap={8}>
      {lists.map(({ name, lines }) => (
        <List key={name} name={name} lines={lines} />
      ))}
      {facts.length > 0 && (
        <Descriptions
          size="small"
          column={1}
          styles={{ label: { width: 168 } }}
          items={facts.map(({ name, lines }) => ({
            key: name,
            label: words.fields[name],
            children: lines.join('、'),
          }))}
        />
      )}
    </Flex>
  );
}

function List({ name, lines }: Pick<Line, 'name' | 'lines'>) {
  if (lines.length === 0) return <span>{name === 'materials' ? words.nothingToBring : words.none}</span>;
  return (
    <ol style={{ margin: 0, paddingInlineStart: 24 }}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same
        <li key={index} style={{ marginBottom: 4 }}>
          {line}
        </li>
      ))}
    </ol>
  );
}
