// Every endpoint of the contract, found by looking: a new one cannot be forgotten.
import type { Endpoint } from '../../src/contract/endpoint.ts';

const modules = import.meta.glob<Record<string, unknown>>('../../src/contract/*.ts', { eager: true });

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'access' in value && 'example' in value;

export const ENDPOINTS: readonly { readonly name: string; readonly endpoint: Endpoint }[] = Object.values(modules)
  .flatMap((module) => Object.entries(module))
  .flatMap(([name, value]) => (isEndpoint(value) ? [{ name, endpoint: value }] : []));
