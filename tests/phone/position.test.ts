import { expect, it } from 'vitest';
import { chinese } from '../../src/phone/position.ts';

it('what the browser tells is moved to where Chinese maps have it', () => {
  // Zhoucun: half a kilometre to the east by the shift that every Chinese map has.
  const { lat, lon } = chinese(36.803, 117.852);
  expect(lat - 36.803).toBeGreaterThan(0.0001);
  expect(lat - 36.803).toBeLessThan(0.002);
  expect(lon - 117.852).toBeGreaterThan(0.003);
  expect(lon - 117.852).toBeLessThan(0.008);
  expect(String(lat).length).toBeLessThanOrEqual(9);
});

it('what lies outside of China stays where it is', () => {
  expect(chinese(48.8566, 2.3522)).toEqual({ lat: 48.8566, lon: 2.3522 });
});
