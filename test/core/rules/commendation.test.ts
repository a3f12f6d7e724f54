import { describe, expect, it } from 'vitest';
import { commendation } from '../../../core/rules/commendation.ts';
import { brief, run, year } from './build.ts';

describe('commendation', () => {
  it('says nothing about a year with one', () => {
    expect(run(commendation, year())).toEqual([]);
  });

  it('tells of a year without, for information', () => {
    expect(brief(run(commendation, year({ commendations: [] })))).toEqual([
      {
        severity: 'info',
        cell: 'A4',
        vi: 'Trong năm chưa ghi hình thức khen thưởng nào cho cộng tác viên.',
        en: 'No commendation of collaborators is recorded in the year.',
      },
    ]);
  });
});
