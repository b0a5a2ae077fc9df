// The keys of the tests' server, always the same.
import { exampleSigner } from '../../src/tv/mocks/signer.ts';

export const SIGNER = exampleSigner(new Uint8Array(32).fill(7));
/** Somebody who makes up keys of his own. */
export const FORGER = exampleSigner(new Uint8Array(32).fill(13));
