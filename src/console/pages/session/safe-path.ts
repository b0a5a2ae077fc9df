// Where to go after log-in: only to a page of this console, whatever the address says.

export function safePath(from: string | null): string {
  return from && /^\/(?![/\\])/.test(from) ? from : '/';
}
