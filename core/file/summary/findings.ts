import type { FindingRow, Summary } from '../../merge/summary.ts';
import { order, tableSheet, type TableSheet } from './table-sheet.ts';
import { findingWords, severityWords, sheetNames } from './words.ts';

/** «Phát hiện»: what the rules found, open or acknowledged. */
export function findingsSheet(summary: Summary): TableSheet {
  return tableSheet<FindingRow>({
    name: sheetNames.findings,
    table: 'PhatHien',
    title: 'Phát hiện khi kiểm tra',
    note: 'Mỗi dòng nêu điều phát hiện, vị trí trong tệp đã nộp, cách xử lý và điều khoản căn cứ.',
    empty: 'Không có phát hiện nào.',
    items: summary.findings,
    columns: [
      order(),
      {
        header: 'Mức độ',
        width: 11,
        kind: 'word',
        emphasis: [
          { word: severityWords.error, tone: 'bad' },
          { word: severityWords.warning, tone: 'caution' },
          { word: severityWords.info, tone: 'quiet' },
        ],
        value: (row) => severityWords[row.finding.severity],
      },
      { header: 'Tổ chức', width: 30, kind: 'text', value: (row) => row.organisationName },
      { header: 'Nội dung phát hiện', width: 52, kind: 'text', total: 'count', value: (row) => row.finding.message.vi },
      { header: 'Cách xử lý', width: 40, kind: 'text', value: (row) => row.finding.remedy.vi },
      { header: 'Căn cứ', width: 26, kind: 'text', value: citesText },
      { header: 'Tệp', width: 28, kind: 'text', value: (row) => row.file },
      { header: 'Trang tính', width: 16, kind: 'text', value: (row) => row.finding.sheet },
      { header: 'Ô', width: 7, kind: 'word', value: (row) => row.finding.cell },
      { header: 'Quy tắc', width: 20, kind: 'text', value: (row) => row.finding.rule },
      {
        header: 'Trạng thái',
        width: 12,
        kind: 'word',
        emphasis: [
          { word: findingWords.open, tone: 'caution' },
          { word: findingWords.acknowledged, tone: 'quiet' },
        ],
        value: (row) => (row.acknowledged === null ? findingWords.open : findingWords.acknowledged),
      },
      { header: 'Lý do ghi nhận', width: 26, kind: 'text', value: acknowledgementText },
    ],
  });
}

function citesText({ finding }: FindingRow): string | null {
  const cites = new Set(
    finding.cites.map(({ document, clause }) => (clause === '' ? document : `${document}, ${clause}`)),
  );
  return cites.size === 0 ? null : [...cites].join('; ');
}

function acknowledgementText({ acknowledged }: FindingRow): string | null {
  if (acknowledged === null) return null;
  return acknowledged.by === '' ? acknowledged.reason : `${acknowledged.reason} (${acknowledged.by})`;
}
