// Reports: at the start, soon after a change, every few minutes; in the contract's shape, with the log.
import { describe, expect, it } from 'vitest';
import { BoxReport } from '../../../src/contract/boxes.ts';
import { askWith } from '../../../src/tv/box/ask.ts';
import { type Cursors, newInstance, startReports } from '../../../src/tv/feed/report.ts';
import { createLog } from '../../../src/tv/log.ts';
import { fakeDevice, fakeHttp, fakeTimers, settled } from '../fakes.ts';

const REPORT = 'POST /api/box/report';
const at = (seq: number): Cursors => ({
  received: `370306:${seq}`,
  verified: `370306:${seq}`,
  rendered: `370306:${seq}`,
});

function start(random = 0.5) {
  const timers = fakeTimers();
  const net = fakeHttp({ [REPORT]: { status: 204 } });
  const log = createLog(() => timers.wall());
  let cursors = at(1);
  const reports = startReports({
    ask: askWith(net.http, () => 'box-token'),
    timers,
    random: () => random,
    log,
    device: fakeDevice().device,
    instance: 'k3Jd9sLq',
    cursors: () => cursors,
  });
  const pass = async (seconds: number) => {
    timers.pass(seconds * 1_000);
    await settled();
  };
  const sent = () => net.asked(REPORT).map(({ body }) => BoxReport.parse(JSON.parse(body ?? '')));
  const move = (to: Cursors) => {
    cursors = to;
    reports.changed();
  };
  return { timers, net, log, reports, pass, sent, move };
}

describe('reports', () => {
  it('begin when the line is up, with everything the server wants to know', async () => {
    const { reports, pass, sent } = start();
    await pass(600);
    expect(sent()).toEqual([]);
    reports.online();
    await settled();
    expect(sent()).toEqual([
      {
        instance: 'k3Jd9sLq',
        app: '0.1.0',
        engine: 'WebKit 605.1.15',
        model: 'HC3100',
        screen: '1920x1080',
        memoryMb: 84,
        ...at(1),
        errors: 0,
        log: [],
      },
    ]);
  });

  it('come every five to ten minutes, not with every stream that opens', async () => {
    for (const [random, seconds] of [
      [0, 300],
      [0.999, 600],
    ] as const) {
      const { reports, pass, sent } = start(random);
      reports.online();
      reports.online();
      await settled();
      await pass(seconds - 1);
      expect(sent()).toHaveLength(1);
      await pass(1);
      expect(sent()).toHaveLength(2);
    }
  });

  it('come within five to thirty seconds after what is shown has changed, and once for a group of changes', async () => {
    for (const [random, seconds] of [
      [0, 5],
      [0.999, 30],
    ] as const) {
      const { reports, pass, sent, move } = start(random);
      reports.online();
      await settled();
      move(at(2));
      move(at(3));
      await pass(seconds - 1);
      expect(sent()).toHaveLength(1);
      await pass(1);
      expect(sent()).toHaveLength(2);
      expect(sent()[1]).toMatchObject(at(3));
      await pass(60);
      expect(sent()).toHaveLength(2);
    }
  });

  it('are not hurried by a change that changes nothing', async () => {
    const { reports, pass, sent, move } = start();
    reports.online();
    await settled();
    move(at(1));
    await pass(299);
    expect(sent()).toHaveLength(1);
  });

  it('bring the log, and keep it until the server has heard it', async () => {
    const { reports, pass, sent, log, net } = start(0);
    net.routes[REPORT] = { status: 0 };
    log.error('a fault');
    log.info('of no interest');
    reports.online();
    await settled();
    net.routes[REPORT] = { status: 204 };
    await pass(300);
    await pass(300);
    expect(sent().map(({ log: lines, errors }) => [lines.map(({ text }) => text), errors])).toEqual([
      [['a fault'], 1],
      [['a fault'], 1],
      [[], 1],
    ]);
  });

  it('go on after one that was not heard', async () => {
    const { reports, pass, sent, net } = start(0);
    net.routes[REPORT] = { status: 503 };
    reports.online();
    await settled();
    await pass(300);
    await pass(300);
    expect(sent()).toHaveLength(3);
  });

  it('end with the box', async () => {
    const { reports, pass, sent, timers, move } = start();
    reports.online();
    await settled();
    reports.stop();
    move(at(9));
    await pass(3_600);
    expect([sent().length, timers.pending()]).toEqual([1, 0]);
  });
});

describe('the name of a start', () => {
  it('is another at each start, and in the shape of the contract', () => {
    const names = Array.from({ length: 200 }, () => newInstance(Math.random, 1_795_000_000_000));
    expect(new Set(names).size).toBe(200);
    for (const name of [...names, newInstance(() => 0, 0), newInstance(() => 0.999999, 9e15)]) {
      expect(BoxReport.shape.instance.safeParse(name).error).toBeUndefined();
    }
  });
});
