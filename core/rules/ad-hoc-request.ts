/** 05-KL/ĐUK clause 5: an ad-hoc report answers a request, named by its document and date. */
import * as z from 'zod';
import { citesDocument } from '../evidence/reference.ts';
import { defineRule } from '../rule.ts';

export const adHocRequest = defineRule({
  id: 'ad-hoc-request',
  on: 'report',
  severity: 'warning',
  title: { vi: 'Yêu cầu mà báo cáo đột xuất trả lời', en: 'The request an ad-hoc report answers' },
  parameters: z.strictObject({}),
  check: ({ type, request }) => {
    const named = citesDocument(request);
    if (type?.value !== 'adHoc' || (named && request?.value.date)) return [];
    return [{ at: request ?? type, args: { named } }];
  },
  message: {
    vi: ({ named }) =>
      named
        ? 'Báo cáo đột xuất ghi yêu cầu nhưng thiếu ngày của yêu cầu.'
        : 'Báo cáo đột xuất chưa ghi trả lời yêu cầu nào.',
    en: ({ named }) =>
      named
        ? 'The ad-hoc report names the request but not the request’s date.'
        : 'The ad-hoc report does not name the request it answers.',
  },
  remedy: {
    vi: () => 'Ghi «Theo yêu cầu tại: Công văn số …, ngày …» ở phần đầu báo cáo.',
    en: () => 'Write the number and date of the request at the head of the report.',
  },
});
