// How services are classified: by what happens in a life. One taxonomy, a term for each event.
import { type GuideInput, LIFE_EVENTS, type LifeEvent } from '../../../contract/guides.ts';
import { LIFE_EVENT_NAMES } from '../../../domain/guides/words.ts';
import { hsdsTexts as TEXTS } from '../../texts/hsds.zh-CN.ts';
import { idOf, serviceId } from './ids.ts';

export const TAXONOMY = {
  id: idOf('taxonomy', 'life-events'),
  name: TEXTS.taxonomy,
  description: TEXTS.aboutTaxonomy,
} as const;

const termId = (event: LifeEvent): string => idOf('term', event);

const termOf = (event: LifeEvent) => ({
  id: termId(event),
  code: event,
  name: LIFE_EVENT_NAMES[event],
  description: TEXTS.aboutTerm(LIFE_EVENT_NAMES[event]),
  taxonomy_id: TAXONOMY.id,
});
export const TERMS = LIFE_EVENTS.map(termOf);

/** Is a service classified so? What is not given asks for nothing; what nobody knows, no service is. */
export function isClassified(
  { lifeEvents }: Pick<GuideInput, 'lifeEvents'>,
  asked: { readonly taxonomy_id?: string | undefined; readonly taxonomy_term_id?: string | undefined },
): boolean {
  const { taxonomy_id, taxonomy_term_id } = asked;
  if (taxonomy_id !== undefined && (taxonomy_id !== TAXONOMY.id || lifeEvents.length === 0)) return false;
  return taxonomy_term_id === undefined || lifeEvents.some((event) => termId(event) === taxonomy_term_id);
}

export const attributesOf = ({ number, lifeEvents }: Pick<GuideInput, 'number' | 'lifeEvents'>) =>
  lifeEvents.map((event) => ({
    id: idOf('service', number, 'event', event),
    link_id: serviceId(number),
    link_type: 'life_event',
    link_entity: 'service',
    taxonomy_term_id: termId(event),
    taxonomy_term: termOf(event),
  }));
