// The side menu: one line a capability, shown to those who may read it.
import AuditOutlined from '@ant-design/icons/AuditOutlined';
import DesktopOutlined from '@ant-design/icons/DesktopOutlined';
import NotificationOutlined from '@ant-design/icons/NotificationOutlined';
import TeamOutlined from '@ant-design/icons/TeamOutlined';
import type { ReactNode } from 'react';
import type { Permission } from '../../contract/staff.ts';
import { texts } from '../texts/zh-CN.ts';

interface Entry {
  readonly path: string;
  readonly label: string;
  readonly icon: ReactNode;
  readonly permission: Permission;
}

const ENTRIES: readonly Entry[] = [
  {
    path: '/notices',
    label: texts.menu.notices,
    icon: <NotificationOutlined aria-hidden />,
    permission: 'notice.read',
  },
  { path: '/boxes', label: texts.menu.boxes, icon: <DesktopOutlined aria-hidden />, permission: 'box.read' },
  { path: '/staff', label: texts.menu.staff, icon: <TeamOutlined aria-hidden />, permission: 'staff.read' },
  { path: '/audit', label: texts.menu.audit, icon: <AuditOutlined aria-hidden />, permission: 'audit.read' },
];

export function entriesFor(permissions: readonly Permission[]): readonly Entry[] {
  return ENTRIES.filter((entry) => permissions.includes(entry.permission));
}
