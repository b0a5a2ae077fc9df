import { describe, expect, it } from 'vitest';
import { DEPARTMENTS } from '../../../../src/contract/departments.ts';
import { LIFE_EVENTS } from '../../../../src/contract/guides.ts';
import type { Day } from '../../../../src/contract/time.ts';
import { checkGuides } from '../../../../src/server/features/guides/check.ts';
import { guideWith } from '../../../domain/guides/example.ts';

const TODAY = '2026-11-25' as Day;
/** One of each department, so that nothing is missing. */
const ALL = DEPARTMENTS.map((department, index) => {
  const number = `${String(index + 1).padStart(2, '0')}01`;
  return guideWith({ number, department, name: `办第${index + 1}件事`, aliases: [], lifeEvents: LIFE_EVENTS });
});
const faults = (guides: typeof ALL) =>
  checkGuides(guides, TODAY)
    .filter(({ level }) => level === 'fault')
    .map(({ where, path }) => `${where} ${path}`.trim());

describe('all guides together', () => {
  it('are in order', () => {
    expect(faults(ALL)).toEqual([]);
  });

  it('lack a department, or what people come across', () => {
    expect(faults(ALL.slice(1))).toEqual(['department']);
    expect(faults(ALL.map((guide) => ({ ...guide, lifeEvents: guide.lifeEvents.slice(1) })))).toEqual(['lifeEvents']);
  });

  it('use a number or a name twice: both are told', () => {
    const [first] = ALL;
    expect(faults([...ALL, guideWith({ ...first, name: '办另一件事' })])).toEqual(['0101 number', '0101 number']);
    expect(faults([...ALL, guideWith({ ...first, number: '0102' })])).toEqual(['0101 name', '0102 name']);
  });

  it('have names that nothing can read', () => {
    expect(faults([...ALL, guideWith({ name: '办㙟证' })])).toContain('0201 name');
  });

  it('tell each character with several readings once, with the words it stands in', () => {
    const notes = checkGuides([...ALL, guideWith({ name: '重新办重病证', number: '0209' })], TODAY);
    const [note, ...others] = notes.filter(({ text }) => text.includes('“重”'));
    expect(others).toEqual([]);
    expect(note?.text).toContain('chong（重新办重病证），zhong（重新办重病证）');
  });
});
