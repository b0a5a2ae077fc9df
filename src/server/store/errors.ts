// The store's typed error: a stable code for programs, a sentence for the operator.

export type StoreErrorCode =
  | 'folder-locked'
  | 'folder-unopenable'
  | 'folder-engine'
  | 'newer-version'
  | 'migration-edited'
  | 'migration-failed'
  | 'embedded-refused'
  | 'postgres-too-old'
  | 'postgres-encoding'
  /** The database cannot be reached now, or the embedded engine has stopped: 503 at the edge. */
  | 'unavailable'
  /** A mistake in our own code: the outer handle used inside a transaction. */
  | 'outer-handle';

export class StoreError extends Error {
  override readonly name = 'StoreError';
  declare readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The message of whatever was thrown. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
