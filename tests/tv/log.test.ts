// The box's log: short, by level, and with nothing in it that belongs to people.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LogLine } from '../../src/contract/boxes.ts';
import { createLog } from '../../src/tv/log.ts';
import { NOW } from './examples.ts';

const texts = (log: ReturnType<typeof createLog>) => log.waiting().map(({ text }) => text);

describe('the log', () => {
  it('keeps warnings and faults, and less important lines when it is told to', () => {
    const log = createLog(() => NOW);
    log.info('one');
    log.warn('two');
    log.error('three');
    log.setLevel('debug');
    log.debug('four');
    log.setLevel('error');
    log.warn('five');
    expect(texts(log)).toEqual(['two', 'three', 'four']);
    expect(log.waiting()[0]).toEqual({ at: '2026-11-23T12:00:00.000Z', level: 'warn', text: 'two' });
  });

  it('keeps the newest fifty, and counts faults whose lines are gone', () => {
    const log = createLog(() => NOW);
    for (let number = 0; number < 70; number += 1) log.error(`fault ${number}`);
    expect([log.waiting().length, texts(log)[0], log.faults()]).toEqual([50, 'fault 20', 70]);
  });

  it('lets go of what the server has heard, and of nothing that came meanwhile', () => {
    const log = createLog(() => NOW);
    log.warn('one');
    const sent = log.waiting();
    log.warn('two');
    log.sent(sent);
    expect(texts(log)).toEqual(['two']);
  });

  it.each([
    ['GET http://tv.example/api/feed/stream?ticket=eyJib3giOiIwMTlhYjAwMCJ9.c2ln failed', 'ticket'],
    ['http://tv.example/tv/#box=abcdefgh12345678 failed', 'abcdefgh'],
    ['pin 604182', '604182'],
    ['call 13812345678', '13812345678'],
    ['token bD9rq_Hywj62qIuigrzNS_eePzOB8oaQ', 'bD9rq'],
    ['card 8531002026000017', '8531'],
  ])('cuts what may be personal out of: %s', (text, secret) => {
    const log = createLog(() => NOW);
    log.error(text);
    expect(texts(log)[0]).not.toContain(secret);
  });

  it('takes any text in the shape of the contract', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 900 }), (text) => {
        const log = createLog(() => NOW);
        log.error(text);
        expect(LogLine.safeParse(log.waiting()[0]).error).toBeUndefined();
      }),
    );
  });
});
