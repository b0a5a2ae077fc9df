// Adds words: typed, pasted, or read from a text file.
import UploadOutlined from '@ant-design/icons/UploadOutlined';
import { App, Button, Form, Input, Radio, Upload } from 'antd';
import { useState } from 'react';
import { FINDING_LEVELS, type FindingLevel } from '../../../contract/approvals.ts';
import { useAddWords } from '../../api/reviews.ts';
import { AskReason } from '../../shared/reason-dialog.tsx';
import { texts } from '../../texts/zh-CN.ts';
import { readWordLines } from './word-lines.ts';

const words = texts.reviews;

export function AddWords({ onClose }: { readonly onClose: () => void }) {
  const { message } = App.useApp();
  const add = useAddWords();
  const [text, setText] = useState('');
  const [level, setLevel] = useState<FindingLevel>('warn');
  const read = readWordLines(text, level);
  const found = 'words' in read ? read.words : [];
  const open = (file: File) => {
    file
      .arrayBuffer()
      .then((bytes) => setText(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
      .catch(() => void message.error(words.unreadable));
    // It is read here, not sent by the component.
    return false;
  };
  return (
    <AskReason
      title={words.addWords}
      hint={words.addHint}
      okText={words.addOk}
      placeholder={words.reasonWords}
      onReason={found.length > 0 ? (reason) => add.mutateAsync({ words: found, reason }) : null}
      done={words.wordsAdded(found.length)}
      onClose={onClose}
    >
      <Form.Item label={words.wordLevel}>
        <Radio.Group
          value={level}
          options={FINDING_LEVELS.map((value) => ({ value, label: words.wordLevels[value] }))}
          onChange={({ target }) => setLevel(target.value as FindingLevel)}
        />
      </Form.Item>
      <Form.Item
        label={words.word}
        validateStatus={'fault' in read ? 'error' : ''}
        help={'fault' in read ? read.fault : words.wordCount(found.length)}
      >
        <Input.TextArea
          aria-label={words.word}
          rows={8}
          value={text}
          placeholder={words.addPlaceholder}
          onChange={({ target }) => setText(target.value)}
        />
      </Form.Item>
      <Form.Item>
        <Upload accept=".txt,.csv,text/plain" showUploadList={false} beforeUpload={open}>
          <Button icon={<UploadOutlined aria-hidden />}>{words.fromFile}</Button>
        </Upload>
      </Form.Item>
    </AskReason>
  );
}
