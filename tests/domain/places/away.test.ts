import fc from 'fast-check';
import { expect, it } from 'vitest';
import { awayFrom, awayInWords } from '../../../src/domain/places/away.ts';

const CENTRE = { lat: 36.803, lon: 117.871 };
const METRES_A_DEGREE = 111_195;
const off = (east: number, north: number) => ({
  lat: CENTRE.lat + north / METRES_A_DEGREE,
  lon: CENTRE.lon + east / (METRES_A_DEGREE * Math.cos((CENTRE.lat * Math.PI) / 180)),
});

it('is what a flat map says, within a town', () => {
  const metre = () => fc.integer({ min: -3000, max: 3000 });
  fc.assert(
    fc.property(metre(), metre(), (east, north) => {
      fc.pre(Math.hypot(east, north) > 200);
      const { metres, bearing } = awayFrom(CENTRE, off(east, north));
      expect(Math.abs(metres - Math.hypot(east, north))).toBeLessThan(5);
      const flat = ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360;
      const turned = Math.abs(bearing - flat);
      expect(Math.min(turned, 360 - turned)).toBeLessThan(1);
      expect(bearing).toBeGreaterThanOrEqual(0);
      expect(bearing).toBeLessThan(360);
    }),
  );
});

it.each([
  [0, 0, '就在居委会'],
  [0, 263, '北约260米'],
  [200, 200, '东北约280米'],
  [-5, -990, '南约990米'],
  [-1140, 0, '西约1.1公里'],
  [-10, 700, '北约700米'],
])('%i m east and %i m north is %s', (east, north, words) => {
  expect(awayInWords(awayFrom(CENTRE, off(east, north)))).toBe(words);
});
