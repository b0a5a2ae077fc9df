// What requests go by: categories with their forms, who gets what, ready answers, the year's working days.
import { Button, Tabs } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { useMay } from '../../frame/session-context.ts';
import { Page } from '../../shared/page.tsx';
import { texts } from '../../texts/zh-CN.ts';
import { CalendarTab } from './calendar.tsx';
import { CategoriesTab } from './categories.tsx';
import { RoutingTab } from './routing.tsx';
import { TemplatesTab } from './templates.tsx';

const words = texts.requestSettings;

export function RequestSettingsPage() {
  const [search, setSearch] = useSearchParams();
  const mayHandle = useMay('request.handle');
  const tabs = [
    { key: 'categories', label: words.tabs.categories, children: <CategoriesTab /> },
    { key: 'routing', label: words.tabs.routing, children: <RoutingTab /> },
    ...(mayHandle ? [{ key: 'templates', label: words.tabs.templates, children: <TemplatesTab /> }] : []),
    { key: 'calendar', label: words.tabs.calendar, children: <CalendarTab /> },
  ];
  const chosen = tabs.find(({ key }) => key === search.get('tab')) ?? tabs[0];
  return (
    <Page
      title={words.title}
      actions={
        <Link to="/requests">
          <Button>{texts.common.back}</Button>
        </Link>
      }
    >
      <Tabs
        items={tabs}
        {...(chosen && { activeKey: chosen.key })}
        destroyOnHidden
        onChange={(tab) => setSearch({ tab }, { replace: true })}
      />
    </Page>
  );
}
