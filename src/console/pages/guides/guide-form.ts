// Between what the editor's fields hold, what the server takes, and what the television beside them shows.
import type { z } from 'zod';
import type { Department } from '../../../contract/departments.ts';
import type {
  Audience,
  CarriedGuide,
  GuideInput,
  GuideNumber,
  GuideType,
  LifeEvent,
  Material,
  TimeLimit,
} from '../../../contract/guides.ts';
import type { PlaceKind } from '../../../contract/places.ts';
import type { Day } from '../../../contract/time.ts';
import { carry } from '../../../domain/guides/carry.ts';
import { texts } from '../../texts/zh-CN.ts';

interface LimitForm {
  kind: TimeLimit['kind'];
  count: number | null;
}

/** The names are those of GuideInput, so that what the server finds wrong finds its field; what is left out is ''. */
export interface GuideForm {
  number: string;
  department: Department;
  section: string;
  name: string;
  officialName: string;
  aliases: string[];
  readings: { word: string; syllables: string }[];
  type: GuideType;
  audience: Audience[];
  summary: string;
  body: string;
  basis: string[];
  conditions: string[];
  materials: (Omit<Material, 'note' | 'copies'> & { copies: number | null; note: string })[];
  steps: string[];
  /** `none`: the law sets none. */
  legalLimit: Omit<LimitForm, 'kind'> & { kind: LimitForm['kind'] | 'none' };
  promisedLimit: LimitForm;
  fee: { kind: 'free' | 'charged'; text: string; basis: string };
  office: { name: string; address: string; hours: string; phone: string; place: PlaceKind | typeof NO_PLACE };
  complaintPhone: string;
  result: string;
  visits: number | null;
  online: string;
  lifeEvents: LifeEvent[];
  /** 2026-11-25 */
  checkedOn: string;
}

/** A choice of its own in a box: none of the resident's places stands in. */
export const NO_PLACE = 'none';

export const EMPTY_MATERIAL: GuideForm['materials'][number] = {
  name: '',
  form: 'original',
  copies: 1,
  source: 'own',
  note: '',
};

/** @param today in Asia/Shanghai */
export function emptyForm(department: Department, today: string): GuideForm {
  return {
    number: '',
    department,
    section: '',
    name: '',
    officialName: '',
    aliases: [],
    readings: [],
    type: 'service',
    audience: ['person'],
    summary: '',
    body: '',
    basis: [''],
    conditions: [''],
    materials: [],
    steps: [''],
    legalLimit: { kind: 'none', count: null },
    promisedLimit: { kind: 'at-once', count: null },
    fee: { kind: 'free', text: '', basis: '' },
    office: { name: '', address: '', hours: '', phone: '', place: NO_PLACE },
    complaintPhone: '',
    result: '',
    visits: 1,
    online: '',
    lifeEvents: [],
    checkedOn: today,
  };
}

export function formOf({ verified, ...guide }: GuideInput): GuideForm {
  const { section, readings, materials, legalLimit, promisedLimit, fee, office, online } = guide;
  return {
    ...guide,
    section: section ?? '',
    readings: Object.entries(readings).map(([word, syllables]) => ({ word, syllables })),
    materials: materials.map((each) => ({ ...each, note: each.note ?? '' })),
    legalLimit: legalLimit ? limitForm(legalLimit) : { kind: 'none', count: null },
    promisedLimit: limitForm(promisedLimit),
    fee: fee.kind === 'free' ? { kind: 'free', text: '', basis: '' } : fee,
    office: { ...office, place: office.place ?? NO_PLACE },
    online: online ?? '',
  };
}

/** The contract's check is still to come: a field may be empty. */
export function inputOf(form: GuideForm): z.input<typeof GuideInput> {
  const { section, readings, materials, legalLimit, promisedLimit, fee, office, online, visits } = form;
  const { place } = office;
  const { kind, count } = legalLimit;
  return {
    ...form,
    section: orNull(section),
    readings: Object.fromEntries(readings.map(({ word, syllables }) => [word.trim(), syllables.trim()])),
    materials: materials.map((each) => ({ ...each, copies: each.copies ?? 0, note: orNull(each.note) })),
    legalLimit: kind === 'none' ? null : limitOf({ kind, count }),
    promisedLimit: limitOf(promisedLimit),
    fee: fee.kind === 'free' ? { kind: 'free' } : { kind: 'charged', text: fee.text, basis: fee.basis },
    office: { ...office, place: place === NO_PLACE ? null : place },
    visits: visits ?? 0,
    online: orNull(online),
    // Saving never says that somebody has looked; the move `confirm` does.
    verified: false,
  };
}

/** Null while not even the name is written; what is still to be written shows as such. */
export function previewOf(form: GuideForm): CarriedGuide | null {
  if (form.name.trim() === '') return null;
  const input = inputOf(form);
  const { office } = input;
  return carry(
    {
      ...input,
      section: input.section ?? null,
      number: (input.number || '0000') as GuideNumber,
      officialName: said(input.officialName),
      summary: said(input.summary),
      result: said(input.result),
      conditions: input.conditions.filter(isWritten),
      steps: input.steps.filter(isWritten),
      materials: input.materials.filter(({ name }) => isWritten(name)),
      office: {
        ...office,
        name: said(office.name),
        address: said(office.address),
        hours: said(office.hours),
        phone: said(office.phone),
      },
      complaintPhone: said(input.complaintPhone),
      checkedOn: input.checkedOn as Day,
    },
    [],
  );
}

/** The field's name in the form for a path of the server: content.materials.0.name, readings.单县 */
export function fieldOf(path: string, form: Pick<GuideForm, 'readings'>): (string | number)[] {
  const [name = '', ...rest] = path.replace(/^content\.?/, '').split('.');
  if (name === 'readings' && rest.length > 0) {
    const at = form.readings.findIndex(({ word }) => word.trim() === rest.join('.'));
    return at === -1 ? [] : [name, at, 'syllables'];
  }
  return name === '' ? [] : [name, ...rest.map((part) => (/^\d+$/.test(part) ? Number(part) : part))];
}

const limitForm = (limit: TimeLimit): LimitForm => ({
  kind: limit.kind,
  count: limit.kind === 'at-once' ? null : limit.count,
});
const limitOf = ({ kind, count }: LimitForm): TimeLimit =>
  kind === 'at-once' ? { kind } : { kind, count: count ?? 0 };
const orNull = (text: string): string | null => (text.trim() === '' ? null : text);
const isWritten = (text: string): boolean => text.trim() !== '';
const said = (text: string): string => text.trim() || texts.guidePreview.blank;
