// Answers of GeoReport v2 in both its formats: XML with its declaration, and JSON by the Spark convention (lists bare).
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PROBLEM_STATUS } from '../../../contract/problem.ts';
import { writeXml, type XmlNode } from '../../../domain/cap/xml-write.ts';
import type { ProblemError } from '../../problem.ts';

/** What is left undefined is left out; there are no nulls. */
export type Answer = string | number | boolean | undefined | readonly Answer[] | { readonly [name: string]: Answer };

/** A list's elements in XML. */
const ITEMS: Readonly<Record<string, string>> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
};

/** As the address asks; XML is what every server of Open311 has. */
const formatOf = (path: string): 'xml' | 'json' => (path.endsWith('.json') ? 'json' : 'xml');

/** `services/{code}.json` without its format. */
export const withoutFormat = (name: string): string => name.replace(/\.(xml|json)$/, '');

/** `root`: the document's element; JSON has none. */
export function sendAnswer(request: FastifyRequest, reply: FastifyReply, root: string, answer: Answer): FastifyReply {
  if (formatOf(pathOf(request)) === 'json')
    return reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(answer));
  return reply.header('content-type', 'text/xml; charset=utf-8').send(writeXml(nodeOf(root, answer)));
}

/** 404 for what is not there, 403 for keys, 400 for all other mistakes, as the specification has it; 429 and 5xx besides. */
export function sendErrors(request: FastifyRequest, reply: FastifyReply, problem: ProblemError): FastifyReply {
  const code = statusOf(problem);
  const places = problem.errors ?? [];
  const sentences = places.length > 0 ? places.map(({ path, message }) => `${path}: ${message}`) : [problem.message];
  const errors = sentences.map((description) => ({ code, description }));
  return sendAnswer(request, reply.code(code), 'errors', errors);
}

function statusOf({ code }: ProblemError): number {
  // Somebody switched the service off a moment ago.
  if (code === 'category-unknown') return 404;
  const status = PROBLEM_STATUS[code];
  return [403, 404, 429].includes(status) || status >= 500 ? status : 400;
}

const pathOf = ({ raw }: Pick<FastifyRequest, 'raw'>): string => (raw.url ?? '').split('?')[0] ?? '';

function nodeOf(name: string, answer: Answer): XmlNode {
  if (answer === undefined) return { name };
  if (typeof answer !== 'object') return { name, content: String(answer) };
  if (isList(answer)) return { name, content: answer.map((each) => nodeOf(ITEMS[name] ?? 'item', each)) };
  const given = Object.entries(answer).filter(([, value]) => value !== undefined);
  return { name, content: given.map(([key, value]) => nodeOf(key, value)) };
}

// Array.isArray does not narrow read-only arrays.
const isList = (answer: object): answer is readonly Answer[] => Array.isArray(answer);
