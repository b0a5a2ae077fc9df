// The menu of the pages: beside them on a desk, behind a button on a phone.
import MenuOutlined from '@ant-design/icons/MenuOutlined';
import { Button, Drawer, Menu } from 'antd';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { texts } from '../texts/zh-CN.ts';
import { entriesFor, entryOf } from './menu.tsx';
import { useSignedIn } from './session-context.ts';

export function SideMenu({ onChoose }: { readonly onChoose?: () => void }) {
  const { permissions } = useSignedIn();
  const { pathname } = useLocation();
  const entries = entriesFor(permissions);
  const here = entryOf(entries, pathname);
  return (
    <Menu
      mode="inline"
      style={{ borderInlineEnd: 0 }}
      selectedKeys={here ? [here.path] : []}
      items={entries.map(({ path, label, Icon }) => ({
        key: path,
        icon: <Icon aria-hidden />,
        label: <Link to={path}>{label}</Link>,
      }))}
      {...(onChoose && { onClick: onChoose })}
    />
  );
}

export function MenuButton() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button type="text" aria-label={texts.menu.open} icon={<MenuOutlined />} onClick={() => setOpen(true)} />
      <Drawer
        open={isOpen}
        placement="left"
        size={240}
        title={texts.product}
        styles={{ body: { padding: 0 } }}
        onClose={() => setOpen(false)}
      >
        <SideMenu onChoose={() => setOpen(false)} />
      </Drawer>
    </>
  );
}
