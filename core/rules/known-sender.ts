/** 05-KL/ĐUK clause 5: the subordinate committees report; so the sender is in the register on the day judged. */
import * as z from 'zod';
import { dayLabel } from '../calendar.ts';
import { subordinatesAt } from '../organisation.ts';
import { inForce } from '../profile.ts';
import { defineRule, documentCell, type Hit } from '../rule.ts';
import { nearest } from '../text/nearest.ts';

interface Args {
  /** As written, shortened; null where the report names no sender. */
  readonly written: string | null;
  readonly day: string;
  /** True for a registered organisation that does not exist on that day. */
  readonly registered: boolean;
  readonly suggestion: string | null;
}

export const knownSender = defineRule({
  id: 'known-sender',
  on: 'report',
  severity: 'error',
  title: { vi: 'Đơn vị gửi có trong danh mục', en: 'The sender is in the register' },
  parameters: z.strictObject({}),
  check: (report, { day, organisation, profile }): Hit<Args>[] => {
    if (organisation && inForce(organisation, day)) return [];
    const written = report.organisationText?.value.trim().slice(0, 80) ?? null;
    const names = subordinatesAt(profile, day).map(({ name }) => name);
    const suggestion = organisation || written === null ? null : nearest(written, names);
    const args = { written, day, registered: organisation !== null, suggestion };
    return [{ at: report.organisationText ?? documentCell(report), args }];
  },
  message: {
    vi: ({ written, day, registered, suggestion }) => {
      if (written === null) return 'Báo cáo không ghi tên đơn vị gửi.';
      if (registered) return `«${written}» không có hiệu lực trong danh mục đơn vị vào ngày ${dayLabel(day).vi}.`;
      const near = suggestion === null ? '' : ` Tên gần nhất là «${suggestion}».`;
      return `Đơn vị gửi «${written}» không có trong danh mục đơn vị ngày ${dayLabel(day).vi}.${near}`;
    },
    en: ({ written, day, registered, suggestion }) => {
      if (written === null) return 'The report does not name its sender.';
      if (registered) return `“${written}” is not in force in the register on ${day}.`;
      const near = suggestion === null ? '' : ` The nearest name is “${suggestion}”.`;
      return `The sender “${written}” is not in the register on ${day}.${near}`;
    },
  },
  remedy: {
    vi: () =>
      'Ghi tên đơn vị đúng như trong danh mục; nếu đơn vị mới thành lập hoặc đổi tên, báo Ban Tuyên giáo cập nhật.',
    en: () => 'Write the name as in the register; if the organisation is new or renamed, ask the Bloc to update it.',
  },
});
