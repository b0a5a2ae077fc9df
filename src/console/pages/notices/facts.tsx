// The facts of a notice, besides its text.
import { Card, Descriptions } from 'antd';
import type { Notice } from '../../../contract/notices.ts';
import { formatInstant } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';
import { scheduleInWords } from './schedule-words.ts';
import { validityText } from './tags.tsx';

const words = texts.detail;
const WIDE = ['regions', 'validity', 'schedule'];

export function Facts({ notice }: { readonly notice: Notice }) {
  const { columns, pinned } = texts.notices;
  const category = texts.notices.categories[notice.category];
  const items = [
    { key: 'source', label: texts.editor.source, children: notice.source },
    {
      key: 'category',
      label: columns.category,
      children: notice.pinned ? `${category} · ${pinned}` : category,
    },
    { key: 'regions', label: columns.regions, children: notice.regions.map((region) => region.name).join('、') },
    { key: 'validity', label: columns.validity, children: validityText(notice) },
    { key: 'schedule', label: texts.airing.parts, children: scheduleInWords(notice.schedule) },
    {
      key: 'places',
      label: texts.airing.places,
      children: notice.placements.map((each) => texts.airing.placements[each].name).join('、') || words.none,
    },
    { key: 'author', label: columns.author, children: notice.author.name },
    { key: 'revision', label: words.revision, children: words.revisionOf(notice.revision) },
    {
      key: 'published',
      label: words.published,
      children: notice.publishedAt ? formatInstant(notice.publishedAt) : words.none,
    },
  ];
  return (
    <Card size="small" title={words.facts}>
      <Descriptions
        size="small"
        column={2}
        items={items.map((item) => ({ ...item, span: WIDE.includes(item.key) ? 2 : 1 }))}
      />
    </Card>
  );
}
