import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Whole-process and browser tests start children on a machine with two cores.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // By default one core is left idle.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        // Pure functions, which share nothing: loading the core once for all files saves more time than most of them take.
        test: { name: 'core', include: ['test/core/**/*.test.ts'], isolate: false },
      },
      {
        extends: true,
        test: { name: 'programs', include: ['test/**/*.test.ts'], exclude: ['test/core/**'] },
      },
    ],
  },
});
