import { describe, expect, it } from 'vitest';
import { tasksAndSolutions } from '../../../core/rules/tasks-and-solutions.ts';
import { brief, run, year } from './build.ts';

describe('tasks-and-solutions', () => {
  it('accepts one task', () => {
    expect(run(tasksAndSolutions, year())).toEqual([]);
  });

  it('warns about a blank section, at the title', () => {
    expect(brief(run(tasksAndSolutions, year({ tasks: [] })))).toEqual([
      {
        severity: 'warning',
        cell: 'A4',
        vi: 'Mục nhiệm vụ, giải pháp còn trống.',
        en: 'The section on tasks and solutions is blank.',
      },
    ]);
  });
});
