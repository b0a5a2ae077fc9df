// Authorises the ticked boxes after a question that says what it means.
import { App, Button, Flex } from 'antd';
import type { BoxId } from '../../../contract/ids.ts';
import { useAuthoriseBoxes } from '../../api/boxes.ts';
import { sentenceOf } from '../../api/problem.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.boxes;

interface Props {
  readonly boxes: readonly BoxId[];
  readonly onDone: () => void;
}

export function AuthoriseSelected({ boxes, onDone }: Props) {
  const { message, modal } = App.useApp();
  const authorise = useAuthoriseBoxes();
  const ask = () =>
    void modal.confirm({
      title: words.authoriseTitle(boxes.length),
      content: words.authoriseHint,
      okText: words.authorise,
      onOk: () =>
        authorise.mutateAsync(boxes).then(
          ({ authorised }) => {
            void message.success(words.authorised(authorised));
            onDone();
          },
          (error) => void modal.error({ title: words.failed, content: sentenceOf(error) }),
        ),
    });
  return (
    <Flex>
      <Button type="primary" onClick={ask}>
        {words.authoriseSelected(boxes.length)}
      </Button>
    </Flex>
  );
}
