// An element's children against a table of what may stand where; what fits becomes a plain object for the schema.
import { Refusal } from './refusal.ts';
import type { XmlElement } from './xml-read.ts';

/** One kind of child: a text unless `parts` says what it holds. */
export interface Part {
  readonly name: string;
  readonly optional?: true;
  /** Any number, as a list. */
  readonly many?: true;
  readonly parts?: readonly Part[];
}

export interface Shape {
  readonly namespace: string;
  /** In the table's order, and nothing the table does not name. Else: in any order, strangers are passed over. */
  readonly strict: boolean;
  /** Of other standards, each with rules of its own: a signature, an extension. */
  readonly foreign: readonly string[];
}

/** @throws Refusal `structure` where a child is missing, repeated, unknown, or stands in the wrong place */
export function shapeOf(
  element: XmlElement,
  parts: readonly Part[],
  shape: Shape,
  place: string,
): Record<string, unknown> {
  const own = element.children.filter(({ namespace }) => !shape.foreign.includes(namespace));
  if (shape.strict) checkOrder(own, parts, shape, place);
  if (element.text.trim() !== '') throw new Refusal('structure', place);
  const entries = parts.map((part) => [part.name, childOf(part, own, shape, place)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function childOf(part: Part, own: readonly XmlElement[], shape: Shape, place: string): unknown {
  const here = `${place}/${part.name}`;
  const found = own.filter(({ name, namespace }) => name === part.name && namespace === shape.namespace);
  if (part.many) {
    if (found.length === 0 && !part.optional) throw new Refusal('structure', here);
    return found.map((one) => read(one, part, shape, here));
  }
  const [only, second] = found;
  if (second || (!only && !part.optional)) throw new Refusal('structure', here);
  return only && read(only, part, shape, here);
}

function read(element: XmlElement, part: Part, shape: Shape, place: string): unknown {
  if (part.parts) return shapeOf(element, part.parts, shape, place);
  if (element.children.length > 0) throw new Refusal('structure', place);
  return element.text.trim();
}

function checkOrder(own: readonly XmlElement[], parts: readonly Part[], shape: Shape, place: string): void {
  let reached = 0;
  for (const { name, namespace } of own) {
    const at = parts.findIndex((part) => part.name === name);
    if (at < reached || namespace !== shape.namespace) throw new Refusal('structure', `${place}/${name}`);
    reached = at;
  }
}
