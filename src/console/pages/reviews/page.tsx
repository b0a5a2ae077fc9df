import { can } from '../../../domain/access/can.ts';
import { DISTRICT } from '../../../domain/regions/code.ts';
import { useMay, useSignedIn } from '../../frame/session-context.ts';
import { AddressTabs } from '../../shared/address-tabs.tsx';
import { Page } from '../../shared/page.tsx';
import { texts } from '../../texts/zh-CN.ts';
import { Deputies } from './deputies.tsx';
import { Rules } from './rules.tsx';
import { Words } from './words.tsx';

const words = texts.reviews;

export function ReviewsPage() {
  const { staff } = useSignedIn();
  const tabs = [
    ...(useMay('review.manage') ? [{ key: 'rules', label: words.tabs.rules, children: <Rules /> }] : []),
    ...(can(staff, 'review.manage', DISTRICT) ? [{ key: 'words', label: words.tabs.words, children: <Words /> }] : []),
    { key: 'deputies', label: words.tabs.deputies, children: <Deputies /> },
  ];
  return (
    <Page title={words.title}>
      <AddressTabs tabs={tabs} />
    </Page>
  );
}
