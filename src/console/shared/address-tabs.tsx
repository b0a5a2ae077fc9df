// Tabs whose choice stands in the address, so that a link and the browser's reload lead to the same one.
import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';

interface Tab {
  readonly key: string;
  readonly label: string;
  readonly children: ReactNode;
}

/** The first where the address names none of them. */
export function AddressTabs({ tabs }: { readonly tabs: readonly Tab[] }) {
  const [search, setSearch] = useSearchParams();
  const chosen = tabs.find(({ key }) => key === search.get('tab')) ?? tabs[0];
  return (
    <Tabs
      items={[...tabs]}
      {...(chosen && { activeKey: chosen.key })}
      destroyOnHidden
      onChange={(tab) => setSearch({ tab }, { replace: true })}
    />
  );
}
