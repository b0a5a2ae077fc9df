// A notice's text to read in one go, as the television's blocks.
import { Typography } from 'antd';
import type { Block } from '../../../contract/notices.ts';
import { pictureUrl } from '../../api/pictures.ts';
import { texts } from '../../texts/zh-CN.ts';

export function BodyText({ blocks }: { readonly blocks: readonly Block[] }) {
  return (
    <Typography style={{ maxHeight: 420, overflow: 'auto' }}>
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no names and never change places
        <BlockText key={index} block={block} />
      ))}
    </Typography>
  );
}

function BlockText({ block }: { readonly block: Block }) {
  switch (block.type) {
    case 'heading':
      return <Typography.Title level={5}>{block.text}</Typography.Title>;
    case 'paragraph':
      return <Typography.Paragraph>{block.text}</Typography.Paragraph>;
    case 'item':
      return (
        <Typography.Paragraph style={{ paddingInlineStart: 28, textIndent: -20 }}>
          <span style={{ display: 'inline-block', width: 20, textIndent: 0 }}>{block.marker}</span>
          {block.text}
        </Typography.Paragraph>
      );
    case 'picture':
      return (
        <Typography.Paragraph>
          <img src={pictureUrl(block.picture)} alt={texts.detail.pictureOf(block.alt)} style={{ maxWidth: '100%' }} />
        </Typography.Paragraph>
      );
  }
}
