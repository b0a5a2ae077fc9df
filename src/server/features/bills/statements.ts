// Statements as they were last told: in memory alone, fresh for some minutes, shown with their age for a day.
import type { Statement, Trouble } from '../../../contract/bills.ts';
import type { GuardedProvider } from '../../providers/guarded.ts';
import { ProviderError } from '../../providers/port.ts';
import type { Clock } from '../../runtime.ts';

/** A bill changes once a month; whoever pays and looks again waits no longer than this. */
export const FRESH_MS = 5 * 60_000;
/** What is older says too little to be shown where the provider does not answer. */
export const KEPT_MS = 24 * 3_600_000;
/** Some kilobytes each. */
const MOST_KEPT = 20_000;

type Told = { readonly statement: Statement } | { readonly trouble: Trouble; readonly last: Statement | null };

export function createStatements(clock: Clock) {
  /** The one told longest ago first. */
  const kept = new Map<string, { readonly statement: Statement; readonly at: number }>();
  const asking = new Map<string, Promise<Told>>();

  function keep(key: string, statement: Statement): void {
    kept.delete(key);
    kept.set(key, { statement, at: clock() });
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  }

  async function ask(key: string, question: () => Promise<Statement>): Promise<Told> {
    try {
      const statement = await question();
      keep(key, statement);
      return { statement };
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      const before = kept.get(key);
      const last = before && clock() - before.at < KEPT_MS ? before.statement : null;
      // Whatever it was, it is none now.
      if (error.trouble === 'no-account') kept.delete(key);
      return { trouble: error.trouble, last: error.trouble === 'no-account' ? null : last };
    }
  }

  return {
    /** Whoever asks for the same account meanwhile hears the same answer. */
    async tell({ utility, bills }: GuardedProvider, account: string): Promise<Told> {
      if (!bills) return { trouble: 'unreachable', last: null };
      const key = `${utility} ${account}`;
      const before = kept.get(key);
      if (before && clock() - before.at < FRESH_MS) return { statement: before.statement };
      const under = asking.get(key);
      if (under) return under;
      const answer = ask(key, () => bills(account)).finally(() => asking.delete(key));
      asking.set(key, answer);
      return answer;
    },
  };
}
