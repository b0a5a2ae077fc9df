// What requests go by, over HTTP: categories, routing, ready words for answers.
import {
  listCategories,
  listRouting,
  readAnswerTemplates,
  saveAnswerTemplates,
  saveCategory,
  saveRouting,
} from '../../../contract/request-settings.ts';
import type { Serve } from '../../http/route.ts';
import type { RequestCategories } from './categories.ts';
import type { RequestRouting } from './routing.ts';
import type { AnswerTemplates } from './templates.ts';

export function requestSettingsRoutes(
  serve: Serve,
  deps: { categories: RequestCategories; routing: RequestRouting; templates: AnswerTemplates },
): void {
  const { categories, routing, templates } = deps;
  serve(listCategories, ({ caller }) => categories.list(caller));
  serve(saveCategory, ({ caller, params, body }) => categories.save(caller, params.code, body));
  serve(listRouting, ({ caller }) => routing.list(caller));
  serve(saveRouting, ({ caller, params, body }) => routing.save(caller, params, body));
  serve(readAnswerTemplates, ({ caller }) => templates.read(caller));
  serve(saveAnswerTemplates, ({ caller, body }) => templates.save(caller, body.items));
}
