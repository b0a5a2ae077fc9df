// A sender as its form holds it, and the input the server takes.
import type { CapSender, CapSenderInput } from '../../../contract/cap-calls.ts';
import type { RegionCode } from '../../../contract/regions.ts';

export interface SenderValues {
  readonly name: string;
  readonly identity: string;
  readonly authority: RegionCode;
  readonly direct: boolean;
  readonly key?: string;
  readonly keepKey: boolean;
  readonly pollUrl?: string;
  readonly pollSeconds: number;
  readonly active: boolean;
}

const POLL_SECONDS = 60;

export const NEW_SENDER: Partial<SenderValues> = {
  direct: false,
  keepKey: false,
  active: true,
  pollSeconds: POLL_SECONDS,
};

export const valuesOf = (sender: CapSender): SenderValues => ({
  name: sender.name,
  identity: sender.identity,
  authority: sender.authority,
  direct: sender.direct,
  keepKey: sender.mustSign,
  pollUrl: sender.poll?.url ?? '',
  pollSeconds: sender.poll?.everySeconds ?? POLL_SECONDS,
  active: sender.active,
});

/** An empty field is nothing: no key, no address to fetch from. */
export function inputOf(values: SenderValues): CapSenderInput {
  const key = values.key?.trim() ?? '';
  const url = values.pollUrl?.trim() ?? '';
  return {
    name: values.name,
    identity: values.identity.trim(),
    authority: values.authority,
    direct: values.direct,
    key: key === '' ? null : key,
    poll: url === '' ? null : { url, everySeconds: values.pollSeconds },
  };
}
