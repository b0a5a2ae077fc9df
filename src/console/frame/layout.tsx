// The frame around the pages: side menu, who is signed in, the way out.
import DownOutlined from '@ant-design/icons/DownOutlined';
import { App, Button, Dropdown, Flex, Layout, Menu, Typography } from 'antd';
import { Link, Outlet, useLocation, useNavigate } from 'react-router';
import { sentenceOf } from '../api/problem.ts';
import { useSignOut } from '../api/session.ts';
import { formatInstant } from '../shared/time.ts';
import { texts } from '../texts/zh-CN.ts';
import { entriesFor } from './menu.tsx';
import { openAfresh } from './open-afresh.ts';
import { useSignedIn } from './session-context.ts';

const SIDER_WIDTH = 184;

export function ConsoleLayout() {
  const { permissions } = useSignedIn();
  const { pathname } = useLocation();
  const entries = entriesFor(permissions);
  return (
    <Layout style={{ minHeight: '100vh' }}>
      <Layout.Sider
        width={SIDER_WIDTH}
        theme="light"
        style={{ borderInlineEnd: '1px solid #e8eaee', position: 'sticky', top: 0, height: '100vh' }}
      >
        <Flex align="center" style={{ height: 56, paddingInline: 24 }}>
          <Typography.Text strong>{texts.product}</Typography.Text>
        </Flex>
        <Menu
          mode="inline"
          style={{ borderInlineEnd: 0 }}
          selectedKeys={entries.filter((entry) => pathname.startsWith(entry.path)).map((entry) => entry.path)}
          items={entries.map(({ path, label, icon }) => ({ key: path, icon, label: <Link to={path}>{label}</Link> }))}
        />
      </Layout.Sider>
      <Layout>
        <Layout.Header style={{ borderBottom: '1px solid #e8eaee' }}>
          <Flex justify="end" align="center" style={{ height: '100%' }}>
            <WhoIsHere />
          </Flex>
        </Layout.Header>
        <Layout.Content style={{ padding: 24 }}>
          <Outlet />
        </Layout.Content>
      </Layout>
    </Layout>
  );
}

function WhoIsHere() {
  const { staff, expiresAt } = useSignedIn();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const grants = staff.grants.map((grant) => texts.staff.grant(texts.roles[grant.role], grant.regionName)).join('、');
  const leave = () =>
    signOut.mutate(undefined, {
      onSuccess: () => openAfresh('/sign-in'),
      onError: (error) => void message.error(sentenceOf(error)),
    });
  return (
    <Flex align="center" gap={12}>
      <Typography.Text type="secondary">{grants}</Typography.Text>
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
