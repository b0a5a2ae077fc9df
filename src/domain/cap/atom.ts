// ATOM feeds of warnings: the links of one that is read, and the one we offer.
import type { Instant } from '../../contract/time.ts';
import type { XmlElement } from './xml-read.ts';
import { leaves, type XmlNode } from './xml-write.ts';

const ATOM = 'http://www.w3.org/2005/Atom';
const CAP_TYPE = 'application/cap+xml';

export const isFeed = (root: XmlElement): boolean => root.name === 'feed' && root.namespace === ATOM;

export interface FeedLink {
  readonly url: string;
  /** Changes when the entry does; empty where the feed does not tell. */
  readonly updated: string;
}

/**
 * The documents a feed's entries lead to, in the feed's order; `base` is the feed's own address. Only documents on the
 * same host: a feed that was tampered with sends nobody elsewhere.
 */
export function linksOf(root: XmlElement, base: string): FeedLink[] {
  const home = new URL(base);
  return root.children
    .filter(({ name, namespace }) => name === 'entry' && namespace === ATOM)
    .flatMap((entry) => {
      const url = URL.parse(hrefOf(entry), base);
      if (!url || url.protocol !== home.protocol || url.host !== home.host) return [];
      return [{ url: url.href, updated: entry.children.find(({ name }) => name === 'updated')?.text.trim() ?? '' }];
    });
}

/** The link that says it leads to CAP, else the entry's own. */
function hrefOf(entry: XmlElement): string {
  const links = entry.children.filter(({ name, namespace }) => name === 'link' && namespace === ATOM);
  const alternates = links.filter(({ attributes }) => (attributes.rel ?? 'alternate') === 'alternate');
  const cap = links.find(({ attributes }) => attributes.type === CAP_TYPE);
  return (cap ?? alternates[0])?.attributes.href ?? '';
}

export interface FeedEntry {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly updatedAt: Instant;
  readonly summary: string;
}

export const feedNode = (feed: {
  readonly url: string;
  readonly title: string;
  readonly author: string;
  readonly updatedAt: Instant;
  readonly entries: readonly FeedEntry[];
}): XmlNode => ({
  name: 'feed',
  attributes: { xmlns: ATOM },
  content: [
    ...leaves('id', feed.url),
    ...leaves('title', feed.title),
    ...leaves('updated', feed.updatedAt),
    { name: 'author', content: leaves('name', feed.author) },
    { name: 'link', attributes: { rel: 'self', href: feed.url } },
    ...feed.entries.map((entry) => ({
      name: 'entry',
      content: [
        ...leaves('id', entry.id),
        ...leaves('title', entry.title),
        ...leaves('updated', entry.updatedAt),
        { name: 'link', attributes: { rel: 'alternate', type: CAP_TYPE, href: entry.url } },
        ...leaves('summary', entry.summary),
      ],
    })),
  ],
});
