// The field a notice's text is written in: a small toolbar, pictures by button, drag or paste, counts below.
import OrderedListOutlined from '@ant-design/icons/OrderedListOutlined';
import PictureOutlined from '@ant-design/icons/PictureOutlined';
import UnorderedListOutlined from '@ant-design/icons/UnorderedListOutlined';
import { App, Button, Flex, Input, Typography, Upload } from 'antd';
import { type ClipboardEvent, type DragEvent, type ReactNode, useRef } from 'react';
import { NOTICE_LIMITS } from '../../../contract/notices.ts';
import { useUploadPicture } from '../../api/pictures.ts';
import { sentenceOf } from '../../api/problem.ts';
import { texts } from '../../texts/zh-CN.ts';
import { countLetters, countPictures, type Edit, insertPicture, type LineStyle, styleLines } from './markup-edit.ts';
import { expandPictures, picturesOf, shortenPictures, shortPicture } from './short-pictures.ts';

const words = texts.editor;

/** `id`, `value`, `onChange` come from the form's item. */
interface Props {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (text: string) => void;
}

export function TextEditor({ id, value = '', onChange }: Props) {
  const area = useRef<HTMLTextAreaElement | null>(null);
  const seen = useRef(new Set<string>());
  for (const picture of picturesOf(value)) seen.current.add(picture);
  const upload = useUploadPicture();
  const { message } = App.useApp();
  const edit = (change: (selected: { text: string; from: number; to: number }) => Edit) => {
    if (area.current) perform(area.current, change);
  };
  const addPictures = async (files: readonly File[]) => {
    for (const file of files) {
      if (countPictures(expandPictures(area.current?.value ?? '', seen.current)) >= NOTICE_LIMITS.pictures) {
        message.warning(words.pictureLimit(NOTICE_LIMITS.pictures));
        return;
      }
      try {
        const picture = await upload.mutateAsync(file);
        seen.current.add(picture.id);
        edit((selected) => insertPicture(selected, shortPicture(picture.id), words.pictureAlt));
      } catch (error) {
        message.error(sentenceOf(error));
      }
    }
  };
  const takeFiles = (event: ClipboardEvent | DragEvent, given: DataTransfer) => {
    const files = [...given.files].filter((file) => file.type.startsWith('image/'));
    if (files.length === 0) return;
    event.preventDefault();
    void addPictures(files);
  };
  const tool = (style: LineStyle, icon: ReactNode) => (
    <Button type="text" size="small" icon={icon} onClick={() => edit((selected) => styleLines(selected, style))}>
      {words.tools[style]}
    </Button>
  );
  const pictures = countPictures(value);
  return (
    <Flex vertical gap={4}>
      <Flex gap={4} wrap>
        {tool('heading', <b>T</b>)}
        {tool('bullets', <UnorderedListOutlined aria-hidden />)}
        {tool('numbers', <OrderedListOutlined aria-hidden />)}
        <Upload
          accept="image/jpeg,image/png,image/webp"
          multiple
          showUploadList={false}
          beforeUpload={(file, files) => {
            if (file === files[0]) void addPictures(files);
            return false;
          }}
        >
          <Button type="text" size="small" icon={<PictureOutlined aria-hidden />} loading={upload.isPending}>
            {upload.isPending ? words.uploading : words.tools.picture}
          </Button>
        </Upload>
      </Flex>
      <Input.TextArea
        {...(id !== undefined && { id })}
        ref={(ref) => {
          area.current = ref?.resizableTextArea?.textArea ?? null;
        }}
        value={shortenPictures(value)}
        maxLength={NOTICE_LIMITS.text}
        placeholder={words.textPlaceholder}
        autoSize={{ minRows: 10, maxRows: 24 }}
        onChange={(event) => onChange?.(expandPictures(event.target.value, seen.current))}
        onPaste={(event) => takeFiles(event, event.clipboardData)}
        onDrop={(event) => takeFiles(event, event.dataTransfer)}
      />
      <Flex justify="space-between" gap={16}>
        <Typography.Text type="secondary">{words.textHint}</Typography.Text>
        <Typography.Text type="secondary" style={{ whiteSpace: 'nowrap' }}>
          {pictures > 0 && `${words.pictureCount(pictures, NOTICE_LIMITS.pictures)} · `}
          {words.textCount(countLetters(value), NOTICE_LIMITS.text)}
        </Typography.Text>
      </Flex>
    </Flex>
  );
}

/** By the browser's own typing, so that undo works and the form hears of it. */
function perform(
  area: HTMLTextAreaElement,
  change: (selected: { text: string; from: number; to: number }) => Edit,
): void {
  area.focus();
  const { from, to, insert, select } = change({ text: area.value, from: area.selectionStart, to: area.selectionEnd });
  area.setSelectionRange(from, to);
  document.execCommand('insertText', false, insert);
  area.setSelectionRange(select[0], select[1]);
}
