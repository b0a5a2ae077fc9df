// What the store says to the operator's log.
import type { BaseLogger } from 'pino';

export type StoreLog = Pick<BaseLogger, 'info' | 'warn' | 'error' | 'fatal'>;

const nothing = () => {};
export const silentLog: StoreLog = { info: nothing, warn: nothing, error: nothing, fatal: nothing };
