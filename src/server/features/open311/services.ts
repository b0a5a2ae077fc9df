// Categories of requests as Open311's services: what another system may ask for, and the form of each.
import type { RequestCategory, RequestField } from '../../../contract/requests.ts';
import { GROUP_NAMES } from '../../../domain/requests/names.ts';
import { open311Texts as TEXTS } from '../../texts/open311.zh-CN.ts';
import type { Answer } from './answers.ts';

/** What is nobody's secret and can be somewhere in public: no other system speaks for a home. */
export const isOffered = ({ privacy, active, where }: RequestCategory): boolean =>
  active && privacy === 'open' && where.includes('public');

/** One of the list of services, GeoReport v2. */
export function serviceOf({ code, name, group, fields }: RequestCategory): Answer {
  const phrases = fields[0]?.options.map((option) => option.name) ?? [];
  return {
    service_code: code,
    service_name: name,
    description: phrases.length > 0 ? `${name}：${phrases.join('、')}` : name,
    metadata: fields.length > 0,
    type: 'realtime',
    keywords: [name, GROUP_NAMES[group], ...phrases].map((word) => word.replaceAll(',', '，')).join(', '),
    group: GROUP_NAMES[group],
  };
}

const DATATYPES: Readonly<Record<RequestField['kind'], string>> = {
  choice: 'singlevaluelist',
  choices: 'multivaluelist',
  text: 'text',
  number: 'number',
  date: 'datetime',
};

export const definitionOf = ({ code, fields }: RequestCategory): Answer => ({
  service_code: code,
  attributes: fields.map(({ code, label, kind, required, options }, index) => ({
    variable: true,
    code,
    datatype: DATATYPES[kind],
    required,
    datatype_description: TEXTS.datatypes[kind],
    order: index + 1,
    description: label,
    values: options.length > 0 ? options.map(({ key, name }) => ({ key, name })) : undefined,
  })),
});
