// XML in pieces to what it holds, in pieces: nothing of the document stays in memory.
import { SaxesParser } from 'saxes';
import { LIST_TEXTS } from '../../../texts/imports.zh-CN.ts';
import { ListError } from './list-error.ts';

/** Names without their prefix: some programs write `x:row`. */
export interface XmlHandlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Characters between two tags; a cell holds at most 32,767. */
const LONGEST_TEXT = 1_000_000;

/** Yields what the handlers emit, after each piece. @throws ListError where it is not well-formed */
export async function* scanXml<T>(
  pieces: AsyncIterable<string>,
  handlersOf: (emit: (item: T) => void) => XmlHandlers,
): AsyncGenerator<T> {
  let items: T[] = [];
  let [sinceTag, empty] = [0, true];
  const handlers = handlersOf((item) => items.push(item));
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw new ListError(LIST_TEXTS.brokenArchive());
  });
  parser.on('opentag', (tag) => {
    sinceTag = 0;
    handlers.open?.(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    sinceTag = 0;
    handlers.close?.(localName(tag.name));
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));

  for await (const piece of pieces) {
    sinceTag += piece.length;
    empty &&= piece === '';
    parser.write(piece);
    if (sinceTag > LONGEST_TEXT) throw new ListError(LIST_TEXTS.tooMuchText());
    if (items.length === 0) continue;
    yield* items;
    items = [];
  }
  // A part that is not there holds nothing; that it should be there is for others to say.
  if (!empty) parser.close();
  yield* items;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
