// What tests and installers read from the document: one set of attributes for each frame.
import { expect, it } from 'vitest';
import { reportOf } from '../../../src/tv/ui/report.ts';
import { frames } from '../gallery/frames.ts';

const told = (name: string) => {
  const frame = frames(true)[name];
  if (!frame) throw new Error(`no frame ${name}`);
  return reportOf(frame);
};

it('tells the screen and where the focus is', () => {
  expect(told('home')).toMatchObject({ screen: 'home', focus: 'hero:0', overlay: null, page: null, elder: 'true' });
  expect(told('home-tile')).toMatchObject({ focus: 'tiles:1', notice: null, note: '这里就是首页' });
  expect(told('list')).toMatchObject({ screen: 'list', focus: 'rows:1', page: '2/5' });
  expect(told('message-offline')).toMatchObject({ screen: 'message', focus: 'action' });
});

it('tells which notice is chosen or read', () => {
  expect(told('home-latest').notice).toBe('019ab000-0000-7000-8000-000000000003');
  expect(told('list').notice).toBe('019ab000-0000-7000-8000-000000000002');
  expect(told('reader')).toMatchObject({ notice: '019ab000-0000-7000-8000-0000000000a1', page: '1/2' });
});

it('tells which guide is chosen or read, in which tab, and what is typed to find one', () => {
  expect(told('guides')).toMatchObject({ screen: 'guides', focus: 'cards:2', guide: null });
  expect(told('guide-list-section')).toMatchObject({ screen: 'guide-list', focus: 'cards:4', page: '1/2' });
  expect(told('guide-offline')).toMatchObject({ guide: '0201', tab: '3', focus: 'tabs:2', status: 'offline' });
  expect(told('guide-search')).toMatchObject({ guide: '0201', digits: '739', focus: 'rows:0' });
  expect(told('guide-search-nothing')).toMatchObject({ guide: null, digits: '7777', focus: 'typed' });
  expect(told('guide-phone')).toMatchObject({ screen: 'guide', overlay: 'phone', focus: 'phone' });
});

it('tells of the overlay in front, not of what is behind it', () => {
  expect(told('settings')).toMatchObject({ screen: 'home', overlay: 'settings', focus: 'options:0' });
  expect(told('help')).toMatchObject({ overlay: 'help', focus: 'help' });
});

it('tells when what is shown may be old', () => {
  expect(told('home-latest').status).toBe('offline');
  expect(told('home').status).toBeNull();
});

it('tells how the request on the screen stands, and its number where it was just given', () => {
  expect(told('home')).toMatchObject({ request: null, number: null });
  expect(told('report-sent')).toMatchObject({ request: 'sent', number: expect.stringMatching(/^\d{11}$/) });
  expect(told('request')).toMatchObject({ request: 'handling', number: null });
  expect(told('handover')).toMatchObject({ request: expect.stringMatching(/waiting|writing/), number: null });
});

it('tells the code of a box that waits to be activated', () => {
  expect(told('activate')).toMatchObject({ screen: 'activate', code: '7K3M-9XPA', focus: null });
  expect(told('activate-denied')).toMatchObject({ screen: 'activate', code: null, focus: 'action' });
  expect(told('home').code).toBeNull();
});

it('tells how many digits are typed, never which', () => {
  expect(told('pin')).toMatchObject({ overlay: 'pin', focus: 'digits:3' });
  expect(told('household')).toMatchObject({ screen: 'household', focus: 'boxes:0' });
  expect(told('installer')).toMatchObject({ overlay: 'installer', focus: 'actions:0' });
  expect(told('identify')).toMatchObject({ overlay: 'identify', focus: 'identify' });
});

it('tells whose bills are known, nothing of what they say', () => {
  expect(told('bills-water')).toMatchObject({
    bills: 'water:known power:trouble gas:not-linked tv:known',
    focus: 'cards:0',
  });
  expect(JSON.stringify(told('bills-water'))).not.toMatch(/46\.?80|5678/);
  expect(told('bills-loading')).toMatchObject({ bills: null, focus: 'page' });
  expect([told('contact-sending').contact, told('contact').contact]).toEqual(['asking', 'done']);
});
