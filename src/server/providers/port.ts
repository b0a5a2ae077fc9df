// A provider of water, power, gas or television: what it is asked, and how it fails.
import type { z } from 'zod';
import type { ProviderName, Statement, Trouble, Utility } from '../../contract/bills.ts';
import type { ProviderKind } from '../../contract/providers.ts';
import type { Instant } from '../../contract/time.ts';

/** Which part of an answer could not be right, or what stood in the way; put into words in texts/providers.zh-CN.ts. */
export type Fault =
  | 'time'
  | 'connection'
  | 'status'
  | 'too-large'
  | 'encoding'
  | 'json'
  | 'xml'
  | 'folder'
  | 'no-file'
  | 'list'
  | 'account'
  | 'amount'
  | 'balance'
  | 'period'
  | 'due'
  | 'usage'
  | 'status-word'
  | 'number'
  | 'areas'
  | 'times'
  | 'text'
  | 'paused'
  | 'crowded'
  | 'fault';

export class ProviderError extends Error {
  override readonly name = 'ProviderError';
  declare readonly trouble: Trouble;
  declare readonly fault: Fault;
  /** Which one of the list, from 1; or the HTTP status. */
  declare readonly place: number | undefined;

  constructor(trouble: Trouble, fault: Fault, place?: number) {
    super(`${trouble}: ${fault}${place === undefined ? '' : ` ${place}`}`);
    this.trouble = trouble;
    this.fault = fault;
    this.place = place;
  }
}

/** A planned outage in the provider's words. */
export interface ProviderOutage {
  /** By which the provider knows it again. */
  readonly number: string;
  /** Codes or names of regions, as far as the mapping does not translate them. */
  readonly areas: readonly string[];
  readonly from: Instant;
  readonly to: Instant | null;
  readonly text: string;
}

export interface Provider {
  readonly utility: Utility;
  readonly name: ProviderName;
  readonly kind: z.infer<typeof ProviderKind>;
  /** Null: not offered. @throws ProviderError */
  readonly bills: ((account: string) => Promise<Statement>) | null;
  /** All that are planned now: one that is missing was called off. Null: not offered. @throws ProviderError */
  readonly outages: (() => Promise<readonly ProviderOutage[]>) | null;
  /** By which `bills` can be tried without a household. */
  readonly testAccount: string | null;
  /** How many may ask at once. */
  readonly atOnce: number;
}
