// What comes over a network is looked at before it is trusted.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BoxSettings } from '../../../src/contract/box-settings.ts';
import { readBoxHome } from '../../../src/contract/boxes.ts';
import { readFeed } from '../../../src/contract/feed.ts';
import { readBeat, readFeedAnswer, readHome, readItem, readNotice, readStep } from '../../../src/tv/feed/read.ts';
import { parse } from '../../../src/tv/feed/record.ts';
import { ITEMS } from '../examples.ts';

describe('reading an answer', () => {
  it("takes the contract's examples as they are", () => {
    const { entries, ...rest } = readFeed.example.reply;
    const raws = entries.map((raw) => ({ region: raw.region, seq: raw.seq, raw }));
    expect(readFeedAnswer(readFeed.example.reply)).toEqual({ ...rest, entries: raws });
    expect(readHome(readBoxHome.example.reply)).toEqual(readBoxHome.example.reply);
    for (const item of ITEMS) expect(readItem(item)).toEqual(item);
  });

  it('reads every setting that the operator can make at a distance', () => {
    const settings: Required<BoxSettings> = { remote: 'ipanel', elder: false, motion: false, standby: 20 };
    expect(readHome({ ...readBoxHome.example.reply, settings })?.settings).toEqual(settings);
  });

  it.each([-1, 0.5, '5', null])('overrides nothing with a stand-by of %j minutes', (standby) => {
    expect(readHome({ ...readBoxHome.example.reply, settings: { standby } })?.settings).toEqual({});
  });

  it('leaves out blocks of a kind that a newer server may know', () => {
    const blocks = [
      { type: 'video', url: 'x' },
      { type: 'paragraph', text: '好' },
      { type: 'picture', picture: 'a' },
    ];
    expect(readNotice({ ...ITEMS[0], blocks })?.blocks).toEqual([{ type: 'paragraph', text: '好' }]);
  });

  it('shows a category it does not know as a general notice', () => {
    expect(readNotice({ ...ITEMS[0], category: 'weather' })?.category).toBe('general');
    expect(readNotice({ ...ITEMS[0], category: 'constructor' })?.category).toBe('general');
  });

  it('hands on an entry as it came, with the number it claims', () => {
    const raw = { action: 'alert', region: '370306', seq: 4, alert: {} };
    expect(readStep(raw)).toEqual({ region: '370306', seq: 4, raw });
    expect(readStep({ ...raw, seq: '4' })).toBeNull();
  });

  it.each([
    ['a page of some hotel network', '<html>Log in</html>'],
    ['half an answer', '{"mode":"snapshot","cursor":"370306:1","entr'],
    ['an answer without entries', '{"mode":"snapshot","cursor":"","serverTime":"2026-11-23T12:00:00.000Z"}'],
    ['a cursor that is none', '{"mode":"delta","cursor":"x","entries":[],"serverTime":"2026-11-23T12:00:00.000Z"}'],
    ['a time that is none', '{"mode":"delta","cursor":"","entries":[],"serverTime":"now"}'],
  ])('refuses %s', (_, body) => {
    expect(readFeedAnswer(parse(body))).toBeNull();
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const read of [readFeedAnswer, readStep, readItem, readNotice, readHome, readBeat]) read(value);
      }),
    );
  });
});
