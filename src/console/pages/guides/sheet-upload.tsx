// Takes the sheet; where one has none yet, it is taken out first and filled in.
import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import InboxOutlined from '@ant-design/icons/InboxOutlined';
import { App, Button, Card, Upload } from 'antd';
import { guidesXlsxUrl } from '../../api/guides.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.guideImport;
/** What the server takes. */
const MOST_BYTES = 10_000_000;

export function SheetUpload({ onFile }: { readonly onFile: (file: File) => void }) {
  const { message } = App.useApp();
  const start = (file: File) => {
    if (file.size > MOST_BYTES) void message.error(words.tooLarge);
    else onFile(file);
    // The file is sent from the page, not by the component.
    return false;
  };
  return (
    <Card
      size="small"
      title={words.uploadTitle}
      extra={
        <Button type="link" size="small" icon={<DownloadOutlined aria-hidden />} href={guidesXlsxUrl} download>
          {texts.guides.export}
        </Button>
      }
    >
      <Upload.Dragger accept=".xlsx" maxCount={1} showUploadList={false} beforeUpload={start}>
        <p className="ant-upload-drag-icon">
          <InboxOutlined aria-hidden />
        </p>
        <p className="ant-upload-text">{words.upload}</p>
        <p className="ant-upload-hint" style={{ paddingInline: 12 }}>
          {words.uploadHint}
        </p>
      </Upload.Dragger>
    </Card>
  );
}
