import { describe, expect, it } from 'vitest';
import { training } from '../../../core/rules/training.ts';
import { brief, run, year } from './build.ts';

describe('training', () => {
  it('accepts one class', () => {
    expect(run(training, year())).toEqual([]);
  });

  it('warns about none, at the title', () => {
    expect(brief(run(training, year({ trainings: [] })))).toEqual([
      {
        severity: 'warning',
        cell: 'A4',
        vi: 'Chưa ghi lớp bồi dưỡng, tập huấn nào cho cộng tác viên trong năm.',
        en: 'No training class for the collaborators is recorded in the year.',
      },
    ]);
  });
});
