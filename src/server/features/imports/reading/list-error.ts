// A list that cannot be read: its message is the sentence for whoever uploaded it.

export class ListError extends Error {
  override readonly name = 'ListError';
}
