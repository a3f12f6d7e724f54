import type { ChangeRow, Summary } from '../../merge/summary.ts';
import { periodLabel } from '../../period.ts';
import type { Content } from '../row-writer.ts';
import { order, tableSheet, type TableSheet } from './table-sheet.ts';
import { sheetNames } from './words.ts';

/** «So với kỳ trước»: each figure then and now. */
export function changesSheet(summary: Summary): TableSheet {
  const before = summary.previousPeriod === null ? null : periodLabel(summary.previousPeriod).vi;
  return tableSheet<ChangeRow>({
    name: sheetNames.changes,
    table: 'SoVoiKyTruoc',
    title: 'So với kỳ trước',
    note: `So sánh ${periodLabel(summary.period).vi} với ${before ?? 'kỳ trước'}.`,
    empty: before === null ? 'Không có số liệu kỳ trước để so sánh.' : `Không có thay đổi so với ${before}.`,
    items: summary.changes,
    columns: [
      order(),
      { header: 'Chỉ tiêu', width: 50, kind: 'text', total: 'count', value: (row) => row.subject.vi },
      { header: 'Tổ chức', width: 42, kind: 'text', value: (row) => row.organisationName },
      { header: 'Kỳ trước', width: 20, kind: 'any', value: (row) => row.before },
      { header: 'Kỳ này', width: 20, kind: 'any', value: (row) => row.after },
      { header: 'Tăng, giảm', width: 14, kind: 'any', value: (row, _index, at) => change(row, at) },
    ],
  });
}

function change({ before, after }: ChangeRow, row: number): Content {
  if (typeof before !== 'number' || typeof after !== 'number') return before === after ? null : 'thay đổi';
  return { formula: `E${row}-D${row}`, result: after - before };
}
