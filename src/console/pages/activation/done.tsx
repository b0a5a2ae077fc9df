// A box is in: where it stands, and the household's PIN, once and large.
import { Alert, Button, Flex, Result, Typography } from 'antd';
import { Link } from 'react-router';
import type { Bound } from '../../../contract/activation.ts';
import { useMay } from '../../frame/session-context.ts';
import { texts } from '../../texts/zh-CN.ts';
import { BigPin } from '../households/big-pin.tsx';

const words = texts.activation;

export function Done({ bound, onAnother }: { readonly bound: Bound; readonly onAnother: () => void }) {
  const mayRead = useMay('box.read');
  return (
    <Flex vertical gap={16}>
      <Result
        status="success"
        title={words.done}
        subTitle={`${bound.place} ${bound.name}`}
        style={{ padding: '8px 0 0' }}
      />
      {bound.pin === null ? (
        <Alert type="info" showIcon title={words.pinKept} />
      ) : (
        <>
          <Flex vertical align="center">
            <Typography.Text type="secondary">{words.pin}</Typography.Text>
            <BigPin pin={bound.pin} />
            <Typography.Text style={{ textAlign: 'center' }}>{words.pinUse}</Typography.Text>
          </Flex>
          <Alert type="warning" showIcon title={words.pinHint} />
        </>
      )}
      <Typography.Text type="secondary">{words.waiting}</Typography.Text>
      <Flex gap={8} wrap justify="center">
        <Button type="primary" size="large" onClick={onAnother}>
          {words.another}
        </Button>
        {mayRead && (
          <Link to={`/boxes/${bound.box}`}>
            <Button size="large">{words.look}</Button>
          </Link>
        )}
      </Flex>
    </Flex>
  );
}
