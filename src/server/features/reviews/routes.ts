// The settings of reviews over HTTP.
import {
  addWords,
  createDeputy,
  endDeputy,
  listColleagues,
  listDeputies,
  listRules,
  listWords,
  removeWords,
  saveRule,
} from '../../../contract/reviews.ts';
import type { Serve } from '../../http/route.ts';
import type { DeputyService } from './deputies.ts';
import type { ReviewService } from './service.ts';

export function reviewRoutes(serve: Serve, deps: { reviews: ReviewService; deputies: DeputyService }): void {
  const { reviews, deputies } = deps;
  serve(listRules, ({ caller, query }) => reviews.rules(caller, query.region));
  serve(saveRule, ({ caller, body }) => reviews.saveRule(caller, body));
  serve(listWords, ({ caller }) => reviews.words(caller));
  serve(addWords, ({ caller, body }) => reviews.addWords(caller, body));
  serve(removeWords, ({ caller, body }) => reviews.removeWords(caller, body));
  serve(listDeputies, ({ caller }) => deputies.list(caller));
  serve(listColleagues, ({ caller }) => deputies.colleagues(caller));
  serve(createDeputy, ({ caller, body }) => deputies.create(caller, body));
  serve(endDeputy, ({ caller, params, body }) => deputies.end(caller, params.id, body.reason));
}
