/** The Vietnamese words of the summary's cells; formulas count by them, so each is written once. */
import type { Severity } from '../../finding.ts';
import type { ProposalRow, ReconciliationRow, TeamRow } from '../../merge/summary.ts';

export const sheetNames = {
  overview: 'Tổng quan',
  submissions: 'Tình hình nộp',
  teams: 'Đội ngũ',
  members: 'Danh sách',
  streams: 'Nội dung',
  proposals: 'Kiến nghị',
  year: 'Công tác năm',
  findings: 'Phát hiện',
  reconciliation: 'Đối soát',
  sources: 'Nguồn',
  changes: 'So với kỳ trước',
} as const;

export const levelWords: Readonly<Record<NonNullable<TeamRow['level']> | 'unknown', string>> = {
  upper: 'trên cơ sở',
  grassroots: 'cơ sở',
  bloc: 'Khối',
  unknown: 'chưa rõ',
};

export function levelWord(level: TeamRow['level']): string {
  return levelWords[level ?? 'unknown'];
}

export const teamKindWords = { team: 'đội ngũ', group: 'nhóm kiêm nhiệm', none: 'chưa thành lập' } as const;

/** A roster with people but without a declared kind counts as a team; one without people is none. */
export function teamKindWord({ teamKind, size }: TeamRow): string {
  if (teamKind === 'group') return teamKindWords.group;
  return teamKind === 'team' || size > 0 ? teamKindWords.team : teamKindWords.none;
}

/** Verdicts on a size; the first two are followed by the number of people. */
export const sizeWords = { over: 'vượt', under: 'thiếu', within: 'đạt', unlimited: 'không quy định' } as const;

export const severityWords: Readonly<Record<Severity, string>> = {
  error: 'lỗi',
  warning: 'cảnh báo',
  info: 'thông tin',
};

export const findingWords = { open: 'còn mở', acknowledged: 'đã ghi nhận' } as const;

export const proposalWords: Readonly<Record<ProposalRow['status'], string>> = {
  received: 'đã tiếp nhận',
  forwarded: 'đã chuyển',
  answered: 'đã trả lời',
};

export const tableWords: Readonly<Record<ReconciliationRow['table'], string>> = {
  members: 'danh sách',
  streams: 'nội dung',
  proposals: 'kiến nghị',
  year: 'công tác năm',
  file: 'cả tệp',
};

export const tieWords = { ties: 'khớp', differs: 'lệch' } as const;

export const nilWord = 'có';
export const noLabel = '(không nêu tên)';
export const noField = '(chưa ghi lĩnh vực)';
export const noAttitude = '(chưa ghi)';
