/** 05-KL/ĐUK clause 2: a committee without a team draws up a scheme and establishes one. No deadline is given. */
import * as z from 'zod';
import { defineRule } from '../rule.ts';
import { hasTeam, rosterCell } from '../team.ts';

export const teamEstablished = defineRule({
  id: 'team-established',
  on: 'roster',
  severity: 'error',
  concerns: 'committee',
  title: { vi: 'Đã thành lập đội ngũ cộng tác viên', en: 'A team has been established' },
  parameters: z.strictObject({}),
  check: (roster) => (hasTeam(roster) ? [] : [{ at: rosterCell(roster), args: { listed: roster.members.length } }]),
  message: {
    vi: ({ listed }) =>
      listed === 0
        ? 'Danh sách chưa có cộng tác viên nào; đơn vị phải thành lập đội ngũ hoặc nhóm cộng tác viên.'
        : `Danh sách có ${listed} người nhưng không còn ai đang hoạt động; đơn vị phải có đội ngũ hoặc nhóm cộng tác viên.`,
    en: ({ listed }) =>
      listed === 0
        ? 'The roster lists no collaborator; the committee must establish a team or a group.'
        : `The roster lists ${listed} people, none of them active; the committee must have a team or a group.`,
  },
  remedy: {
    vi: ({ listed }) =>
      listed === 0
        ? 'Khẩn trương xây dựng đề án, ra quyết định thành lập rồi gửi lại danh sách.'
        : 'Kiểm tra cột «Trạng thái»; nếu đúng là không còn ai, khẩn trương kiện toàn đội ngũ rồi gửi lại danh sách.',
    en: ({ listed }) =>
      listed === 0
        ? 'Draw up the scheme, issue the establishing decision and send the roster again.'
        : 'Check the status column; if nobody is left, renew the team soon and send the roster again.',
  },
});
