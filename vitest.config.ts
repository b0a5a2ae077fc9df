// How the tests run: quick ones side by side, then the engines, then the journeys one at a time.
import { defineConfig } from 'vitest/config';

const ENGINES = 'tests/engines/**/*.test.ts';
const JOURNEYS = '**/*.journey.test.ts';

export default defineConfig({
  test: {
    globalSetup: 'tests/support/left-out.ts',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: [ENGINES, JOURNEYS],
          // More only wait for each other on the two cores everyone has.
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'engines',
          include: [ENGINES],
          fileParallelism: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'journeys',
          include: [`tests/${JOURNEYS}`],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
