// What the editor holds is what the server gets, and back.
import { describe, expect, it } from 'vitest';
import { emptyForm, formOf, inputOf } from '../../../../src/console/pages/notices/notice-form.ts';
import { createNotice, Notice, NoticeInput, readNotice } from '../../../../src/contract/notices.ts';
import { readSession, Session } from '../../../../src/contract/staff.ts';

const notice = Notice.parse(readNotice.example.reply);
const { staff } = Session.parse(readSession.example.reply);
const NOW_MS = Date.parse('2026-11-23T12:34:56.789Z');

describe('the form of a notice', () => {
  it('sends back unchanged what was opened', () => {
    expect(inputOf(formOf(notice))).toEqual(NoticeInput.parse(createNotice.example.body));
  });

  it('keeps an open end open', () => {
    expect(inputOf(formOf({ ...notice, validTo: null })).validTo).toBeNull();
  });

  it('sends texts without blanks around them', () => {
    const form = { ...formOf(notice), title: ' 停水 ', text: '\n今晚停水\n' };
    expect(inputOf(form)).toMatchObject({ title: '停水', text: '今晚停水' });
  });
});

describe('a new notice', () => {
  it('of a community is for that community, in its name', () => {
    expect(emptyForm(staff, NOW_MS)).toMatchObject({ regions: ['370306001001'], source: '车站社区' });
  });

  it('of the district leaves the regions to be chosen', () => {
    const grants = staff.grants.map((grant) => ({ ...grant, role: 'district' as const }));
    expect(emptyForm({ ...staff, grants }, NOW_MS).regions).toEqual([]);
  });

  it('begins now and lasts seven days, this one included', () => {
    const input = inputOf(emptyForm(staff, NOW_MS));
    expect([input.validFrom, input.validTo]).toEqual(['2026-11-23T12:34:00.000Z', '2026-11-29T16:00:00.000Z']);
  });
});
