// Ids that a box makes: what it sends under one is received once, however often it is sent.

/** A UUID of version 7 (RFC 9562): `now` ms since 1970 first, so that they sort by time. */
export function newId(random: () => number, now: number): string {
  const hex = (length: number) => {
    let text = '';
    while (text.length < length) text += Math.floor(random() * 16).toString(16);
    return text;
  };
  const time = `000000000000${Math.max(0, Math.floor(now)).toString(16)}`.slice(-12);
  const variant = '89ab'.charAt(Math.floor(random() * 4));
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(12)}`;
}
