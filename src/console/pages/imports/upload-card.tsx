// Takes the list as a file and starts a dry run of it.
import InboxOutlined from '@ant-design/icons/InboxOutlined';
import { Alert, App, Card, Upload } from 'antd';
import { useNavigate } from 'react-router';
import { useUploadImport } from '../../api/imports.ts';
import { sentenceOf } from '../../api/problem.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.imports;
/** As high as the table of columns beside it. */
const DROP_PX = 274;
/** What the server takes. */
const MOST_BYTES = 32 * 1024 * 1024;

export function UploadCard() {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const upload = useUploadImport();
  const start = (file: File) => {
    if (file.size > MOST_BYTES) void message.error(words.tooLarge);
    else upload.mutate(file, { onSuccess: ({ id }) => void navigate(`/boxes/imports/${id}`) });
    // The file is sent from here, not by the component.
    return false;
  };
  return (
    <Card size="small" title={words.uploadTitle} style={{ height: '100%' }}>
      <Upload.Dragger
        accept=".csv,.xlsx"
        maxCount={1}
        height={DROP_PX}
        showUploadList={false}
        disabled={upload.isPending}
        beforeUpload={start}
      >
        <p className="ant-upload-drag-icon">
          <InboxOutlined aria-hidden />
        </p>
        <p className="ant-upload-text">{upload.isPending ? words.uploading : words.upload}</p>
        <p className="ant-upload-hint" style={{ paddingInline: 12 }}>
          {words.uploadHint}
        </p>
      </Upload.Dragger>
      {upload.error && (
        <Alert
          type="error"
          showIcon
          title={words.failed}
          description={sentenceOf(upload.error)}
          style={{ marginTop: 16 }}
        />
      )}
    </Card>
  );
}
