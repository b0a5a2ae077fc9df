// The side menu: one line a capability, shown to those who may read it.
import AccountBookOutlined from '@ant-design/icons/AccountBookOutlined';
import AlertOutlined from '@ant-design/icons/AlertOutlined';
import ApiOutlined from '@ant-design/icons/ApiOutlined';
import AuditOutlined from '@ant-design/icons/AuditOutlined';
import CalendarOutlined from '@ant-design/icons/CalendarOutlined';
import CheckSquareOutlined from '@ant-design/icons/CheckSquareOutlined';
import ControlOutlined from '@ant-design/icons/ControlOutlined';
import DesktopOutlined from '@ant-design/icons/DesktopOutlined';
import EnvironmentOutlined from '@ant-design/icons/EnvironmentOutlined';
import FileDoneOutlined from '@ant-design/icons/FileDoneOutlined';
import GlobalOutlined from '@ant-design/icons/GlobalOutlined';
import ImportOutlined from '@ant-design/icons/ImportOutlined';
import KeyOutlined from '@ant-design/icons/KeyOutlined';
import LineChartOutlined from '@ant-design/icons/LineChartOutlined';
import NotificationOutlined from '@ant-design/icons/NotificationOutlined';
import ReadOutlined from '@ant-design/icons/ReadOutlined';
import SafetyCertificateOutlined from '@ant-design/icons/SafetyCertificateOutlined';
import TeamOutlined from '@ant-design/icons/TeamOutlined';
import type { AriaAttributes, ComponentType } from 'react';
import type { Permission } from '../../contract/staff.ts';
import { texts } from '../texts/zh-CN.ts';

interface Entry {
  readonly path: string;
  readonly label: string;
  readonly Icon: ComponentType<AriaAttributes>;
  readonly permission: Permission;
}

const ENTRIES: readonly Entry[] = [
  { path: '/notices', label: texts.menu.notices, Icon: NotificationOutlined, permission: 'notice.read' },
  { path: '/alerts', label: texts.menu.alerts, Icon: AlertOutlined, permission: 'alert.read' },
  { path: '/reviews', label: texts.menu.reviews, Icon: CheckSquareOutlined, permission: 'notice.write' },
  { path: '/schedule', label: texts.menu.schedule, Icon: CalendarOutlined, permission: 'notice.read' },
  { path: '/requests', label: texts.menu.requests, Icon: FileDoneOutlined, permission: 'request.read' },
  { path: '/guides', label: texts.menu.guides, Icon: ReadOutlined, permission: 'guide.read' },
  { path: '/places', label: texts.menu.places, Icon: EnvironmentOutlined, permission: 'place.read' },
  { path: '/broadband', label: texts.menu.broadband, Icon: GlobalOutlined, permission: 'offer.write' },
  { path: '/boxes', label: texts.menu.boxes, Icon: DesktopOutlined, permission: 'box.read' },
  { path: '/activate', label: texts.menu.activation, Icon: KeyOutlined, permission: 'box.activate' },
  { path: '/boxes/imports', label: texts.menu.imports, Icon: ImportOutlined, permission: 'box.manage' },
  { path: '/boxes/settings', label: texts.menu.boxSettings, Icon: ControlOutlined, permission: 'box.manage' },
  { path: '/coverage', label: texts.menu.coverage, Icon: LineChartOutlined, permission: 'coverage.read' },
  { path: '/providers', label: texts.menu.providers, Icon: AccountBookOutlined, permission: 'bill.manage' },
  { path: '/cap', label: texts.menu.cap, Icon: ApiOutlined, permission: 'cap.manage' },
  { path: '/staff', label: texts.menu.staff, Icon: TeamOutlined, permission: 'staff.read' },
  { path: '/keys', label: texts.menu.keys, Icon: SafetyCertificateOutlined, permission: 'key.read' },
  { path: '/audit', label: texts.menu.audit, Icon: AuditOutlined, permission: 'audit.read' },
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
