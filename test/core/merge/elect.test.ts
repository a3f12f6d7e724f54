import { describe, expect, it } from 'vitest';
import type { Extract } from '../../../core/submission.ts';
import { at, member, members, report, roster, stream, year } from '../rules/build.ts';
import { extract, finding, merge, reconciled, submission } from './build.ts';

const early = '2023-11-20T08:00:00+07:00';
const later = '2023-11-22T08:00:00+07:00';
const error = [finding('error')];

/** A November report of TTXVN with one stream whose text is its name. */
function version(name: string, overrides: Partial<Extract> = {}): Extract {
  return extract(report({ streams: [stream(17, 'Nhà ở', name)], proposals: [] }), name, overrides);
}

describe('the current version', () => {
  it.each<[string, Extract[], string | null]>([
    ['the only one', [version('a')], 'a'],
    ['the latest received', [version('a', { receivedAt: later }), version('b', { receivedAt: early })], 'a'],
    [
      'the same instants in other offsets are compared as instants',
      [version('a', { receivedAt: '2023-11-22T02:00:00Z' }), version('b', { receivedAt: '2023-11-22T08:59:59+07:00' })],
      'a',
    ],
    [
      'received at one time: the higher version',
      [version('a', { receivedAt: early, version: 10 }), version('b', { receivedAt: early, version: 9 })],
      'a',
    ],
    ['no times: the higher version', [version('a', { version: 2 }), version('b', { version: 1 })], 'a'],
    [
      'a failing resubmission does not displace the accepted one',
      [version('a', { receivedAt: early }), version('b', { receivedAt: later, findings: error })],
      'a',
    ],
    [
      'warnings do not keep it out',
      [version('a', { receivedAt: early }), version('b', { receivedAt: later, findings: [finding('warning')] })],
      'b',
    ],
    [
      'coming late does not keep it out',
      [version('a', { findings: [finding('error', 'late', 'report-deadline')] })],
      'a',
    ],
    ['none acceptable', [version('a', { findings: error })], null],
  ])('%s', (_name, extracts, elected) => {
    const summary = merge(extracts);
    expect(summary.streams.map(({ text }) => text)).toEqual(elected === null ? [] : [elected]);
    expect(merge([...extracts].reverse()).contentHash).toBe(summary.contentHash);
  });

  it('shows the latest rejected one with its findings and leaves its rows out', () => {
    const summary = merge([
      version('a', { receivedAt: early, findings: error }),
      version('b', { receivedAt: later, findings: [...error, finding('error', 'second')] }),
    ]);
    expect(submission(summary)).toMatchObject({
      status: 'rejected',
      timeliness: 'missing',
      firstReceived: early,
      firstAcceptable: null,
      currentReceived: later,
      versions: 2,
      errors: 2,
    });
    expect(summary.figures).toMatchObject({ submitted: 0, missing: 5, streams: 0, errors: 2 });
    expect(summary.findings.map(({ file }) => file)).toEqual(['b.xlsx', 'b.xlsx']);
    expect(reconciled(summary)).toEqual([
      'a.xlsx streams 1=0+1 không đạt: còn 1 lỗi chưa xử lý',
      'a.xlsx proposals 0=0+0 không đạt: còn 1 lỗi chưa xử lý',
      'b.xlsx streams 1=0+1 không đạt: còn 2 lỗi chưa xử lý',
      'b.xlsx proposals 0=0+0 không đạt: còn 2 lỗi chưa xử lý',
    ]);
  });

  it.each([
    ['an open one', null, 'accepted'],
    ['on its last day', '2023-11-30', 'accepted'],
    ['the day after', '2023-11-29', 'rejected'],
  ])('an acknowledgement lets an error through: %s', (_name, expires, status) => {
    const acknowledgements = [{ finding: 'error', reason: 'đã kiểm tra', by: 'Ban Tuyên giáo', expires }];
    const summary = merge([version('a', { findings: error })], { acknowledgements });
    expect(submission(summary).status).toBe(status);
    expect(summary.figures).toMatchObject(
      status === 'accepted' ? { errors: 0, acknowledged: 1 } : { errors: 1, acknowledged: 0 },
    );
  });

  it.each(['classification-mark', 'personal-identifier', 'refused-column'])(
    'no acknowledgement lets %s through: the text itself must go',
    (rule) => {
      const acknowledgements = [{ finding: 'error', reason: 'không sao', by: 'Ai đó', expires: null }];
      const kept = merge([version('a', { findings: [finding('error', 'error', rule)] })], { acknowledgements });
      expect(submission(kept).status).toBe('rejected');
    },
  );

  it('a day in Hà Nội ends before it does in UTC', () => {
    const acknowledgements = [{ finding: 'error', reason: 'đã kiểm tra', by: 'Ban Tuyên giáo', expires: '2023-11-30' }];
    const status = (asOf: string) =>
      submission(merge([version('a', { findings: error })], { acknowledgements, asOf })).status;
    expect(status('2023-11-30T16:59:59Z')).toBe('accepted');
    expect(status('2023-11-30T17:00:00Z')).toBe('rejected');
  });
});

describe('several files of one place', () => {
  it('says what replaced what', () => {
    const summary = merge([version('a', { version: 1 }), version('b', { version: 2 })]);
    expect(reconciled(summary)[0]).toBe('a.xlsx streams 1=0+1 đã thay thế bằng tệp «b.xlsx»');
    expect(summary.findings).toEqual([]);
  });

  it('reports two different acceptable files that nothing orders, and which was used', () => {
    const summary = merge([version('b'), version('a')]);
    expect(summary.streams.map(({ text }) => text)).toEqual(['b']);
    expect(
      summary.findings.map(({ organisation, finding: { rule, severity, message } }) => [
        organisation,
        rule,
        severity,
        message.vi,
      ]),
    ).toEqual([
      [
        'ttxvn',
        'totals-tie',
        'error',
        'Hai tệp khác nhau «b.xlsx» và «a.xlsx» cùng là bản của một tổ chức, một kỳ, không rõ bản nào nộp sau; đã dùng «b.xlsx» (mã hash-b), chưa dùng «a.xlsx» (mã hash-a).',
      ],
    ]);
    expect(submission(summary).status).toBe('accepted');
  });

  it('has nothing to order where only one is acceptable', () => {
    const summary = merge([version('a'), version('b', { findings: error })]);
    expect(summary.streams.map(({ text }) => text)).toEqual(['a']);
    expect(summary.findings).toEqual([]);
  });

  it('counts identical bytes once, with the time of the first receipt', () => {
    const copy = version('a', { id: 'id-copy', file: 'copy.xlsx', receivedAt: later });
    const summary = merge([copy, version('a', { receivedAt: early })]);
    expect(submission(summary)).toMatchObject({ versions: 1, currentReceived: early, status: 'accepted' });
    expect(summary.findings.map(({ finding: one }) => [one.severity, one.message.vi])).toEqual([
      ['info', 'Tệp «copy.xlsx» trùng hoàn toàn nội dung với «a.xlsx»; chỉ tính một lần nộp.'],
    ]);
    expect(reconciled(summary)).toContain('copy.xlsx streams 1=0+1 nội dung trùng hoàn toàn với tệp «a.xlsx»');
  });

  it('re-elects the version before when one is excluded, and forgets the excluded one’s findings', () => {
    const extracts = [
      version('a', { receivedAt: early }),
      version('b', { receivedAt: later, findings: [finding('warning')] }),
    ];
    const summary = merge(extracts, { exclusions: [{ id: 'id-b', reason: 'gửi nhầm' }] });
    expect(summary.streams.map(({ text }) => text)).toEqual(['a']);
    expect(summary.findings).toEqual([]);
    expect(submission(summary)).toMatchObject({ versions: 1, status: 'accepted' });
    expect(reconciled(summary)).toContain('b.xlsx streams 1=0+1 loại theo quyết định: gửi nhầm');
  });

  it('excludes the content when any of its copies is excluded', () => {
    const copy = version('a', { id: 'id-copy', file: 'copy.xlsx' });
    const summary = merge([version('a'), copy], { exclusions: [{ id: 'id-copy', reason: 'gửi nhầm' }] });
    expect(summary.streams).toEqual([]);
    expect(submission(summary).status).toBe('withdrawn');
  });

  it('keeps ad-hoc reports beside the monthly one, one per number', () => {
    const adHoc = (name: string, number: string, overrides: Partial<Extract> = {}): Extract =>
      extract(
        report({
          type: at('B9', 'adHoc'),
          number: at('B7', number),
          streams: [stream(17, 'Bão lũ', name)],
        }),
        name,
        overrides,
      );
    const summary = merge([
      version('a'),
      adHoc('b', '60-BC/ĐU', { version: 1 }),
      adHoc('c', '60-BC/ĐU', { version: 2 }),
      adHoc('d', '61-BC/ĐU', { version: 1 }),
    ]);
    expect(summary.streams.map(({ text }) => text)).toEqual(['c', 'd', 'a']);
    expect(submission(summary).versions).toBe(1);
  });
});

describe('what does not belong to the period', () => {
  it.each<[string, Extract, string]>([
    ['last month', extract(report({ period: at('A5', '2023-10') }), 'x'), 'kỳ khác: tháng 10/2023'],
    ['next month', extract(report({ period: at('A5', '2023-12') }), 'x'), 'kỳ khác: tháng 12/2023'],
    ['no period', extract(report({ period: null }), 'x'), 'không xác định được kỳ báo cáo'],
    ['another year', extract(year({ year: at('B5', 2022) }), 'x'), 'kỳ khác: năm 2022'],
    [
      'nobody knows the organisation',
      extract(report({ organisation: null }), 'x'),
      'không xác định được tổ chức trong sổ đăng ký của hồ sơ',
    ],
    [
      'an id that is not in the register',
      extract(report({ organisation: 'xa-la' }), 'x'),
      'không xác định được tổ chức trong sổ đăng ký của hồ sơ',
    ],
    [
      'an organisation that ended',
      extract(report({ organisation: 'cu' }), 'x'),
      'tổ chức không hoạt động trong kỳ tổng hợp',
    ],
    [
      'a report of the Bloc itself',
      extract(report({ organisation: 'khoi' }), 'x'),
      'báo cáo của chính Khối, không phải của tổ chức trực thuộc',
    ],
  ])('%s', (_name, one, reason) => {
    const summary = merge([one]);
    expect(summary.reconciliation.map((row) => [row.merged, row.reason?.vi])).toContainEqual([0, reason]);
    expect(summary.figures).toMatchObject({ submitted: 0, streams: 0, proposals: 0 });
    expect(summary.year).toEqual([]);
  });

  it('tells the findings of a workbook nobody can be asked about', () => {
    const findings = [finding('error', 'e', 'known-sender')];
    const summary = merge([extract(report({ organisation: null }), 'x', { findings })]);
    expect(summary.findings.map(({ file, finding: { rule } }) => [file, rule])).toEqual([['x.xlsx', 'known-sender']]);
  });
});

describe('rosters', () => {
  const names = (count: number) => roster({ members: members(count) });
  it.each<[string, (string | null)[], number, number]>([
    ['the latest on or before the period’s end', ['2023-10-01T00:00:00+07:00', '2023-11-30T23:59:59+07:00'], 1, 0],
    ['not one received after it', ['2023-10-01T00:00:00+07:00', '2023-12-01T00:00:00+07:00'], 0, 0],
    ['one of unknown time', [null], 0, 0],
    ['a later one when there is none before, which is said', ['2023-12-01T00:00:00+07:00'], 0, 1],
  ])('%s', (_name, times, elected, notes) => {
    const summary = merge(times.map((receivedAt, index) => extract(names(15 + index), `r${index}`, { receivedAt })));
    expect(summary.teams.map(({ size }) => size)).toEqual([15 + elected]);
    expect(summary.findings.map(({ finding: one }) => one.severity)).toEqual(Array(notes).fill('info'));
  });

  it('counts active members, lists all', () => {
    const left = roster({ members: [...members(15), member(15, { active: false })] });
    const summary = merge([extract(left, 'r')]);
    expect(summary.teams[0]).toMatchObject({ size: 15, minimum: 15, maximum: 20 });
    expect(summary.members).toHaveLength(16);
    expect(summary.figures.people).toBe(15);
  });
});

describe('year records', () => {
  it('merges those of the period’s year', () => {
    const summary = merge([extract(year(), 'y')]);
    expect(summary.year).toEqual([
      {
        organisation: 'ttxvn',
        organisationName: 'Đảng ủy Thông tấn xã Việt Nam',
        year: '2023',
        plan: '12-KH/ĐU 2023-01-20',
        trainings: 1,
        attendees: 40,
        inspections: 1,
        review: '90-BC/ĐU 2023-12-20',
        tasks: 1,
        commendations: 1,
        surveys: 0,
        briefings: 12,
        source: 'S1',
      },
    ]);
    expect(reconciled(summary)).toEqual(['y.xlsx year 16=16+0']);
  });
});
