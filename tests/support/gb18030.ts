// Text to GB18030, for tests: the runtime can only read it.

const table = new Map<string, number[]>();
const decoder = new TextDecoder('gb18030');
for (let high = 0x81; high <= 0xfe; high++) {
  for (let low = 0x40; low <= 0xfe; low++) table.set(decoder.decode(new Uint8Array([high, low])), [high, low]);
}

/** Signs of one and two bytes, which all of common Chinese is. */
export function toGb18030(text: string): Buffer {
  return Buffer.from(
    Array.from(text).flatMap((sign) => {
      const bytes = sign < '\x80' ? [sign.charCodeAt(0)] : table.get(sign);
      if (!bytes) throw new RangeError(`no two bytes for ${sign}`);
      return bytes;
    }),
  );
}
