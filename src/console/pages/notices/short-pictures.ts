// Pictures by short names while a text is written: 64 digits in a row are no sight for an author.

const SHORT = 8;
const FULL_NAME = /(?<=\(picture:)[0-9a-f]{64}(?=\))/g;
const SHORT_NAME = /(?<=\(picture:)[0-9a-f]{8}(?=\))/g;

export const shortPicture = (id: string): string => id.slice(0, SHORT);

/** The text as it stands in the field. */
export function shortenPictures(text: string): string {
  return text.replace(FULL_NAME, shortPicture);
}

/** The text as it is sent; `ids` are the pictures the field has seen. A name that is none of theirs stays as it is. */
export function expandPictures(text: string, ids: ReadonlySet<string>): string {
  return text.replace(SHORT_NAME, (short) => [...ids].find((id) => id.startsWith(short)) ?? short);
}

/** The pictures a full text names. */
export function picturesOf(text: string): string[] {
  return text.match(FULL_NAME) ?? [];
}
