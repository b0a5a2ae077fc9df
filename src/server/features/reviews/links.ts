// Asks whether a web address answers, without ever asking a machine of the inner network.
import { lookup } from 'node:dns/promises';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP } from 'node:net';

/** `refused`: not asked, since it leads where the server does not go. */
type LinkState = 'answers' | 'dead' | 'refused';
export type LinkCheck = (url: string) => Promise<LinkState>;

export interface LinkCheckDeps {
  /** All addresses of a host name; rejects where there are none. */
  resolve(host: string): Promise<string[]>;
  permits(address: string): boolean;
  /** For a link as a whole, its name and its redirects included: somebody waits for the answer. */
  readonly limitMs: number;
}

const REDIRECTS = 3;

const INNER: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
];
const inner = new BlockList();
for (const [address, bits, family] of INNER) inner.addSubnet(address, bits, family);
/** Of IPv6 only global unicast, less what carries an IPv4 address inside (NAT64, 6to4, Teredo) or is for documents. */
const outer = new BlockList();
outer.addSubnet('2000::', 3, 'ipv6');
const carriers = new BlockList();
for (const [address, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  carriers.addSubnet(address, bits, 'ipv6');

/** Only addresses of the public network (IANA special-purpose registries, RFC 6890). */
export function isPublic(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !inner.check(address, 'ipv4');
  return version === 6 && outer.check(address, 'ipv6') && !carriers.check(address, 'ipv6');
}

export const publicLinks: LinkCheckDeps = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  permits: isPublic,
  limitMs: 5_000,
};

export function createLinkCheck(deps: LinkCheckDeps): LinkCheck {
  return (url) => {
    const signal = AbortSignal.timeout(deps.limitMs);
    const late = new Promise<LinkState>((resolve) =>
      signal.addEventListener('abort', () => resolve('dead'), { once: true }),
    );
    return Promise.race([follow(deps, url, signal), late]);
  };
}

async function follow(deps: LinkCheckDeps, given: string, signal: AbortSignal): Promise<LinkState> {
  let url = given;
  for (let hop = 0; hop <= REDIRECTS; hop++) {
    const answer = await ask(deps, url, 'HEAD', signal);
    // Some servers know no HEAD.
    const last = answer !== 'refused' && answer.status >= 400 ? await ask(deps, url, 'GET', signal) : answer;
    if (last === 'refused') return 'refused';
    if (last.status < 300 || !last.location) return last.status > 0 && last.status < 400 ? 'answers' : 'dead';
    const next = URL.parse(last.location, url);
    if (!next) return 'dead';
    url = next.href;
  }
  return 'dead';
}

interface Answer {
  /** 0: none. */
  readonly status: number;
  readonly location: string | undefined;
}

/** One request to an address that was looked at first: the name is not resolved a second time. */
async function ask(
  deps: LinkCheckDeps,
  given: string,
  method: 'HEAD' | 'GET',
  signal: AbortSignal,
): Promise<Answer | 'refused'> {
  const none = { status: 0, location: undefined };
  const url = URL.parse(given);
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '') return 'refused';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [host] : await deps.resolve(host).catch(() => []);
  const [address] = addresses;
  if (address === undefined) return none;
  if (!addresses.every((each) => deps.permits(each))) return 'refused';
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve) => {
    const sent = send(url, {
      method,
      agent: false,
      signal,
      lookup: (_host, options, done) =>
        options.all ? done(null, [{ address, family: isIP(address) }]) : done(null, address, isIP(address)),
    });
    sent.on('response', (response) => {
      resolve({ status: response.statusCode ?? 0, location: response.headers.location });
      response.destroy();
    });
    sent.on('error', () => resolve(none));
    sent.end();
  });
}
