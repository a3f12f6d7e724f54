import type { SourceRow, Summary } from '../../merge/summary.ts';
import type { Places } from './places.ts';
import { tableSheet, type TableSheet } from './table-sheet.ts';
import { sheetNames } from './words.ts';

/** «Nguồn»: the submission, sheet and cell each merged row came from. */
export function sourcesSheet(summary: Summary, places: Places): TableSheet {
  return tableSheet<SourceRow>({
    name: sheetNames.sources,
    table: 'Nguon',
    title: 'Nguồn của từng dòng tổng hợp',
    note: 'Mã nguồn ở mỗi dòng tổng hợp dẫn tới đây; cột «Dùng tại» dẫn trở lại dòng tổng hợp.',
    empty: 'Không có nguồn nào.',
    items: summary.sources,
    columns: [
      { header: 'Mã nguồn', width: 10, kind: 'word', distinct: true, total: 'count', value: (row) => row.key },
      { header: 'Tổ chức', width: 38, kind: 'text', value: (row) => row.organisationName },
      { header: 'Tệp', width: 36, kind: 'text', value: (row) => row.file },
      { header: 'Trang tính', width: 18, kind: 'text', value: (row) => row.sheet },
      { header: 'Ô', width: 8, kind: 'word', value: (row) => row.cell },
      { header: 'Dùng tại', width: 24, kind: 'link', value: (row) => places.use(row.key) },
      { header: 'Phiên bản', width: 10, kind: 'integer', value: (row) => row.version },
      { header: 'Lần nộp', width: 22, kind: 'code', value: (row) => row.submission },
      { header: 'Mẫu', width: 14, kind: 'word', value: (row) => row.template },
      { header: 'Bộ quy tắc', width: 19, kind: 'text', value: (row) => row.ruleset },
      { header: 'Mã băm SHA-256', width: 30, kind: 'code', value: (row) => row.hash },
    ],
  });
}
