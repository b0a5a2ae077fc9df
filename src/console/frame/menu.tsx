// The side menu: one line a capability, shown to those who may read it.
import AlertOutlined from '@ant-design/icons/AlertOutlined';
import ApiOutlined from '@ant-design/icons/ApiOutlined';
import AuditOutlined from '@ant-design/icons/AuditOutlined';
import CalendarOutlined from '@ant-design/icons/CalendarOutlined';
import CheckSquareOutlined from '@ant-design/icons/CheckSquareOutlined';
import ControlOutlined from '@ant-design/icons/ControlOutlined';
import DesktopOutlined from '@ant-design/icons/DesktopOutlined';
import ImportOutlined from '@ant-design/icons/ImportOutlined';
import KeyOutlined from '@ant-design/icons/KeyOutlined';
import LineChartOutlined from '@ant-design/icons/LineChartOutlined';
import NotificationOutlined from '@ant-design/icons/NotificationOutlined';
import SafetyCertificateOutlined from '@ant-design/icons/SafetyCertificateOutlined';
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
  { path: '/alerts', label: texts.menu.alerts, icon: <AlertOutlined aria-hidden />, permission: 'alert.read' },
  {
    path: '/reviews',
    label: texts.menu.reviews,
    icon: <CheckSquareOutlined aria-hidden />,
    permission: 'notice.write',
  },
  {
    path: '/schedule',
    label: texts.menu.schedule,
    icon: <CalendarOutlined aria-hidden />,
    permission: 'notice.read',
  },
  { path: '/boxes', label: texts.menu.boxes, icon: <DesktopOutlined aria-hidden />, permission: 'box.read' },
  {
    path: '/activate',
    label: texts.menu.activation,
    icon: <KeyOutlined aria-hidden />,
    permission: 'box.activate',
  },
  {
    path: '/boxes/imports',
    label: texts.menu.imports,
    icon: <ImportOutlined aria-hidden />,
    permission: 'box.manage',
  },
  {
    path: '/boxes/settings',
    label: texts.menu.boxSettings,
    icon: <ControlOutlined aria-hidden />,
    permission: 'box.manage',
  },
  {
    path: '/coverage',
    label: texts.menu.coverage,
    icon: <LineChartOutlined aria-hidden />,
    permission: 'coverage.read',
  },
  { path: '/cap', label: texts.menu.cap, icon: <ApiOutlined aria-hidden />, permission: 'cap.manage' },
  { path: '/staff', label: texts.menu.staff, icon: <TeamOutlined aria-hidden />, permission: 'staff.read' },
  { path: '/keys', label: texts.menu.keys, icon: <SafetyCertificateOutlined aria-hidden />, permission: 'key.read' },
  { path: '/audit', label: texts.menu.audit, icon: <AuditOutlined aria-hidden />, permission: 'audit.read' },
];

export function entriesFor(permissions: readonly Permission[]): readonly Entry[] {
  return ENTRIES.filter((entry) => permissions.includes(entry.permission));
}

/** The entry a page belongs to: the one whose address goes furthest along with the page's. */
export function entryOf<E extends { readonly path: string }>(entries: readonly E[], pathname: string): E | undefined {
  return entries
    .filter(({ path }) => pathname === path || pathname.startsWith(`${path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
}
