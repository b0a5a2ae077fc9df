import { useMay } from '../../frame/session-context.ts';
import { AddressTabs } from '../../shared/address-tabs.tsx';
import { BackButton } from '../../shared/back-button.tsx';
import { Page } from '../../shared/page.tsx';
import { texts } from '../../texts/zh-CN.ts';
import { CalendarTab } from './calendar.tsx';
import { CategoriesTab } from './categories.tsx';
import { RoutingTab } from './routing.tsx';
import { TemplatesTab } from './templates.tsx';

const words = texts.requestSettings;

export function RequestSettingsPage() {
  const mayHandle = useMay('request.handle');
  const tabs = [
    { key: 'categories', label: words.tabs.categories, children: <CategoriesTab /> },
    { key: 'routing', label: words.tabs.routing, children: <RoutingTab /> },
    ...(mayHandle ? [{ key: 'templates', label: words.tabs.templates, children: <TemplatesTab /> }] : []),
    { key: 'calendar', label: words.tabs.calendar, children: <CalendarTab /> },
  ];
  return (
    <Page title={words.title} actions={<BackButton to="/requests" />}>
      <AddressTabs tabs={tabs} />
    </Page>
  );
}
