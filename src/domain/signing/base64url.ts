// Bytes as text (RFC 4648, section 5, without padding), by hand: the same on the server and on a box of 2016.

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export function toBase64url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two = 0, three = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const all = (one << 16) | (two << 8) | three;
    const signs = [all >> 18, (all >> 12) & 63, (all >> 6) & 63, all & 63].map((sign) => SIGNS.charAt(sign));
    text += signs.slice(0, Math.min(3, bytes.length - at) + 1).join('');
  }
  return text;
}

/** Null for what is no base64url or not `length` bytes; and for a second spelling of the same bytes. */
export function fromBase64url(text: string, length: number): Uint8Array | null {
  const bytes = new Uint8Array(length);
  let [bits, held, at] = [0, 0, 0];
  for (let index = 0; index < text.length; index += 1) {
    const sign = SIGNS.indexOf(text.charAt(index));
    if (sign < 0) return null;
    held = ((held << 6) | sign) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      if (at >= length) return null;
      bytes[at] = (held >> bits) & 255;
      at += 1;
    }
  }
  return at === length && bits < 6 && (held & ((1 << bits) - 1)) === 0 ? bytes : null;
}
