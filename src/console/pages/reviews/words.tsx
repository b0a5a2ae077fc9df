// The words notices are searched for: looked through, added to, taken away from.
import PlusOutlined from '@ant-design/icons/PlusOutlined';
import { Button, Empty, Flex, Table, type TableColumnsType, Tag, Typography } from 'antd';
import { useState } from 'react';
import type { ReviewWord } from '../../../contract/reviews.ts';
import { foldWord } from '../../../domain/review/words.ts';
import { useRemoveWords, useWords } from '../../api/reviews.ts';
import { LoadFailure } from '../../shared/page.tsx';
import { AskReason } from '../../shared/reason-dialog.tsx';
import { SearchBox } from '../../shared/search-box.tsx';
import { texts } from '../../texts/zh-CN.ts';
import { AddWords } from './add-words.tsx';

const words = texts.reviews;

export function Words() {
  const list = useWords();
  const [part, setPart] = useState('');
  const [isAdding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<string | null>(null);
  const shown = (list.data ?? []).filter(({ word }) => foldWord(word).includes(foldWord(part)));
  return (
    <Flex vertical gap={16}>
      <Typography.Text type="secondary">{words.wordsHint}</Typography.Text>
      <Flex justify="space-between" gap={16} wrap>
        <SearchBox
          value={part}
          placeholder={words.wordSearch}
          maxLength={40}
          onSearch={(text) => setPart(text ?? '')}
        />
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
          {words.addWords}
        </Button>
      </Flex>
      <LoadFailure error={list.error} onRetry={() => void list.refetch()} />
      <Table
        rowKey="word"
        columns={columnsFor(setRemoving)}
        dataSource={shown}
        loading={list.isPending}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showTotal: words.wordCount, showSizeChanger: false }}
        scroll={{ x: 640 }}
        locale={{
          emptyText: list.isSuccess ? <Empty description={part ? texts.common.nothingFound : words.noWords} /> : ' ',
        }}
      />
      {isAdding && <AddWords onClose={() => setAdding(false)} />}
      {removing !== null && <RemoveWord word={removing} onClose={() => setRemoving(null)} />}
    </Flex>
  );
}

function columnsFor(onRemove: (word: string) => void): TableColumnsType<ReviewWord> {
  return [
    { title: words.word, dataIndex: 'word', width: 260, ellipsis: true },
    {
      title: words.wordLevel,
      width: 140,
      render: (_, { level }) => <Tag color={level === 'stop' ? 'red' : 'orange'}>{words.wordLevels[level]}</Tag>,
    },
    { title: words.note, ellipsis: true, render: (_, { note }) => note || words.noteMissing },
    {
      title: words.actions,
      width: 100,
      render: (_, { word }) => (
        <Button type="link" style={{ padding: 0 }} onClick={() => onRemove(word)}>
          {words.remove}
        </Button>
      ),
    },
  ];
}

function RemoveWord({ word, onClose }: { readonly word: string; readonly onClose: () => void }) {
  const remove = useRemoveWords();
  return (
    <AskReason
      title={words.removeTitle(word)}
      hint={words.removeHint}
      okText={words.remove}
      danger
      placeholder={words.reasonWords}
      onReason={(reason) => remove.mutateAsync({ words: [word], reason })}
      done={words.removed}
      onClose={onClose}
    />
  );
}
