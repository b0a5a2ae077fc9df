// What was asked for, where, and until when it is to be done; with its photos.
import { Card, Descriptions, Flex } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { RequestDetail } from '../../../contract/request-calls.ts';
import { formatInstant } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';
import { dueText } from './due-text.ts';
import { Photos } from './photos.tsx';
import { LightTag } from './tags.tsx';

const words = texts.requestCase;
const HOUR_MS = 3_600_000;

export function FactsCard({ request }: { readonly request: RequestDetail }) {
  const items = linesOf(request).map(([label, children], index) => ({ key: `${index} ${label}`, label, children }));
  return (
    <Card size="small" title={words.factsTitle}>
      <Descriptions size="small" column={{ xs: 1, md: 2 }} items={items} />
    </Card>
  );
}

function linesOf(request: RequestDetail): [label: string, children: ReactNode][] {
  const { facts } = words;
  const { where, dueAt, light, handler, joint, pausedMs, extensionUntil, score, mergedInto, reporters } = request;
  const lines: [string, ReactNode, isThere?: boolean][] = [
    [facts.category, `${request.categoryName}（${texts.requests.timeClasses[request.timeClass]}）`],
    [facts.where, `${where.text}（${texts.requests.wheres[where.kind]}）`],
    [facts.position, where.position && words.positionText(where.position.lat, where.position.lon), !!where.position],
    // 怎么了？ and the label's own colon are one too many.
    ...request.said.map(({ label, text }): [string, ReactNode] => [label.replace(/[？?]$/, ''), text]),
    [facts.text, request.text, request.text !== ''],
    [facts.when, texts.requests.whens[request.when], request.when !== 'any'],
    [facts.asked, formatInstant(request.askedAt)],
    [
      facts.due,
      <Flex key="due" gap={8} wrap>
        {dueAt && dueText(dueAt)}
        <LightTag light={light} />
      </Flex>,
    ],
    [facts.rule, words.rule(request.rule)],
    [facts.paused, words.hours(Math.round(pausedMs / HOUR_MS)), pausedMs > 0],
    [facts.extension, extensionUntil && dueText(extensionUntil), extensionUntil !== null],
    [facts.handler, handler?.name ?? texts.requests.nobody],
    [facts.joint, joint.map(({ name }) => name).join('、'), joint.length > 0],
    [facts.reporters, texts.requests.reporters(reporters), reporters > 1],
    [facts.score, score !== null && words.stars(score), score !== null],
    [
      facts.merged,
      mergedInto && (
        <Link key="merged" to={`/requests/${mergedInto.id}`}>
          {mergedInto.number}
        </Link>
      ),
      mergedInto !== null,
    ],
  ];
  return lines.filter(([, , isThere = true]) => isThere).map(([label, children]) => [label, children]);
}

/** Of those who told of it; what staff attached is with what they did. */
export function PhotosCard({ request: { id, actions } }: { readonly request: RequestDetail }) {
  const photos = actions.flatMap(({ kind, photos }) => (kind === 'receive' || kind === 'follow' ? photos : []));
  if (photos.length === 0) return null;
  return (
    <Card size="small" title={words.photos}>
      <Photos request={id} photos={photos} />
    </Card>
  );
}
