// Says which columns a list needs, and hands out an example.
import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import { Button, Card, Descriptions } from 'antd';
import { IMPORT_COLUMNS } from '../../../contract/imports.ts';
import { texts } from '../../texts/zh-CN.ts';
import { COLUMN_NAMES, sampleUrl } from './sample.ts';

const words = texts.imports;

export function ColumnsCard() {
  return (
    <Card
      size="small"
      title={words.columnsTitle}
      style={{ height: '100%' }}
      extra={
        <Button
          type="link"
          size="small"
          icon={<DownloadOutlined aria-hidden />}
          href={sampleUrl()}
          download={words.sampleFile}
        >
          {words.sample}
        </Button>
      }
    >
      <Descriptions
        size="small"
        bordered
        column={1}
        items={COLUMN_NAMES.map((name) => ({
          key: name,
          label: IMPORT_COLUMNS[name],
          children: words.columnNotes[name],
        }))}
      />
    </Card>
  );
}
