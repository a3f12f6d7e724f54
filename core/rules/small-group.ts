import * as z from 'zod';
import { defineRule, documentCell } from '../rule.ts';

/** In a very small team an opinion points to a person: the summary withholds the organisation's name beside it. */
export const smallGroup = defineRule({
  id: 'small-group',
  on: 'roster',
  severity: 'info',
  title: {
    vi: 'Đội ngũ đủ đông để ý kiến không chỉ ra cá nhân',
    en: 'The team is large enough for an opinion not to point to a person',
  },
  parameters: z.strictObject({}),
  *check(roster, { profile }) {
    const size = roster.members.filter((member) => member.active).length;
    const threshold = profile.privacy.smallGroup;
    if (size > 0 && size < threshold) yield { at: roster.table ?? documentCell(roster), args: { size, threshold } };
  },
  message: {
    vi: ({ size, threshold }) =>
      `Đội ngũ có ${size} người đang hoạt động, dưới ngưỡng ${threshold}: báo cáo tổng hợp sẽ không ghi tên tổ chức bên các luồng ý kiến.`,
    en: ({ size, threshold }) =>
      `The team has ${size} active members, below the threshold of ${threshold}: the summary will not name the organisation beside its opinion streams.`,
  },
  remedy: {
    vi: () => 'Không cần sửa gì nếu danh sách đã đủ; nếu còn thiếu người, bổ sung rồi nộp lại.',
    en: () => 'Nothing to do if the roster is complete; otherwise add the missing members and submit again.',
  },
});
