/** 05-KL/ĐUK clause 5: training classes for the collaborators are held every year. */
import * as z from 'zod';
import { defineRule, documentCell } from '../rule.ts';

export const training = defineRule({
  id: 'training',
  on: 'year',
  severity: 'warning',
  title: { vi: 'Bồi dưỡng, tập huấn', en: 'Training classes' },
  parameters: z.strictObject({}),
  check: (record) => (record.trainings.length > 0 ? [] : [{ at: documentCell(record), args: undefined }]),
  message: {
    vi: () => 'Chưa ghi lớp bồi dưỡng, tập huấn nào cho cộng tác viên trong năm.',
    en: () => 'No training class for the collaborators is recorded in the year.',
  },
  remedy: {
    vi: () => 'Tổ chức hoặc cử người dự tập huấn rồi ghi tên lớp, ngày, chuyên đề và số người dự.',
    en: () => 'Hold or attend a class and record its name, date, topics and number of attendees.',
  },
});
