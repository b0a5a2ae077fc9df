// Reads Server-Sent Events over a real socket, one event at a time.

export interface StreamEvent {
  readonly event: string;
  readonly id: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever field it expects; a wrong one fails the test
  readonly data: any;
}

export async function openStream(url: string, headers: Readonly<Record<string, string>> = {}) {
  const abort = new AbortController();
  const response = await fetch(url, { headers, signal: abort.signal });
  if (response.status !== 200 || !response.body) throw new Error(`the stream answered ${response.status}`);
  const arrived: StreamEvent[] = [];
  const waiting: ((event: StreamEvent) => void)[] = [];
  const read = async () => {
    let text = '';
    let begun = false;
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      const parts = text.split('\n\n');
      text = parts.pop() ?? '';
      for (const event of parts.flatMap(parse)) {
        // The first beat opens a stream; the others come when their turn is.
        if (event.event === 'beat' && begun) continue;
        begun = true;
        const next = waiting.shift();
        if (next) next(event);
        else arrived.push(event);
      }
    }
  };
  const ended = read().catch(() => {});
  return {
    /** The next event, beats but for the first left out; waits for it. */
    next: () =>
      new Promise<StreamEvent>((resolve) => {
        const event = arrived.shift();
        if (event) resolve(event);
        else waiting.push(resolve);
      }),
    /** Events that arrived and were not asked for. */
    pending: () => arrived.length,
    /** Resolves when the other side has ended it. */
    closed: () => ended,
    close: () => abort.abort(),
  };
}

function parse(text: string): StreamEvent[] {
  const fields = Object.fromEntries(
    text.split('\n').map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trimStart()];
    }),
  );
  if (fields.data === undefined) return [];
  return [{ event: fields.event ?? 'message', id: fields.id ?? '', data: JSON.parse(fields.data) }];
}
