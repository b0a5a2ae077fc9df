// Broadband: the offers of all providers, and the households that want to be called.
import { Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { Page } from '../../shared/page.tsx';
import { texts } from '../../texts/zh-CN.ts';
import { Contacts } from './contacts.tsx';
import { Offers } from './offers.tsx';

const words = texts.broadband;
const TABS = [
  { key: 'offers', label: words.tabs.offers, children: <Offers /> },
  { key: 'todo', label: words.tabs.todo, children: <Contacts done={false} /> },
  { key: 'done', label: words.tabs.done, children: <Contacts done /> },
];

export function BroadbandPage() {
  const [search, setSearch] = useSearchParams();
  const chosen = TABS.find(({ key }) => key === search.get('tab')) ?? TABS[0];
  return (
    <Page title={words.title}>
      <Tabs
        items={TABS}
        {...(chosen && { activeKey: chosen.key })}
        destroyOnHidden
        onChange={(tab) => setSearch({ tab }, { replace: true })}
      />
    </Page>
  );
}
