/** 05-KL/ĐUK clause 5: the monthly report is due on the 25th, judged by the server's clock on the office's calendar. */
import { instantLabel } from '../calendar.ts';
import { isPeriodic } from '../current.ts';
import { deadlineOf, deadlineParameters, timeliness } from '../deadline.ts';
import type { Message } from '../message.ts';
import { periodLabel } from '../period.ts';
import { defineRule, type Hit } from '../rule.ts';

interface Args {
  readonly period: Message;
  readonly received: Message;
  readonly due: Message;
  /** The end of grace, when it was received within. */
  readonly grace: Message | null;
}

export const reportDeadline = defineRule({
  id: 'report-deadline',
  on: 'report',
  severity: 'error',
  concerns: 'committee',
  title: { vi: 'Thời hạn báo cáo định kỳ', en: 'Deadline of the monthly report' },
  parameters: deadlineParameters,
  check: (report, { profile, parameters, receivedAt, extendedUntil }): Hit<Args>[] => {
    // An ad-hoc or quick report has the deadline of its request.
    if (!isPeriodic(report) || report.period === null || receivedAt === null) return [];
    const deadline = deadlineOf(report.period.value, parameters, profile.utcOffsetMinutes);
    const state = timeliness(receivedAt, deadline, extendedUntil);
    if (state !== 'inGrace' && state !== 'late') return [];
    const label = (instant: string) => instantLabel(instant, profile.utcOffsetMinutes);
    const extended = extendedUntil !== null && Date.parse(extendedUntil) > Date.parse(deadline.due);
    const args = {
      period: periodLabel(report.period.value),
      received: label(receivedAt),
      due: label(extended ? extendedUntil : deadline.due),
      grace: state === 'inGrace' ? label(deadline.graceUntil) : null,
    };
    return [{ at: null, args, ...(state === 'inGrace' ? { severity: 'warning' } : {}) }];
  },
  message: {
    vi: ({ period, received, due, grace }) =>
      `Báo cáo ${period.vi} nhận lúc ${received.vi}, sau hạn ${due.vi}` +
      (grace ? `, còn trong thời gian gia hạn chung đến ${grace.vi}.` : '.'),
    en: ({ period, received, due, grace }) =>
      `The report for ${period.en} was received at ${received.en}, after the deadline ${due.en}` +
      (grace ? `, within the grace that ends at ${grace.en}.` : '.'),
  },
  remedy: {
    vi: () => 'Kỳ sau gửi trước hạn; nếu có lý do chính đáng, đề nghị Ban Tuyên giáo gia hạn cho kỳ này.',
    en: () => 'Send the next one before the deadline; with good reason, ask the Bloc to extend this one.',
  },
});
