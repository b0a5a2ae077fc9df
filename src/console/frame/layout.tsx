// The frame around the pages: side menu, who is signed in, the way out.
import DownOutlined from '@ant-design/icons/DownOutlined';
import { App, Button, Dropdown, Flex, Grid, Layout, Typography } from 'antd';
import { Outlet, useNavigate } from 'react-router';
import { sentenceOf } from '../api/problem.ts';
import { useSignOut } from '../api/session.ts';
import { formatInstant } from '../shared/time.ts';
import { texts } from '../texts/zh-CN.ts';
import { openAfresh } from './open-afresh.ts';
import { useSignedIn } from './session-context.ts';
import { MenuButton, SideMenu } from './side-menu.tsx';

const SIDER_WIDTH = 184;

export function ConsoleLayout() {
  const isWide = Grid.useBreakpoint().md ?? true;
  return (
    <Layout style={{ minHeight: '100vh' }}>
      {isWide && (
        <Layout.Sider
          width={SIDER_WIDTH}
          theme="light"
          style={{ borderInlineEnd: '1px solid #e8eaee', position: 'sticky', top: 0, height: '100vh' }}
        >
          <Flex align="center" style={{ height: 56, paddingInline: 24 }}>
            <Typography.Text strong>{texts.product}</Typography.Text>
          </Flex>
          <SideMenu />
        </Layout.Sider>
      )}
      <Layout style={{ minWidth: 0 }}>
        <Layout.Header style={{ borderBottom: '1px solid #e8eaee', ...(!isWide && { paddingInline: 8 }) }}>
          <Flex justify={isWide ? 'end' : 'space-between'} align="center" style={{ height: '100%' }}>
            {!isWide && <MenuButton />}
            <WhoIsHere isWide={isWide} />
          </Flex>
        </Layout.Header>
        <Layout.Content style={{ padding: isWide ? 24 : '16px 12px' }}>
          <Outlet />
        </Layout.Content>
      </Layout>
    </Layout>
  );
}

function WhoIsHere({ isWide }: { readonly isWide: boolean }) {
  const { staff, expiresAt } = useSignedIn();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const grants = staff.grants.map(texts.staff.grant).join('、');
  const leave = () =>
    signOut.mutate(undefined, {
      onSuccess: () => openAfresh('/sign-in'),
      onError: (error) => void message.error(sentenceOf(error)),
    });
  return (
    <Flex align="center" gap={12}>
      {isWide && <Typography.Text type="secondary">{grants}</Typography.Text>}
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'expires', label: texts.session.expires(formatInstant(expiresAt)), disabled: true },
            { key: 'password', label: texts.session.changeTitle, onClick: () => void navigate('/password') },
            { key: 'out', label: texts.session.signOut, onClick: leave },
          ],
        }}
      >
        <Button type="text" icon={<DownOutlined aria-hidden />} iconPlacement="end">
          {staff.name}
        </Button>
      </Dropdown>
    </Flex>
  );
}
