import type { StreamRow, Summary } from '../../merge/summary.ts';
import { issueKeys } from '../../issue.ts';
import type { Places } from './places.ts';
import { order, tableSheet, type TableSheet } from './table-sheet.ts';
import { noAttitude, noField, noLabel, sheetNames } from './words.ts';

/** «Nội dung»: field → issue → stream of opinion. */
export function streamsSheet(summary: Summary, places: Places): TableSheet {
  const numbers = issueNumbers(summary.streams);
  return tableSheet<StreamRow>({
    name: sheetNames.streams,
    table: 'NoiDung',
    title: 'Nội dung dư luận xã hội',
    note: 'Xếp theo lĩnh vực, vấn đề, luồng ý kiến. Tổ chức có ít cộng tác viên không được nêu tên bên cạnh ý kiến.',
    empty: 'Kỳ này không có luồng ý kiến nào.',
    items: summary.streams,
    columns: [
      order(),
      { header: 'Lĩnh vực', width: 24, kind: 'text', value: (row) => fieldOf(row) },
      { header: 'Vấn đề số', width: 8, kind: 'integer', value: (_row, index) => numbers[index] ?? null },
      { header: 'Vấn đề', width: 36, kind: 'text', value: (row) => row.issue },
      { header: 'Luồng ý kiến', width: 62, kind: 'text', total: 'count', value: (row) => row.text },
      { header: 'Mức độ phổ biến', width: 15, kind: 'word', value: (row) => row.breadth },
      { header: 'Khuynh hướng', width: 15, kind: 'word', value: (row) => attitudeOf(row) },
      { header: 'Tổ chức', width: 30, kind: 'text', value: (row) => row.organisationName ?? noLabel },
      { header: 'Nguồn', width: 9, kind: 'link', value: (row) => places.source(row.source) },
    ],
  });
}

export function fieldOf(row: StreamRow): string {
  return row.field.trim() === '' ? noField : row.field;
}

export function attitudeOf(row: StreamRow): string {
  return row.attitude === null || row.attitude.trim() === '' ? noAttitude : row.attitude;
}

/** Numbers the issues in row order, compared as the merge compares them; a stream without an issue has none. */
export function issueNumbers(streams: readonly StreamRow[]): readonly (number | null)[] {
  const numbers = new Map<string, number>();
  const keyOf = issueKeys();
  return streams.map(({ field, issue }) => {
    if (issue === '') return null;
    const key = keyOf(field, issue);
    const number = numbers.get(key) ?? numbers.size + 1;
    numbers.set(key, number);
    return number;
  });
}
