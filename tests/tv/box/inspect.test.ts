// What the installer's sheet measures, on fake time.
import { describe, expect, it } from 'vitest';
import { inspect } from '../../../src/tv/box/inspect.ts';
import type { InstallerFacts } from '../../../src/tv/navigation/context.ts';
import type { Http } from '../../../src/tv/ports.ts';
import { HOME } from '../examples.ts';
import { fakeDevice, fakeTimers, settled } from '../fakes.ts';

async function start(answers: readonly (number | null)[]) {
  const timers = fakeTimers();
  const told: InstallerFacts[] = [];
  const paths: string[] = [];
  const http: Http = async ({ path }) => {
    const ms = answers[paths.length % answers.length] ?? null;
    paths.push(path);
    timers.pass(ms ?? 5_000);
    return { status: ms === null ? 0 : 200, body: '', etag: null };
  };
  const live = inspect({
    http,
    timers,
    device: fakeDevice().device,
    boxId: () => HOME.id,
    stream: () => ({ openSince: 0, lastBeat: timers.steady() - 4_000 }),
    skew: () => -420,
    emit: (facts) => told.push(facts),
  });
  const pass = async (ms: number) => {
    timers.pass(ms);
    await settled();
  };
  const tried = async () => {
    await settled();
    for (let turn = 0; turn < 3; turn += 1) await pass(400);
  };
  await tried();
  return { timers, told, paths, live, pass, tried, now: () => told[told.length - 1] };
}

describe('an inspection', () => {
  it('tries the network three times, and tells each try as it comes', async () => {
    const { told, now, paths } = await start([14, 12, null]);
    expect(told[0]).toMatchObject({ tries: [], testing: true });
    expect(now()).toMatchObject({ tries: [14, 12, null], testing: false });
    expect(paths).toEqual(['/healthz', '/healthz', '/healthz']);
  });

  it('tells the rest of what an installer asks for', async () => {
    const { now } = await start([14]);
    expect(now()).toMatchObject({
      ...{ app: '0.1.0', engine: 'WebKit 605.1.15', model: 'HC3100', screen: '1920x1080', memoryMb: 84 },
      ...{ box: '00B1', beatSeconds: 4, skewMs: -420 },
    });
  });

  it('tells ages anew every few seconds, without troubling the network', async () => {
    const { now, pass, paths } = await start([14]);
    const before = now()?.streamSeconds ?? 0;
    await pass(60_000);
    expect((now()?.streamSeconds ?? 0) - before).toBeGreaterThanOrEqual(55);
    expect(paths).toHaveLength(3);
  });

  it('tries again when it is asked to', async () => {
    const { live, tried, paths, now } = await start([14]);
    live.again();
    await tried();
    expect([paths.length, now()?.tries]).toEqual([6, [14, 14, 14]]);
  });

  it('is over when nobody looks any more', async () => {
    const { live, pass, timers, told } = await start([14]);
    live.again();
    live.stop();
    const before = told.length;
    await pass(60_000);
    expect([told.length, timers.pending()]).toEqual([before, 0]);
  });
});
