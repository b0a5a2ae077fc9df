// What a command says when it could not be carried out: the sentence and the places in the input, on standard error.
import { ConfigError } from '../server/config.ts';
import { StoreError } from '../server/store/errors.ts';
import { AskError } from './ask.ts';

/** Runs a command's work; what its user can mend is told in a sentence and ends it with code 1, all else is a fault. */
export async function complaining(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof AskError || error instanceof ConfigError || error instanceof StoreError)) throw error;
    const places = error instanceof AskError ? error.errors.map(({ path, message }) => `  ${path}: ${message}\n`) : [];
    process.stderr.write(`\n${error.message}\n${places.join('')}`);
    process.exitCode = 1;
  }
}
