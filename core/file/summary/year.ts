import type { Summary, YearRow } from '../../merge/summary.ts';
import type { Places } from './places.ts';
import { order, tableSheet, type TableSheet } from './table-sheet.ts';
import { sheetNames } from './words.ts';

/** «Công tác năm»: plans, training, inspections and reviews. */
export function yearSheet(summary: Summary, places: Places): TableSheet {
  return tableSheet<YearRow>({
    name: sheetNames.year,
    table: 'CongTacNam',
    title: 'Công tác dư luận xã hội trong năm',
    note: 'Mỗi dòng là bản ghi công tác năm của một tổ chức.',
    empty: 'Không có bản ghi công tác năm nào trong kỳ này.',
    items: summary.year,
    columns: [
      order(),
      { header: 'Tổ chức', width: 40, kind: 'text', total: 'count', value: (row) => row.organisationName },
      { header: 'Năm', width: 8, kind: 'word', value: (row) => row.year },
      { header: 'Kế hoạch', width: 30, kind: 'text', value: (row) => row.plan },
      { header: 'Lớp tập huấn', width: 10, kind: 'integer', total: 'sum', value: (row) => row.trainings },
      { header: 'Lượt người dự', width: 10, kind: 'integer', total: 'sum', value: (row) => row.attendees },
      { header: 'Cuộc kiểm tra', width: 10, kind: 'integer', total: 'sum', value: (row) => row.inspections },
      { header: 'Tổng kết', width: 30, kind: 'text', value: (row) => row.review },
      { header: 'Nhiệm vụ, giải pháp', width: 11, kind: 'integer', total: 'sum', value: (row) => row.tasks },
      { header: 'Khen thưởng', width: 11, kind: 'integer', total: 'sum', value: (row) => row.commendations },
      { header: 'Khảo sát', width: 9, kind: 'integer', total: 'sum', value: (row) => row.surveys },
      { header: 'Giao ban', width: 9, kind: 'integer', total: 'sum', value: (row) => row.briefings },
      { header: 'Nguồn', width: 9, kind: 'link', value: (row) => places.source(row.source) },
    ],
  });
}
