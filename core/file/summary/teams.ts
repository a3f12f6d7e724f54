import type { Summary, TeamRow } from '../../merge/summary.ts';
import type { Formula } from '../row-writer.ts';
import { dayContent } from './dates.ts';
import type { Places } from './places.ts';
import { order, tableSheet, type TableSheet } from './table-sheet.ts';
import { levelWord, sheetNames, sizeWords, teamKindWord, teamKindWords } from './words.ts';

/** «Đội ngũ»: sizes against the limits in force. */
export function teamsSheet(summary: Summary, places: Places): TableSheet {
  return tableSheet<TeamRow>({
    name: sheetNames.teams,
    table: 'DoiNgu',
    title: 'Đội ngũ cộng tác viên dư luận xã hội',
    note: 'Số người đối chiếu với số lượng tối thiểu, tối đa theo quy định đang có hiệu lực của từng cấp.',
    empty: 'Chưa có danh sách cộng tác viên nào trong kỳ này.',
    items: summary.teams,
    columns: [
      order(),
      { header: 'Tổ chức', width: 40, kind: 'text', total: 'count', value: (row) => row.name },
      { header: 'Cấp', width: 11, kind: 'word', value: (row) => levelWord(row.level) },
      {
        header: 'Hình thức',
        width: 17,
        kind: 'word',
        emphasis: [{ word: teamKindWords.none, tone: 'bad' }],
        value: teamKindWord,
      },
      { header: 'Số người', width: 9, kind: 'integer', total: 'sum', value: (row) => row.size },
      { header: 'Tối thiểu', width: 9, kind: 'integer', value: (row) => row.minimum },
      { header: 'Tối đa', width: 9, kind: 'integer', value: (row) => row.maximum },
      {
        header: 'Đánh giá',
        width: 14,
        kind: 'word',
        emphasis: [
          { word: sizeWords.over, tone: 'caution', starts: true },
          { word: sizeWords.under, tone: 'bad', starts: true },
          { word: sizeWords.within, tone: 'good' },
          { word: sizeWords.unlimited, tone: 'quiet' },
        ],
        value: (row, _index, at) => verdict(row, at),
      },
      { header: 'Quyết định thành lập', width: 38, kind: 'text', value: (row) => row.decision },
      { header: 'Quy chế hoạt động', width: 34, kind: 'text', value: (row) => row.regulation },
      { header: 'Rà soát gần nhất', width: 12, kind: 'day', value: (row) => dayContent(row.reviewedOn) },
      { header: 'Tăng', width: 8, kind: 'integer', total: 'sum', value: (row) => row.joined },
      { header: 'Giảm', width: 8, kind: 'integer', total: 'sum', value: (row) => row.left },
      { header: 'Nguồn', width: 9, kind: 'link', value: (row) => places.source(row.source) },
    ],
  });
}

/** «vượt 2», «thiếu 3», «đạt»: E holds the size, F and G the limits. */
function verdict(team: TeamRow, row: number): Formula {
  return {
    formula:
      `IF(AND(G${row}<>"",E${row}>G${row}),"${sizeWords.over} "&(E${row}-G${row}),` +
      `IF(AND(F${row}<>"",E${row}<F${row}),"${sizeWords.under} "&(F${row}-E${row}),` +
      `IF(AND(F${row}="",G${row}=""),"${sizeWords.unlimited}","${sizeWords.within}")))`,
    result: verdictText(team),
  };
}

/** The verdict on a team's size. */
export function verdictText({ size, minimum, maximum }: TeamRow): string {
  if (maximum !== null && size > maximum) return `${sizeWords.over} ${size - maximum}`;
  if (minimum !== null && size < minimum) return `${sizeWords.under} ${minimum - size}`;
  return minimum === null && maximum === null ? sizeWords.unlimited : sizeWords.within;
}
