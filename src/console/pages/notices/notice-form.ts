// Between what the editor's fields hold and what the server takes.
import type { Dayjs } from 'dayjs';
import type { Notice, NoticeCategory, NoticeInput } from '../../../contract/notices.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import { ANY_TIME, type Placement, type Schedule } from '../../../contract/schedule.ts';
import type { Staff } from '../../../contract/staff.ts';
import { endOfDays, fromPicker, toPicker } from '../../shared/time.ts';

/** The field names are those of NoticeInput, so that the server's problems find their fields. */
export interface NoticeForm {
  title: string;
  source: string;
  category: NoticeCategory;
  regions: RegionCode[];
  pinned: boolean;
  validFrom: Dayjs;
  /** Null: until withdrawn. */
  validTo: Dayjs | null;
  schedule: Schedule;
  placements: Placement[];
  weight: number;
  text: string;
}

export const NOTICE_FIELDS = [
  'title',
  'source',
  'category',
  'regions',
  'pinned',
  'validFrom',
  'validTo',
  'schedule',
  'placements',
  'weight',
  'text',
] as const satisfies (keyof NoticeForm)[];

const DAYS_SHOWN = 7;

/** A new notice: from now for a week; those who work for one community write for it. */
export function emptyForm(staff: Staff, nowMs: number): NoticeForm {
  const validFrom = toPicker(new Date(nowMs).toISOString());
  const home = staff.grants.find((grant) => grant.role === 'community') ?? staff.grants[0];
  return {
    title: '',
    source: home?.regionName ?? '',
    category: 'general',
    regions: home?.role === 'community' ? [home.region] : [],
    pinned: false,
    validFrom,
    validTo: endOfDays(validFrom, DAYS_SHOWN),
    schedule: ANY_TIME,
    placements: [],
    weight: 1,
    text: '',
  };
}

export function formOf(notice: Notice): NoticeForm {
  const { title, source, category, regions, pinned, validFrom, validTo, schedule, placements, weight, text } = notice;
  return {
    title,
    source,
    category,
    regions: regions.map((region) => region.code),
    pinned,
    validFrom: toPicker(validFrom),
    validTo: validTo && toPicker(validTo),
    schedule,
    placements,
    weight,
    text,
  };
}

export function inputOf(form: NoticeForm): NoticeInput {
  return {
    ...form,
    title: form.title.trim(),
    source: form.source.trim(),
    text: form.text.trim(),
    validFrom: fromPicker(form.validFrom),
    validTo: form.validTo && fromPicker(form.validTo),
  };
}
