import type { ProposalRow, Summary } from '../../merge/summary.ts';
import type { Places } from './places.ts';
import { order, tableSheet, type TableSheet } from './table-sheet.ts';
import { proposalWords, sheetNames } from './words.ts';

/** «Kiến nghị»: what is asked of whom, and whether it was answered. */
export function proposalsSheet(summary: Summary, places: Places): TableSheet {
  return tableSheet<ProposalRow>({
    name: sheetNames.proposals,
    table: 'KienNghi',
    title: 'Đề xuất, kiến nghị',
    note: 'Trạng thái cho biết kiến nghị đã được tiếp nhận, chuyển đi hay đã có trả lời.',
    empty: 'Kỳ này không có đề xuất, kiến nghị nào.',
    items: summary.proposals,
    columns: [
      order(),
      { header: 'Tổ chức', width: 36, kind: 'text', value: (row) => row.organisationName },
      { header: 'Nội dung kiến nghị', width: 80, kind: 'text', total: 'count', value: (row) => row.text },
      { header: 'Nơi nhận', width: 34, kind: 'text', value: (row) => row.recipient },
      {
        header: 'Trạng thái',
        width: 15,
        kind: 'word',
        emphasis: [
          { word: proposalWords.received, tone: 'caution' },
          { word: proposalWords.forwarded, tone: 'quiet' },
          { word: proposalWords.answered, tone: 'good' },
        ],
        value: (row) => proposalWords[row.status],
      },
      { header: 'Nguồn', width: 9, kind: 'link', value: (row) => places.source(row.source) },
    ],
  });
}
