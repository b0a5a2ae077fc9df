// What the machine found in a guide as it was last saved: to be looked at before it is published.
import { Card, Flex, Typography } from 'antd';
import type { GuideFinding } from '../../../contract/guide-calls.ts';
import { texts } from '../../texts/zh-CN.ts';
import { pathText } from './guide-lines.ts';

const words = texts.guideEditor;

interface Props {
  /** Undefined: it has not been saved yet. */
  readonly findings: readonly GuideFinding[] | undefined;
  /** Where the fields are on this page, so that one can go to them. */
  readonly onGo?: (path: string) => void;
}

export function FindingsCard({ findings, onGo }: Props) {
  return (
    <Card size="small" title={words.findings}>
      {!findings && <Typography.Text type="secondary">{words.findingsLater}</Typography.Text>}
      {findings?.length === 0 && <Typography.Text type="secondary">{words.noFindings}</Typography.Text>}
      {findings && findings.length > 0 && (
        <Flex vertical gap={8}>
          {findings.map(({ path, text }) => (
            <div key={`${path} ${text}`}>
              {onGo ? (
                <Typography.Link onClick={() => onGo(path)}>{pathText(path)}</Typography.Link>
              ) : (
                <Typography.Text strong>{pathText(path)}</Typography.Text>
              )}
              <div>{text}</div>
            </div>
          ))}
          {onGo && <Typography.Text type="secondary">{words.findingsHint}</Typography.Text>}
        </Flex>
      )}
    </Card>
  );
}
