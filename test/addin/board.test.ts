/** The board as filtered and counted, and the tracing of rows. */
import { describe, expect, it } from 'vitest';
import type { Board, BoardRow } from '../../core/api.ts';
import { drillRows, fedBy, isNamed, searchRows } from '../../addin/merge/drill.ts';
import type { ShownSummary } from '../../addin/merge/server.ts';
import { filterBoard, noFilter, receiptsByDay, sharesOf } from '../../addin/track/board.ts';

function row(part: Partial<BoardRow>): BoardRow {
  return {
    organisation: 'ttxvn',
    name: 'Đảng ủy Thông tấn xã Việt Nam',
    level: 'upper',
    status: 'accepted',
    timeliness: 'onTime',
    firstReceived: null,
    firstAcceptable: null,
    currentReceived: null,
    current: null,
    versions: 0,
    errors: 0,
    warnings: 0,
    deadline: '2023-11-25T16:59:59.000Z',
    extension: null,
    roster: 'missing',
    ...part,
  };
}

const rows = [
  row({ organisation: 'a', firstReceived: '2023-11-20T01:00:00.000Z' }),
  // 00:30 on the 26th of the office's clock.
  row({
    organisation: 'b',
    name: 'Đảng ủy Bộ Tư pháp',
    timeliness: 'late',
    errors: 2,
    status: 'rejected',
    firstReceived: '2023-11-25T17:30:00.000Z',
  }),
  row({ organisation: 'c', name: 'Đảng ủy Báo Nhân Dân', timeliness: 'missing', status: 'missing' }),
  row({
    organisation: 'd',
    name: 'Đảng ủy Văn phòng Quốc hội',
    firstReceived: '2023-12-02T00:00:00.000Z',
    timeliness: 'late',
  }),
  row({ organisation: 'e', name: 'Đảng ủy Ban Dân vận', firstReceived: '2023-10-30T00:00:00.000Z' }),
];

describe('the board', () => {
  it.each<[string, Partial<typeof noFilter>, string[]]>([
    ['everything', {}, ['a', 'b', 'c', 'd', 'e']],
    ['a name without accents', { text: 'TU PHAP' }, ['b']],
    ['words in any order', { text: 'dân nhân' }, ['c']],
    ['timeliness', { timeliness: 'late' }, ['b', 'd']],
    ['status', { status: 'missing' }, ['c']],
    ['open errors', { openOnly: true }, ['b']],
    ['all at once', { openOnly: true, timeliness: 'onTime' }, []],
  ])('filters by %s', (_, filter, expected) => {
    expect(filterBoard(rows, { ...noFilter, ...filter }).map(({ organisation }) => organisation)).toEqual(expected);
  });

  it('counts every committee once', () => {
    expect(sharesOf(rows)).toEqual([
      { timeliness: 'onTime', count: 2 },
      { timeliness: 'late', count: 2 },
      { timeliness: 'missing', count: 1 },
    ]);
  });

  it('counts first receipts by the day of the office’s clock', () => {
    const board: Board = {
      period: '2023-11',
      asOf: '2023-12-03T00:00:00.000Z',
      deadline: '2023-11-25T16:59:59.000Z',
      graceUntil: '2023-11-28T16:59:59.000Z',
      rows,
      figures: { organisations: 5, submitted: 4, onTime: 2, inGrace: 0, late: 2, missing: 1 },
      requests: [],
    };
    const days = receiptsByDay(board, 420);
    expect(days).toHaveLength(31);
    expect(days.filter(({ count }) => count > 0)).toEqual([
      { day: 1, count: 1 },
      { day: 20, count: 1 },
      { day: 26, count: 1 },
      { day: null, count: 1 },
    ]);
  });
});

describe('tracing', () => {
  const source = (key: string, submission: string, sheet = 'Báo cáo') => ({
    key,
    organisation: 'ttxvn',
    organisationName: 'Đảng ủy Thông tấn xã Việt Nam',
    submission,
    file: 'bc.xlsx',
    version: 1,
    sheet,
    cell: 'D17',
  });
  const named = { organisation: 'ttxvn', organisationName: 'Đảng ủy Thông tấn xã Việt Nam' };
  const summary: ShownSummary = {
    period: '2023-11',
    contentHash: '',
    figures: {
      organisations: 1,
      submitted: 1,
      nilReports: 0,
      streams: 2,
      issues: 1,
      proposals: 1,
      people: 0,
      teams: 0,
      groups: 0,
      errors: 0,
    },
    streams: [
      { ...named, field: 'Kinh tế', issue: 'Tiền lương', text: 'Đồng tình với cải cách', source: 'S1' },
      {
        organisation: null,
        organisationName: null,
        field: 'Kinh tế',
        issue: 'Tiền lương',
        text: 'Còn băn khoăn',
        source: 'S2',
      },
    ],
    proposals: [{ ...named, text: 'Sớm công bố lộ trình', source: 'S3' }],
    teams: [],
    year: [],
    sources: [source('S1', 'x'), source('S2', 'trace', ''), source('S3', 'x')],
  };
  const all = drillRows(summary);

  it('finds rows by words, in one table', () => {
    expect(searchRows(all, 'streams', 'dong tinh').map(({ source: from }) => from?.key)).toEqual(['S1']);
    expect(searchRows(all, 'proposals', '').map(({ source: from }) => from?.key)).toEqual(['S3']);
    expect(searchRows(all, 'teams', '')).toEqual([]);
  });

  it('goes from a submission to all rows it fed, and names nobody it must not', () => {
    expect(fedBy(all, 'x').map(({ table }) => table)).toEqual(['streams', 'proposals']);
    expect(summary.sources.map(isNamed)).toEqual([true, false, true]);
  });
});
