/** «Điểm cần chú ý»: each line says in a word how things stand, then in a sentence why. */
import type { Summary } from '../../merge/summary.ts';
import type { Formula } from '../row-writer.ts';
import { cellText } from '../cell-text.ts';
import { choose, figurePart, words, type FigureCells } from './figure-cells.ts';
import type { FigureId } from './figures.ts';
import type { Tone } from './look.ts';
import { statusLabels } from '../../submission.ts';
import { difference } from './tiles.ts';
import { sheetNames, tieWords } from './words.ts';

export interface AttentionLine {
  readonly word: Formula | string;
  /** The words that may stand there, each with its colour. */
  readonly words: readonly (readonly [string, Tone])[];
  readonly text: Formula | string;
  readonly sheet: string;
}

const mostNames = 3;

export function attentionLines(summary: Summary, cells: FigureCells): readonly AttentionLine[] {
  const { cell, value, say } = cells;
  const part = (id: FigureId): Formula => figurePart(cells, id);
  const verdict = (
    test: string,
    holds: boolean,
    yes: [string, Tone],
    no: [string, Tone],
  ): Pick<AttentionLine, 'word' | 'words'> => ({
    word: choose(test, holds, words(yes[0]), words(no[0])),
    words: [yes, no],
  });
  const over = value('people') > value('capacity');
  const refused = summary.figures.filesRefused;
  return [
    {
      ...verdict(`${cell('missing')}=0`, value('missing') === 0, ['đã nộp đủ', 'good'], ['cần đôn đốc', 'bad']),
      text: say(
        part('missing'),
        ' tổ chức chưa nộp, ',
        part('late'),
        ' tổ chức nộp muộn, ',
        part('inGrace'),
        ' tổ chức nộp trong thời gian gia hạn chung.',
      ),
      sheet: sheetNames.submissions,
    },
    { word: 'chưa nộp', words: [], text: missingNames(summary), sheet: sheetNames.submissions },
    summary.figures.capacity === null
      ? {
          word: 'không quy định',
          words: [['không quy định', 'quiet']],
          text: say(
            part('people'),
            ' người trong ',
            part('teams'),
            ' đội ngũ và ',
            part('groups'),
            ' nhóm kiêm nhiệm; không có quy định về số lượng.',
          ),
          sheet: sheetNames.teams,
        }
      : {
          ...verdict(
            `${cell('people')}>${cell('capacity')}`,
            over,
            ['vượt quy định', 'caution'],
            ['trong quy định', 'good'],
          ),
          text: say(
            part('people'),
            ' người trong ',
            part('teams'),
            ' đội ngũ, ',
            part('groups'),
            ' nhóm kiêm nhiệm; quy định tối đa ',
            part('capacity'),
            ' người',
            choose(`${cell('people')}>${cell('capacity')}`, over, say(': vượt ', difference(cells), '.'), words('.')),
          ),
          sheet: sheetNames.teams,
        },
    {
      ...verdict(
        `${cell('over')}+${cell('under')}=0`,
        value('over') + value('under') === 0,
        ['đạt', 'good'],
        ['cần kiện toàn', 'caution'],
      ),
      text: say(part('over'), ' tổ chức vượt số lượng tối đa, ', part('under'), ' tổ chức thiếu so với tối thiểu.'),
      sheet: sheetNames.teams,
    },
    {
      ...verdict(`${cell('errors')}=0`, value('errors') === 0, ['không có lỗi', 'good'], ['còn lỗi', 'bad']),
      text: say(
        part('errors'),
        ' lỗi và ',
        part('warnings'),
        ' cảnh báo còn mở; ',
        part('acknowledged'),
        ' phát hiện đã được ghi nhận.',
      ),
      sheet: sheetNames.findings,
    },
    {
      ...verdict(
        `${cell('differences')}=0`,
        value('differences') === 0,
        [tieWords.ties, 'good'],
        [tieWords.differs, 'bad'],
      ),
      text: say(
        part('sourceRows'),
        ' dòng nguồn, ',
        part('mergedRows'),
        ' dòng đã tổng hợp, ',
        part('excludedRows'),
        ' dòng loại trừ có lý do',
        refused > 0 ? `; ${refused} tệp không đọc được.` : '.',
      ),
      sheet: sheetNames.reconciliation,
    },
  ];
}

/** A committee whose report was turned down or withdrawn still owes one, but is not to be told that it sent nothing. */
function missingNames(summary: Summary): string {
  const names = summary.submissions
    .filter((row) => row.timeliness === 'missing')
    .map(({ name, status }) => (status === 'missing' ? name : `${name} (${statusLabels[status].vi})`));
  if (names.length === 0) return 'Không có tổ chức nào.';
  const more = names.length - mostNames;
  return cellText(names.slice(0, mostNames).join('; ') + (more > 0 ? ` và ${more} tổ chức khác` : '') + '.');
}
