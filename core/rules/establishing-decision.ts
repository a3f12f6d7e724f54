/** 05-KL/ĐUK clause 2: a team is established by a decision, cited by number and date above the table or in every row. */
import * as z from 'zod';
import { defineRule } from '../rule.ts';
import { activeMembers, hasTeam, hitAt, memberCells, rosterCell } from '../team.ts';

export const establishingDecision = defineRule({
  id: 'establishing-decision',
  on: 'roster',
  severity: 'warning',
  title: { vi: 'Quyết định thành lập đội ngũ', en: 'Decision establishing the team' },
  parameters: z.strictObject({}),
  check: (roster) => {
    const { decision } = roster;
    const active = activeMembers(roster);
    const lacking = active.filter((member) => member.decisionNumber === null || member.decisionDate === null);
    const headed = decision !== null && decision.value.number !== null && decision.value.date !== null;
    if (!hasTeam(roster) || headed || lacking.length === 0) return [];
    const args = { lacking: lacking.length, total: active.length };
    if (decision && lacking.length === active.length) return [{ at: decision, args: { ...args, incomplete: true } }];
    if (lacking.length === active.length) return [{ at: rosterCell(roster), args: { ...args, incomplete: false } }];
    const numbers = memberCells(roster, lacking, 'decisionNumber');
    const dates = memberCells(roster, lacking, 'decisionDate');
    const cells = lacking.map((member, index) => (member.decisionNumber ? dates[index] : numbers[index]) ?? null);
    return [hitAt(cells, { ...args, incomplete: false })];
  },
  message: {
    vi: ({ lacking, total, incomplete }) => {
      if (incomplete) return 'Quyết định thành lập ghi thiếu số hoặc ngày; cần ghi cả số và ngày.';
      return lacking === total
        ? 'Danh sách không ghi quyết định thành lập; cần có số và ngày quyết định.'
        : `${lacking}/${total} cộng tác viên chưa có đủ số và ngày quyết định.`;
    },
    en: ({ lacking, total, incomplete }) => {
      if (incomplete) return 'The establishing decision lacks its number or its date; both are needed.';
      return lacking === total
        ? 'The roster cites no establishing decision; its number and date are needed.'
        : `The decision’s number and date are incomplete for ${lacking} of ${total} collaborators.`;
    },
  },
  remedy: {
    vi: () =>
      'Ghi phía trên bảng «(Kèm theo Quyết định số …, ngày …)», hoặc điền đủ cột «Số QĐ» và «Ngày QĐ» cho từng người.',
    en: () =>
      'Cite the decision’s number and date above the table, or fill in both decision columns for every collaborator.',
  },
});
