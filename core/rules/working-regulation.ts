/** 05-KL/ĐUK clause 2: the team works under a regulation (quy chế), and its observance is inspected. */
import * as z from 'zod';
import { citesDocument } from '../evidence/reference.ts';
import { defineRule } from '../rule.ts';
import { hasTeam, rosterCell } from '../team.ts';

export const workingRegulation = defineRule({
  id: 'working-regulation',
  on: 'roster',
  severity: 'error',
  concerns: 'committee',
  title: { vi: 'Quy chế hoạt động và kiểm tra việc thực hiện', en: 'Working regulation and its inspection' },
  parameters: z.strictObject({}),
  check: (roster, { day }) => {
    const year = day.slice(0, 4);
    if (!hasTeam(roster)) return [];
    // Without a regulation there is nothing to inspect: one finding, not two.
    if (!citesDocument(roster.regulation))
      return [{ at: roster.regulation ?? rosterCell(roster), args: { year, regulated: false } }];
    if (roster.inspectedOn?.value.iso?.startsWith(year)) return [];
    return [{ at: roster.inspectedOn ?? rosterCell(roster), severity: 'warning', args: { year, regulated: true } }];
  },
  message: {
    vi: ({ year, regulated }) =>
      regulated
        ? `Chưa ghi lần kiểm tra, giám sát việc thực hiện Quy chế nào trong năm ${year}.`
        : 'Danh sách không ghi Quy chế hoạt động của đội ngũ.',
    en: ({ year, regulated }) =>
      regulated
        ? `No inspection of how the regulation is observed is recorded in ${year}.`
        : 'The roster cites no working regulation of the team.',
  },
  remedy: {
    vi: ({ regulated }) =>
      regulated
        ? 'Tổ chức kiểm tra, giám sát rồi ghi «Ngày kiểm tra gần nhất: ngày/tháng/năm».'
        : 'Ban hành Quy chế rồi ghi «Quy chế hoạt động: số …, ngày …» phía trên bảng.',
    en: ({ regulated }) =>
      regulated
        ? 'Carry out an inspection and write its date as day/month/year.'
        : 'Issue the regulation and cite its number and date above the table.',
  },
});
