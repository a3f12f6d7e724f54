/**
 * The figures of «Tổng quan»: each is a formula over the other sheets' tables, and its value is counted from the same
 * rows, so that a recalculation changes nothing. A figure the merge counted differently stops the summary.
 */
import type { Figures, Summary } from '../../merge/summary.ts';
import { timelinessLabels, type Timeliness } from '../../submission.ts';
import { issueNumbers } from './streams.ts';
import { verdictText } from './teams.ts';
import {
  findingWords,
  levelWords,
  nilWord,
  severityWords,
  sheetNames,
  sizeWords,
  teamKindWord,
  teamKindWords,
  tieWords,
} from './words.ts';

/** The rows of the figures table, in order. */
export type FigureId =
  | Exclude<keyof Figures, 'filesRefused' | 'capacity'>
  | 'capacity'
  | 'over'
  | 'under'
  | 'sourceRows'
  | 'mergedRows'
  | 'excludedRows'
  | 'differences';

export interface Figure {
  readonly id: FigureId;
  readonly label: string;
  /** Without the leading `=`; null where the profile sets the figure, not the rows. */
  readonly formula: string | null;
  readonly value: number;
  /** The figure it is a share of. */
  readonly of: FigureId | null;
  /** The sheet its rows are on. */
  readonly sheet: string;
}

/** The merge and the rows disagree about a figure: totals must tie to rows, or there is no summary. */
export class FigureMismatch extends Error {
  readonly figure: string;
  constructor(figure: string, merged: number, counted: number) {
    super(`the figure ${figure} is ${merged} in the merge but ${counted} by its rows`);
    this.name = 'FigureMismatch';
    this.figure = figure;
  }
}

/** Throws FigureMismatch. */
export function figuresOf(summary: Summary): readonly Figure[] {
  const { submissions, teams, streams, findings, reconciliation } = summary;
  // The Bloc's own team has a row, but no figure counts it.
  const subordinate = teams.filter((row) => row.level !== 'bloc');
  const timely = (timeliness: Timeliness): Pick<Figure, 'formula' | 'value'> => ({
    formula: `COUNTIF(TinhHinhNop[Thời hạn],"${timelinessLabels[timeliness].vi}")`,
    value: count(submissions, (row) => row.timeliness === timeliness),
  });
  const open = (severity: 'error' | 'warning'): Pick<Figure, 'formula' | 'value'> => ({
    formula: `COUNTIFS(PhatHien[Mức độ],"${severityWords[severity]}",PhatHien[Trạng thái],"${findingWords.open}")`,
    value: count(findings, (row) => row.finding.severity === severity && row.acknowledged === null),
  });
  const ownTeam = `DoiNgu[Cấp],"<>${levelWords.bloc}"`;
  const kind = (word: string): Pick<Figure, 'formula' | 'value'> => ({
    formula: `COUNTIFS(DoiNgu[Hình thức],"${word}",DoiNgu[Số người],">0",${ownTeam})`,
    value: count(subordinate, (row) => row.size > 0 && teamKindWord(row) === word),
  });
  const sized = (word: string): Pick<Figure, 'formula' | 'value'> => ({
    formula: `COUNTIF(DoiNgu[Đánh giá],"${word}*")`,
    value: count(teams, (row) => verdictText(row).startsWith(word)),
  });
  const rows = (
    column: string,
    pick: (row: (typeof reconciliation)[number]) => number,
  ): Pick<Figure, 'formula' | 'value'> => ({
    formula: `SUM(DoiSoat[${column}])`,
    value: sum(reconciliation, pick),
  });
  const present = submissions.length - count(submissions, (row) => row.timeliness === 'missing');
  const { submissions: received, teams: team, streams: content, findings: found } = sheetNames;
  const figures: Figure[] = [
    {
      id: 'organisations',
      label: 'Tổ chức đảng đang hoạt động',
      formula: 'COUNT(TinhHinhNop[STT])',
      value: submissions.length,
      of: null,
      sheet: received,
    },
    {
      id: 'submitted',
      label: 'Đã nộp báo cáo',
      formula: `COUNT(TinhHinhNop[STT])-COUNTIF(TinhHinhNop[Thời hạn],"${timelinessLabels.missing.vi}")`,
      value: present,
      of: 'organisations',
      sheet: received,
    },
    { id: 'onTime', label: 'Nộp đúng hạn', ...timely('onTime'), of: 'organisations', sheet: received },
    { id: 'inGrace', label: 'Nộp trong gia hạn chung', ...timely('inGrace'), of: 'organisations', sheet: received },
    { id: 'late', label: 'Nộp muộn', ...timely('late'), of: 'organisations', sheet: received },
    { id: 'receiptUnknown', label: 'Chưa rõ ngày nhận', ...timely('unknown'), of: 'organisations', sheet: received },
    { id: 'missing', label: 'Chưa nộp', ...timely('missing'), of: 'organisations', sheet: received },
    {
      id: 'nilReports',
      label: 'Báo cáo không phát sinh',
      formula: `COUNTIF(TinhHinhNop[Không phát sinh],"${nilWord}")`,
      value: count(submissions, (row) => row.nil),
      of: 'submitted',
      sheet: received,
    },
    {
      id: 'rosters',
      label: 'Tổ chức đã nộp danh sách',
      formula: `COUNT(DoiNgu[STT])-COUNTIF(DoiNgu[Cấp],"${levelWords.bloc}")`,
      value: subordinate.length,
      of: 'organisations',
      sheet: team,
    },
    { id: 'teams', label: 'Đội ngũ cộng tác viên', ...kind(teamKindWords.team), of: 'rosters', sheet: team },
    { id: 'groups', label: 'Nhóm kiêm nhiệm', ...kind(teamKindWords.group), of: 'rosters', sheet: team },
    {
      id: 'people',
      label: 'Người tham gia',
      formula: `SUMIFS(DoiNgu[Số người],${ownTeam})`,
      value: sum(subordinate, (row) => row.size),
      of: null,
      sheet: team,
    },
    {
      id: 'capacity',
      label: 'Số người tối đa theo quy định',
      formula: null,
      value: summary.figures.capacity ?? 0,
      of: null,
      sheet: team,
    },
    { id: 'over', label: 'Tổ chức vượt số lượng tối đa', ...sized(sizeWords.over), of: 'rosters', sheet: team },
    { id: 'under', label: 'Tổ chức thiếu so với tối thiểu', ...sized(sizeWords.under), of: 'rosters', sheet: team },
    {
      id: 'issues',
      label: 'Vấn đề dư luận quan tâm',
      formula: 'MAX(NoiDung[Vấn đề số])',
      value: issueNumbers(streams).reduce<number>((most, number) => Math.max(most, number ?? 0), 0),
      of: null,
      sheet: content,
    },
    {
      id: 'streams',
      label: 'Luồng ý kiến',
      formula: 'COUNT(NoiDung[STT])',
      value: streams.length,
      of: null,
      sheet: content,
    },
    {
      id: 'proposals',
      label: 'Đề xuất, kiến nghị',
      formula: 'COUNT(KienNghi[STT])',
      value: summary.proposals.length,
      of: null,
      sheet: sheetNames.proposals,
    },
    { id: 'errors', label: 'Lỗi còn mở', ...open('error'), of: null, sheet: found },
    { id: 'warnings', label: 'Cảnh báo còn mở', ...open('warning'), of: null, sheet: found },
    {
      id: 'acknowledged',
      label: 'Phát hiện đã ghi nhận',
      formula: `COUNTIF(PhatHien[Trạng thái],"${findingWords.acknowledged}")`,
      value: count(findings, (row) => row.acknowledged !== null),
      of: null,
      sheet: found,
    },
    {
      id: 'sourceRows',
      label: 'Dòng trong các tệp nguồn',
      ...rows('Dòng nguồn', (row) => row.sourceRows),
      of: null,
      sheet: sheetNames.reconciliation,
    },
    {
      id: 'mergedRows',
      label: 'Dòng đã tổng hợp',
      ...rows('Đã tổng hợp', (row) => row.merged),
      of: 'sourceRows',
      sheet: sheetNames.reconciliation,
    },
    {
      id: 'excludedRows',
      label: 'Dòng loại trừ có lý do',
      ...rows('Loại trừ', (row) => row.excluded),
      of: 'sourceRows',
      sheet: sheetNames.reconciliation,
    },
    {
      id: 'differences',
      label: 'Bảng nguồn bị lệch',
      formula: `COUNTIF(DoiSoat[Kết quả],"${tieWords.differs}")`,
      value: count(reconciliation, (row) => row.sourceRows !== row.merged + row.excluded),
      of: null,
      sheet: sheetNames.reconciliation,
    },
  ];
  for (const { id, value } of figures) {
    const merged = (summary.figures as Partial<Record<FigureId, number | null>>)[id];
    if (merged !== undefined && merged !== null && merged !== value) throw new FigureMismatch(id, merged, value);
  }
  return figures;
}

function count<Row>(rows: readonly Row[], test: (row: Row) => boolean): number {
  return rows.reduce((total, row) => total + (test(row) ? 1 : 0), 0);
}

function sum<Row>(rows: readonly Row[], pick: (row: Row) => number): number {
  return rows.reduce((total, row) => total + pick(row), 0);
}
