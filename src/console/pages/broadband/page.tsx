import { AddressTabs } from '../../shared/address-tabs.tsx';
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
  return (
    <Page title={words.title}>
      <AddressTabs tabs={TABS} />
    </Page>
  );
}
