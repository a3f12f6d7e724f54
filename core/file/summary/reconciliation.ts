import type { ReconciliationRow, Summary } from '../../merge/summary.ts';
import { order, tableSheet, type TableSheet } from './table-sheet.ts';
import { sheetNames, tableWords, tieWords } from './words.ts';

/** «Đối soát»: source rows = merged + excluded, each exclusion with its reason. */
export function reconciliationSheet(summary: Summary): TableSheet {
  return tableSheet<ReconciliationRow>({
    name: sheetNames.reconciliation,
    table: 'DoiSoat',
    title: 'Đối soát nguồn và bản tổng hợp',
    note: 'Dòng nguồn = đã tổng hợp + loại trừ. Mọi dòng bị loại trừ đều có lý do.',
    empty: 'Không có tệp nào để đối soát.',
    items: summary.reconciliation,
    columns: [
      order(),
      { header: 'Tổ chức', width: 38, kind: 'text', value: (row) => row.organisationName },
      { header: 'Tệp', width: 34, kind: 'text', total: 'count', value: (row) => row.file },
      { header: 'Bảng', width: 15, kind: 'word', value: (row) => tableWords[row.table] },
      { header: 'Dòng nguồn', width: 11, kind: 'integer', total: 'sum', value: (row) => row.sourceRows },
      { header: 'Đã tổng hợp', width: 11, kind: 'integer', total: 'sum', value: (row) => row.merged },
      { header: 'Loại trừ', width: 10, kind: 'integer', total: 'sum', value: (row) => row.excluded },
      {
        header: 'Chênh lệch',
        width: 11,
        kind: 'integer',
        total: 'sum',
        value: (row, _index, at) => ({ formula: `E${at}-F${at}-G${at}`, result: difference(row) }),
      },
      {
        header: 'Kết quả',
        width: 10,
        kind: 'word',
        emphasis: [
          { word: tieWords.ties, tone: 'good' },
          { word: tieWords.differs, tone: 'bad', row: true },
        ],
        value: (row, _index, at) => ({
          formula: `IF(H${at}=0,"${tieWords.ties}","${tieWords.differs}")`,
          result: difference(row) === 0 ? tieWords.ties : tieWords.differs,
        }),
      },
      { header: 'Lý do loại trừ', width: 50, kind: 'text', value: (row) => row.reason?.vi ?? null },
    ],
  });
}

/** Source rows that are neither merged nor excluded. */
function difference(row: ReconciliationRow): number {
  return row.sourceRows - row.merged - row.excluded;
}
