// The settings of reviews under one roof; whoever only writes sees the deputies alone.
import { Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { can } from '../../../domain/access/can.ts';
import { DISTRICT } from '../../../domain/regions/code.ts';
import { useMay, useSignedIn } from '../../frame/session-context.ts';
import { Page } from '../../shared/page.tsx';
import { texts } from '../../texts/zh-CN.ts';
import { Deputies } from './deputies.tsx';
import { Rules } from './rules.tsx';
import { Words } from './words.tsx';

const words = texts.reviews;

export function ReviewsPage() {
  const { staff } = useSignedIn();
  const [search, setSearch] = useSearchParams();
  const tabs = [
    ...(useMay('review.manage') ? [{ key: 'rules', label: words.tabs.rules, children: <Rules /> }] : []),
    ...(can(staff, 'review.manage', DISTRICT) ? [{ key: 'words', label: words.tabs.words, children: <Words /> }] : []),
    { key: 'deputies', label: words.tabs.deputies, children: <Deputies /> },
  ];
  const chosen = tabs.find(({ key }) => key === search.get('tab')) ?? tabs[0];
  return (
    <Page title={words.title}>
      <Tabs
        items={tabs}
        {...(chosen && { activeKey: chosen.key })}
        destroyOnHidden
        onChange={(tab) => setSearch({ tab }, { replace: true })}
      />
    </Page>
  );
}
