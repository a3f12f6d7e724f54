/** 05-KL/ĐUK clause 2: numbers, quality and structure follow 167-HD/BTGTW and 03-CT/ĐUK. Their texts are not at hand, so the committee attests. */
import * as z from 'zod';
import { defineRule } from '../rule.ts';
import { hasTeam, rosterCell } from '../team.ts';

export const qualityAttestation = defineRule({
  id: 'quality-attestation',
  on: 'roster',
  severity: 'warning',
  title: { vi: 'Xác nhận số lượng, chất lượng, cơ cấu', en: 'Attestation of numbers, quality and structure' },
  parameters: z.strictObject({}),
  check: (roster) =>
    hasTeam(roster) && roster.attestation === null ? [{ at: rosterCell(roster), args: undefined }] : [],
  message: {
    vi: () => 'Danh sách chưa có dòng xác nhận đội ngũ đảm bảo số lượng, chất lượng, cơ cấu theo hướng dẫn.',
    en: () => 'The roster has no line attesting that numbers, quality and structure follow the guidance.',
  },
  remedy: {
    vi: () => 'Thêm dòng «Đánh giá số lượng, chất lượng, cơ cấu: …» và ghi văn bản hướng dẫn đã áp dụng.',
    en: () => 'Add a line attesting numbers, quality and structure and name the guidance that was followed.',
  },
});
