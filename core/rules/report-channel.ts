/** 05-KL/ĐUK clause 3: periodic reports come in writing; quick ones may come by telephone or otherwise and say how. */
import * as z from 'zod';
import { isPeriodic } from '../current.ts';
import { defineRule, type Hit } from '../rule.ts';
import { foldPlain } from '../text/compare.ts';

const written = /\b(van ban|cong van|ban giay|ban cung|buu dien|buu chinh|thu dien tu|e ?mail|tep|file|excel)\b/;
const spoken = /\b(dien thoai|goi dien|tin nhan|nhan tin|sms|zalo|viber|ung dung|mieng|loi noi)\b/;

/** By telephone and in writing counts as writing; so does a channel nobody knows. */
function notInWriting(channel: string): boolean {
  const folded = foldPlain(channel);
  return spoken.test(folded) && !written.test(folded);
}

export const reportChannel = defineRule({
  id: 'report-channel',
  on: 'report',
  severity: 'error',
  title: { vi: 'Hình thức gửi báo cáo', en: 'How the report is delivered' },
  parameters: z.strictObject({}),
  check: (report): Hit<{ quick: boolean }>[] => {
    const { channel, type } = report;
    if (type?.value === 'quick' && channel === null) return [{ at: type, severity: 'warning', args: { quick: true } }];
    // The workbook itself is the writing: a periodic report that names no channel passes.
    if (isPeriodic(report) && channel && notInWriting(channel.value)) return [{ at: channel, args: { quick: false } }];
    return [];
  },
  message: {
    vi: ({ quick }) =>
      quick
        ? 'Báo cáo nhanh chưa ghi hình thức gửi (điện thoại, ứng dụng, văn bản …).'
        : 'Báo cáo định kỳ ghi hình thức gửi không phải bằng văn bản; báo cáo định kỳ phải bằng văn bản.',
    en: ({ quick }) =>
      quick
        ? 'The quick report does not say how it was delivered (telephone, app, in writing …).'
        : 'The periodic report says that it was not delivered in writing; periodic reports must be in writing.',
  },
  remedy: {
    vi: ({ quick }) =>
      quick
        ? 'Ghi «Hình thức gửi: …» ở phần đầu báo cáo.'
        : 'Gửi báo cáo bằng văn bản và sửa hình thức gửi; nếu là báo cáo nhanh, sửa loại báo cáo.',
    en: ({ quick }) =>
      quick
        ? 'State the channel at the head of the report.'
        : 'Deliver the report in writing and correct the channel; if it is a quick report, correct its type.',
  },
});
