import { describe, expect, it } from 'vitest';
import type { Summary } from '../../../core/merge/summary.ts';
import { checkTies, ReconciliationError } from '../../../core/merge/ties.ts';
import { members, report, roster, stream, year } from '../rules/build.ts';
import { extract, merge } from './build.ts';

const sound = merge([
  extract(
    report({
      proposals: [{ row: 30, text: { sheet: 'S', row: 30, column: 2, value: 'Sớm công bố' }, recipient: null }],
    }),
    'bao-cao',
  ),
  extract(report({ organisation: 'tap-chi', streams: [stream(17, 'A', 'x'), stream(18, 'A', 'y')] }), 'nho'),
  extract(roster({ organisation: 'tap-chi', members: members(2) }), 'danh-sach-nho'),
  extract(roster(), 'danh-sach'),
  extract(year(), 'nam'),
]);

function caught(summary: Summary): ReconciliationError {
  try {
    checkTies(summary);
  } catch (error) {
    if (error instanceof ReconciliationError) return error;
    throw error;
  }
  throw new Error('everything ties');
}

const own = (list: Summary['streams']) => list.filter(({ organisation }) => organisation !== null);
const withheld = (list: Summary['streams']) => list.filter(({ organisation }) => organisation === null);

it('a sound summary ties', () => {
  expect(() => checkTies(sound)).not.toThrow();
});

describe('a summary that lost or gained something does not tie', () => {
  it.each<[string, Partial<Summary>, string[], string]>([
    [
      'a stream',
      { streams: sound.streams.filter((row) => row !== own(sound.streams)[0]) },
      ['bao-cao.xlsx'],
      'streams',
    ],
    ['a whole report’s streams', { streams: withheld(sound.streams) }, ['nho.xlsx', 'bao-cao.xlsx'].sort(), 'streams'],
    [
      'a withheld stream',
      { streams: [...own(sound.streams), ...withheld(sound.streams).slice(1)] },
      ['nho.xlsx'],
      'streams',
    ],
    ['a stream twice', { streams: [...sound.streams, ...own(sound.streams).slice(0, 1)] }, ['bao-cao.xlsx'], 'streams'],
    ['a member', { members: sound.members.slice(0, -1) }, ['danh-sach-nho.xlsx'], 'members'],
    ['a proposal', { proposals: [] }, ['bao-cao.xlsx'], 'proposals'],
    ['a year record', { year: [] }, ['nam.xlsx'], 'year'],
    ['a training', { year: sound.year.map((row) => ({ ...row, trainings: 0 })) }, ['nam.xlsx'], 'year'],
    ['a source', { sources: sound.sources.filter(({ key }) => key !== sound.members[0]?.source) }, [], 'members'],
    [
      'a file of the reconciliation',
      { reconciliation: sound.reconciliation.filter(({ file }) => file !== 'danh-sach.xlsx') },
      ['danh-sach.xlsx'],
      'members',
    ],
    [
      'a reason',
      { reconciliation: sound.reconciliation.map((row) => ({ ...row, merged: 0, excluded: row.sourceRows })) },
      ['bao-cao.xlsx'],
      'streams',
    ],
    [
      'a source row',
      { reconciliation: sound.reconciliation.map((row) => ({ ...row, sourceRows: row.sourceRows + 1 })) },
      ['bao-cao.xlsx'],
      'streams',
    ],
    ['a team’s size', { teams: sound.teams.map((row) => ({ ...row, size: row.size + 1 })) }, [], 'members'],
    ['a submission', { submissions: sound.submissions.slice(1) }, [], 'organisations'],
  ])('%s', (_name, tampered, files, table) => {
    const error = caught({ ...sound, ...tampered });
    expect([[...error.files].sort(), error.table]).toEqual([files, table]);
  });

  it.each(Object.keys(sound.figures).filter((key) => key !== 'capacity' && key !== 'filesRefused'))(
    'the figure %s',
    (figure) => {
      const error = caught({ ...sound, figures: { ...sound.figures, [figure]: 999 } });
      expect(error.table).toBe(figure);
    },
  );

  it('says where in both languages', () => {
    const { reason, message } = caught({ ...sound, members: sound.members.slice(0, -1) });
    expect(reason).toEqual({
      vi: 'Đối soát không khớp: tệp «danh-sach-nho.xlsx», bảng «Danh sách»: dòng phải có 2, dòng thực có 1.',
      en: 'Reconciliation failed: file «danh-sach-nho.xlsx», table «Danh sách»: rows expected 2, rows found 1.',
    });
    expect(message).toBe(reason.en);
  });
});
