// Words for the resident and words among staff: told apart by sign, word, ground and edge, in forms and in the record.
import EyeInvisibleOutlined from '@ant-design/icons/EyeInvisibleOutlined';
import TeamOutlined from '@ant-design/icons/TeamOutlined';
import { Flex, Typography } from 'antd';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.requestCase;
const LOOKS = {
  public: { Icon: TeamOutlined, says: words.public, edge: '#1F6FEB', ground: '#eef4ff' },
  internal: { Icon: EyeInvisibleOutlined, says: words.internal, edge: '#ad6800', ground: '#fff7e6' },
} as const;
type Side = keyof typeof LOOKS;

export function WordsLabel({ side }: { readonly side: Side }) {
  const { Icon, says, edge } = LOOKS[side];
  return (
    <Flex gap={8} align="center" wrap>
      {words.form[side]}
      <Typography.Text style={{ color: edge }}>
        <Icon aria-hidden /> {says}
      </Typography.Text>
    </Flex>
  );
}

export function Words({ side, text }: { readonly side: Side; readonly text: string }) {
  const { Icon, says, edge, ground } = LOOKS[side];
  return (
    <div style={{ background: ground, borderInlineStart: `3px solid ${edge}`, padding: '4px 12px' }}>
      <Typography.Text style={{ color: edge, fontSize: 12 }}>
        <Icon aria-hidden /> {says}
      </Typography.Text>
      <div style={{ whiteSpace: 'pre-wrap' }}>{text}</div>
    </div>
  );
}
