// What an audit row's detail says, one line a fact.
import type { AuditRow } from '../../../contract/audit.ts';
import { Role } from '../../../contract/staff.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.audit;
type NameOf = (region: string) => string;

/** `nameOf` tells a region's name; facts that say nothing are left out. */
export function detailLines(detail: AuditRow['detail'], nameOf: NameOf): string[] {
  return Object.entries(detail)
    .filter(([name]) => !words.hidden.includes(name))
    .map(([name, value]) => [words.details[name] ?? name, plain(name, value, nameOf)] as const)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => words.fact(name, value));
}

function plain(name: string, value: unknown, nameOf: NameOf): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((each) => plain(name, each, nameOf)).join('、');
  if (typeof value === 'object') {
    const values = Object.entries(value).map(([inner, each]) => plain(inner, each, nameOf));
    return values.filter((each) => each !== '').join(' · ');
  }
  const word = words.values[name]?.[String(value)];
  if (word !== undefined) return word;
  const role = Role.safeParse(value);
  if (role.success) return texts.roles[role.data];
  return name.startsWith('region') ? nameOf(String(value)) : String(value);
}
