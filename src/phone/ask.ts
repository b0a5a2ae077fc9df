// Calls to the server; a call that gets no answer is no error but an answer with status 0.

export interface Answer {
  /** 0: nothing came back. */
  readonly status: number;
  /** Parsed JSON; undefined where it is none. */
  readonly body: unknown;
}

export interface Call {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly path: string;
  /** Sent as JSON, but for a form with a file. */
  readonly body?: object | FormData;
  /** From 0 to 1. */
  readonly onProgress?: (part: number) => void;
}

export type Ask = (call: Call) => Promise<Answer>;

const WORDS_MS = 15_000;
/** 3 MB at 100 kbit/s. */
const PHOTO_MS = 240_000;

/** By XMLHttpRequest: it tells how far an upload is. */
export const ask: Ask = ({ method, path, body, onProgress }) =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const isForm = body instanceof FormData;
    request.open(method, path);
    request.timeout = isForm ? PHOTO_MS : WORDS_MS;
    request.onload = () => {
      const answer = parsed(request.responseText);
      // What is no JSON is somebody else's page: that of a network that wants a log-in first.
      resolve({ status: answer === undefined ? 0 : request.status, body: answer });
    };
    request.onerror = request.ontimeout = request.onabort = () => resolve({ status: 0, body: undefined });
    if (onProgress) request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    if (body && !isForm) request.setRequestHeader('content-type', 'application/json');
    request.send(isForm ? body : body && JSON.stringify(body));
  });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
