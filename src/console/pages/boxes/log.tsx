// The newest lines of a box's log.
import { Card, Empty, Table, type TableColumnsType, Tag } from 'antd';
import type { LogLevel } from '../../../contract/boxes.ts';
import type { BoxDetail } from '../../../contract/fleet.ts';
import { formatInstant } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.box;
type Line = BoxDetail['log'][number] & { readonly key: number };

const COLORS: Readonly<Record<LogLevel, string>> = { error: 'red', warn: 'orange', info: 'default', debug: 'default' };

const columns: TableColumnsType<Line> = [
  { title: words.logColumns.at, width: 148, render: (_, { at }) => formatInstant(at) },
  {
    title: words.logColumns.level,
    width: 76,
    render: (_, { level }) => <Tag color={COLORS[level]}>{words.levels[level]}</Tag>,
  },
  { title: words.logColumns.text, render: (_, { text }) => <span style={{ wordBreak: 'break-all' }}>{text}</span> },
];

export function LogCard({ log }: { readonly log: BoxDetail['log'] }) {
  return (
    <Card size="small" title={words.log}>
      <Table
        size="small"
        columns={columns}
        // Lines have no id, and two may be the same to the letter.
        dataSource={log.map((line, index) => ({ ...line, key: index }))}
        pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ x: 480 }}
        locale={{ emptyText: <Empty description={words.logEmpty} /> }}
      />
    </Card>
  );
}
