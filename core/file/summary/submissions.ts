import type { SubmissionRow, Summary } from '../../merge/summary.ts';
import { statusLabels, timelinessLabels } from '../../submission.ts';
import { momentSerial } from './dates.ts';
import type { Places } from './places.ts';
import { order, tableSheet, type Emphasis, type TableSheet } from './table-sheet.ts';
import { levelWord, nilWord, sheetNames } from './words.ts';

const statusEmphasis: readonly Emphasis[] = [
  { word: statusLabels.missing.vi, tone: 'bad', row: true },
  { word: statusLabels.rejected.vi, tone: 'bad' },
  { word: statusLabels.acceptedWithWarnings.vi, tone: 'caution' },
  { word: statusLabels.received.vi, tone: 'caution' },
  { word: statusLabels.accepted.vi, tone: 'good' },
  { word: statusLabels.nil.vi, tone: 'quiet' },
  { word: statusLabels.superseded.vi, tone: 'quiet' },
  { word: statusLabels.withdrawn.vi, tone: 'quiet' },
];

/** «Tình hình nộp»: who has sent what, and when. */
export function submissionsSheet(summary: Summary, places: Places): TableSheet {
  return tableSheet<SubmissionRow>({
    name: sheetNames.submissions,
    table: 'TinhHinhNop',
    title: 'Tình hình nộp báo cáo',
    note: 'Mỗi dòng là một tổ chức đảng đang hoạt động trong kỳ. Giờ nhận theo đồng hồ máy chủ, giờ Việt Nam.',
    empty: 'Không có tổ chức đảng nào đang hoạt động trong kỳ này.',
    items: summary.submissions,
    columns: [
      order(),
      { header: 'Tổ chức', width: 38, kind: 'text', total: 'count', value: (row) => row.name },
      { header: 'Cấp', width: 11, kind: 'word', value: (row) => levelWord(row.level) },
      {
        header: 'Trạng thái',
        width: 20,
        kind: 'word',
        emphasis: statusEmphasis,
        value: (row) => statusLabels[row.status].vi,
      },
      {
        header: 'Thời hạn',
        width: 17,
        kind: 'word',
        emphasis: [
          { word: timelinessLabels.onTime.vi, tone: 'good' },
          { word: timelinessLabels.inGrace.vi, tone: 'caution' },
          { word: timelinessLabels.late.vi, tone: 'bad' },
          { word: timelinessLabels.missing.vi, tone: 'bad' },
          { word: timelinessLabels.unknown.vi, tone: 'quiet' },
        ],
        value: (row) => timelinessLabels[row.timeliness].vi,
      },
      { header: 'Hạn nộp', width: 16, kind: 'moment', value: (row) => momentSerial(row.deadline) },
      { header: 'Nhận lần đầu', width: 16, kind: 'moment', value: (row) => momentSerial(row.firstReceived) },
      { header: 'Đạt lần đầu', width: 16, kind: 'moment', value: (row) => momentSerial(row.firstAcceptable) },
      { header: 'Bản hiện hành', width: 16, kind: 'moment', value: (row) => momentSerial(row.currentReceived) },
      { header: 'Phiên bản', width: 10, kind: 'word', value: versionText },
      { header: 'Gia hạn riêng', width: 20, kind: 'text', value: extensionText },
      { header: 'Không phát sinh', width: 10, kind: 'word', value: (row) => (row.nil ? nilWord : null) },
      { header: 'Lỗi', width: 8, kind: 'integer', total: 'sum', value: (row) => row.errors },
      { header: 'Cảnh báo', width: 10, kind: 'integer', total: 'sum', value: (row) => row.warnings },
      {
        header: 'Danh sách đội ngũ',
        width: 14,
        kind: 'word',
        emphasis: statusEmphasis.map(({ word, tone }) => ({ word, tone })),
        value: (row) => statusLabels[row.roster].vi,
      },
      { header: 'Nguồn', width: 9, kind: 'link', value: (row) => places.source(row.source) },
    ],
  });
}

function versionText(row: SubmissionRow): string | null {
  if (row.versions === 0) return null;
  return row.version === null ? String(row.versions) : `${row.version}/${row.versions}`;
}

function extensionText({ extension }: SubmissionRow): string | null {
  if (extension === null) return null;
  const [year, month, day] = extension.until.slice(0, 10).split('-');
  const until = `đến ${day ?? ''}/${month ?? ''}/${year ?? ''}`;
  return extension.grantor === '' ? until : `${until}, ${extension.grantor}`;
}
