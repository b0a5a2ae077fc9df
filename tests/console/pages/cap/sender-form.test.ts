import { describe, expect, it } from 'vitest';
import { inputOf, NEW_SENDER, type SenderValues, valuesOf } from '../../../../src/console/pages/cap/sender-form.ts';
import { CapSender, CapSenderInput, createCapSender } from '../../../../src/contract/cap-calls.ts';

const sender = CapSender.parse(createCapSender.example.reply.sender);

describe('the form of a sender', () => {
  it('hands in nothing for what was left empty', () => {
    const values = { ...NEW_SENDER, name: '气象台', identity: ' qxt@x ', authority: '370306', key: '  ', pollUrl: '' };
    const input = inputOf(values as SenderValues);
    expect(input).toMatchObject({ identity: 'qxt@x', key: null, poll: null, direct: false });
    expect(CapSenderInput.safeParse(input).success).toBe(true);
  });

  it('hands in the source with its rhythm', () => {
    const poll = { url: 'https://qx.example.cn/feed', everySeconds: 120 };
    expect(inputOf(valuesOf({ ...sender, poll })).poll).toEqual(poll);
  });

  it('keeps the key of a sender that has one, unless told otherwise', () => {
    expect(valuesOf({ ...sender, mustSign: true }).keepKey).toBe(true);
    expect(valuesOf(sender).keepKey).toBe(false);
  });
});
