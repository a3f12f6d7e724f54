import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Whole-process tests (demo, hostile files) start children on a machine with two cores.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
