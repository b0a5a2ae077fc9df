// The page of `npm run bench -- search`: makes the index and types, as a box would; the times are left on the window.
import { indexGuides, searchGuides } from '../../../src/domain/guides/search.ts';
import type { SearchTask, SearchTimes } from './protocol.ts';

const request = new XMLHttpRequest();
request.open('GET', '/task.json');
request.onload = () => {
  const { guides, queries, rounds } = JSON.parse(request.responseText) as SearchTask;
  const indexMs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    indexGuides(guides);
    indexMs.push(performance.now() - begun);
  }
  const index = indexGuides(guides);
  const keyMs: number[] = [];
  let found = 0;
  for (const query of queries) {
    // Each digit is a key press of its own.
    for (let length = 1; length <= query.length; length += 1) {
      const begun = performance.now();
      found += searchGuides(index, query.slice(0, length), () => 0).length;
      keyMs.push(performance.now() - begun);
    }
  }
  const times: SearchTimes = { indexMs, keyMs, found };
  Object.assign(window, { times });
};
request.send();
