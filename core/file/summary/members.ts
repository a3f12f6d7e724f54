import type { MemberRow, Summary } from '../../merge/summary.ts';
import type { Places } from './places.ts';
import { order, tableSheet, type TableSheet } from './table-sheet.ts';
import { sheetNames } from './words.ts';

/** «Danh sách»: personal data, only for those allowed. */
export function membersSheet(summary: Summary, places: Places): TableSheet {
  return tableSheet<MemberRow>({
    name: sheetNames.members,
    table: 'DanhSach',
    title: 'Danh sách cộng tác viên dư luận xã hội',
    note: 'Có dữ liệu cá nhân: chỉ dùng trong phạm vi được phân công, không sao gửi ra ngoài.',
    empty: 'Chưa có cộng tác viên nào trong danh sách đã nộp.',
    items: summary.members,
    columns: [
      order(),
      { header: 'Tổ chức', width: 38, kind: 'text', value: (row) => row.organisationName },
      { header: 'Họ và tên', width: 26, kind: 'text', total: 'count', value: (row) => row.name },
      { header: 'Chức vụ', width: 26, kind: 'text', value: (row) => row.position },
      { header: 'Đơn vị đại diện', width: 30, kind: 'text', value: (row) => row.unit },
      { header: 'Vai trò', width: 14, kind: 'word', value: (row) => row.role },
      { header: 'Nhiệm kỳ', width: 12, kind: 'word', value: (row) => row.term },
      {
        header: 'Trạng thái',
        width: 15,
        kind: 'word',
        emphasis: [
          { word: activeWords.active, tone: 'good' },
          { word: activeWords.left, tone: 'quiet' },
        ],
        value: (row) => (row.active ? activeWords.active : activeWords.left),
      },
      { header: 'Nguồn', width: 9, kind: 'link', value: (row) => places.source(row.source) },
    ],
  });
}

const activeWords = { active: 'đang tham gia', left: 'đã thôi' } as const;
