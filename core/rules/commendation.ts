/** 05-KL/ĐUK clause 5: collaborators are commended in time. Told for information: a year without is no fault. */
import * as z from 'zod';
import { defineRule, documentCell } from '../rule.ts';

export const commendation = defineRule({
  id: 'commendation',
  on: 'year',
  severity: 'info',
  title: { vi: 'Khen thưởng, động viên', en: 'Commendation' },
  parameters: z.strictObject({}),
  check: (record) => (record.commendations.length > 0 ? [] : [{ at: documentCell(record), args: undefined }]),
  message: {
    vi: () => 'Trong năm chưa ghi hình thức khen thưởng nào cho cộng tác viên.',
    en: () => 'No commendation of collaborators is recorded in the year.',
  },
  remedy: {
    vi: () => 'Nếu có khen thưởng, ghi hình thức và ngày; nếu không thì để trống.',
    en: () => 'If there was one, record it with its date; otherwise leave the section blank.',
  },
});
