// How the tests run: quick ones side by side, then those in engines and browsers, and alone those that measure time.
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const ENGINES = 'tests/engines/**/*.test.ts';
const JOURNEYS = 'tests/**/*.journey.test.ts';
/** They have limits of time in them, and the machine to themselves. */
const TIMED = 'tests/journeys/{emergency,guides,speed}.journey.test.ts';

/** They take longest: one begun last would be waited for alone. */
const LONGEST = [
  'tests/server/crash.test.ts',
  'tests/engines/gallery.test.ts',
  'tests/server/features/requests/at-once.test.ts',
  'tests/server/features/imports/long-list.test.ts',
  'tests/server/features/imports/resume.test.ts',
  'tests/tv/navigation/paths.test.ts',
  'tests/server/store/kill.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLongest = ({ moduleId }: TestSpecification) => LONGEST.some((path) => moduleId.endsWith(path));
    return [...sorted.filter(isLongest), ...sorted.filter((file) => !isLongest(file))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    globalSetup: ['tests/support/left-out.ts', 'tests/support/run-folder.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: [ENGINES, JOURNEYS],
          // More only wait for each other on the two cores everyone has.
          maxWorkers: 2,
          // Each worker reads the modules once, not once for each file: the tests leave nothing behind in them.
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'journeys',
          include: [ENGINES, JOURNEYS],
          exclude: [TIMED],
          // They wait more than they work.
          maxWorkers: 2,
          testTimeout: 180_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'timed',
          include: [TIMED],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
