// A provider with what keeps it and us apart: a breaker and a turnstile for each of its calls, and a record of how it does.
import { type CallState, PROVIDER_CALLS, type ProviderCall } from '../../contract/providers.ts';
import type { Instant } from '../../contract/time.ts';
import { type Clock, instantOf } from '../runtime.ts';
import { faultText } from '../texts/providers.zh-CN.ts';
import { type Breaker, createBreaker } from './breaker.ts';
import { type Provider, ProviderError } from './port.ts';
import { createTurnstile } from './turnstile.ts';

export interface GuardedProvider extends Provider {
  /** Of the calls that it offers. */
  states(): CallState[];
  /** The next question of each kind is asked, whatever came of those before. */
  reset(): void;
}

interface Tally {
  readonly breaker: Breaker;
  succeededAt: Instant | null;
  failedAt: Instant | null;
  last: ProviderError | null;
  /** In a row. */
  failures: number;
}

export function guarded(
  provider: Provider,
  deps: { clock: Clock; log: { warn(given: object, text: string): void } },
): GuardedProvider {
  const turnstile = createTurnstile(provider.atOnce);
  const tally = (): Tally => ({
    breaker: createBreaker(deps.clock),
    succeededAt: null,
    failedAt: null,
    last: null,
    failures: 0,
  });
  const tallies: Readonly<Record<ProviderCall, Tally>> = { bills: tally(), outages: tally() };

  async function ask<T>(call: ProviderCall, question: () => Promise<T>): Promise<T> {
    const { breaker } = tallies[call];
    const turn = turnstile.pass(async () => {
      if (!breaker.enter()) throw new ProviderError('unreachable', 'paused');
      try {
        const answer = await question();
        succeeded(call);
        return answer;
      } catch (error) {
        throw failed(call, error);
      }
    });
    if (!turn) throw new ProviderError('busy', 'crowded');
    return turn;
  }

  function succeeded(call: ProviderCall): void {
    const known = tallies[call];
    known.breaker.succeeded();
    known.succeededAt = instantOf(deps.clock());
    known.failures = 0;
  }

  function failed(call: ProviderCall, error: unknown): ProviderError {
    const known = tallies[call];
    const told = error instanceof ProviderError ? error : new ProviderError('unreadable', 'fault');
    if (told !== error) deps.log.warn({ err: error, utility: provider.utility, call }, 'an answer was not understood');
    // It did answer: to whoever else asks it may answer well.
    if (told.trouble === 'no-account') {
      succeeded(call);
      return told;
    }
    if (told.trouble === 'unreachable') known.breaker.failed();
    else known.breaker.succeeded();
    known.failures += 1;
    known.failedAt = instantOf(deps.clock());
    known.last = told;
    return told;
  }

  const { bills, outages } = provider;
  return {
    ...provider,
    bills: bills && ((account: string) => ask('bills', () => bills(account))),
    outages: outages && (() => ask('outages', outages)),
    states: () =>
      PROVIDER_CALLS.filter((call) => provider[call] !== null).map((call) => {
        const { breaker, succeededAt, failedAt, last, failures } = tallies[call];
        const until = breaker.pausedUntil();
        return {
          call,
          succeededAt,
          failedAt,
          trouble: last?.trouble ?? null,
          detail: last && faultText(last.fault, last.place),
          failures,
          pausedUntil: until === null ? null : instantOf(until),
        };
      }),
    reset: () => {
      for (const call of PROVIDER_CALLS) tallies[call].breaker.reset();
    },
  };
}
