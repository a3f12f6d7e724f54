/** 05-KL/ĐUK clause 5: tasks and solutions are set to overcome the shortcomings the review found. */
import * as z from 'zod';
import { defineRule, documentCell } from '../rule.ts';

export const tasksAndSolutions = defineRule({
  id: 'tasks-and-solutions',
  on: 'year',
  severity: 'warning',
  title: { vi: 'Nhiệm vụ, giải pháp', en: 'Tasks and solutions' },
  parameters: z.strictObject({}),
  check: (record) => (record.tasks.length > 0 ? [] : [{ at: documentCell(record), args: undefined }]),
  message: {
    vi: () => 'Mục nhiệm vụ, giải pháp còn trống.',
    en: () => 'The section on tasks and solutions is blank.',
  },
  remedy: {
    vi: () => 'Ghi nhiệm vụ, giải pháp cụ thể để khắc phục tồn tại, hạn chế.',
    en: () => 'Write concrete tasks and solutions to overcome the shortcomings.',
  },
});
