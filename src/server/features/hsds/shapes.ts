// Guides as Open Referral's Human Services Data Specification 3.0 has them: departments are organizations, guides services.
import type { Department } from '../../../contract/departments.ts';
import type { GuideInput } from '../../../contract/guides.ts';
import type { Instant } from '../../../contract/time.ts';
import { DEPARTMENT_NAMES } from '../../../domain/guides/department-names.ts';
import { feeText, limitText } from '../../../domain/guides/words.ts';
import { hsdsTexts as TEXTS } from '../../texts/hsds.zh-CN.ts';
import { idOf, organizationId, serviceId } from './ids.ts';
import { attributesOf } from './taxonomy.ts';

export interface Published {
  readonly content: GuideInput;
  readonly at: Instant;
}

export const organizationOf = (department: Department) => ({
  id: organizationId(department),
  name: TEXTS.organization(DEPARTMENT_NAMES[department]),
  description: TEXTS.aboutOrganization(DEPARTMENT_NAMES[department]),
});

/** The fields of a service in a list: those that there is one of. `pages`: where the pages for phones are. */
export function serviceOf({ content, at }: Published, pages: string) {
  const {
    number,
    department,
    name,
    officialName,
    summary,
    conditions,
    steps,
    fee,
    promisedLimit,
    verified,
    checkedOn,
  } = content;
  return {
    id: serviceId(number),
    organization_id: organizationId(department),
    name,
    alternate_name: officialName,
    description: summary,
    url: `${pages}/m/guides/${number}`,
    status: 'active',
    application_process: steps.map((step, index) => `${index + 1}. ${step}`).join('\n'),
    fees_description: feeText(fee),
    wait_time: limitText(promisedLimit),
    eligibility_description: conditions.join('\n'),
    ...(verified ? { assured_date: checkedOn } : { alert: TEXTS.unverified }),
    last_modified: at,
    organization: organizationOf(department),
  };
}

/** With everything that hangs on it. */
export function fullServiceOf(published: Published, pages: string) {
  const { number, office, complaintPhone, materials, fee, online } = published.content;
  const id = (...parts: string[]) => idOf('service', number, ...parts);
  const service_id = serviceId(number);
  const charged = fee.kind === 'charged' && [
    {
      id: id('cost'),
      service_id,
      option: TEXTS.fee,
      currency: 'CNY',
      amount_description: `${fee.text}（${fee.basis}）`,
    },
  ];
  return {
    ...serviceOf(published, pages),
    phones: [
      { id: id('phone', 'office'), service_id, number: office.phone, type: 'voice', description: TEXTS.askPhone },
      { id: id('phone', 'complaint'), service_id, number: complaintPhone, type: 'voice', description: TEXTS.complaint },
    ],
    schedules: [
      {
        id: id('schedule'),
        service_id,
        description: office.hours,
        notes: [`${office.name}，${office.address}`, ...(online === null ? [] : [online])].join('\n'),
      },
    ],
    required_documents: materials.map(({ name }, index) => ({
      id: id('document', String(index)),
      service_id,
      document: name,
    })),
    service_areas: [{ id: id('area'), service_id, name: TEXTS.area }],
    languages: [{ id: id('language'), service_id, name: TEXTS.language, code: 'zh' }],
    attributes: attributesOf(published.content),
    ...(charged && { cost_options: charged }),
  };
}

/** A page of a list (HSDS API reference, Page). `page` from 1. */
export function pageOf<T>(items: readonly T[], page: number, perPage: number) {
  const contents = items.slice((page - 1) * perPage, page * perPage);
  const total_pages = Math.ceil(items.length / perPage);
  return {
    total_items: items.length,
    total_pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= total_pages,
    empty: contents.length === 0,
    contents,
  };
}
