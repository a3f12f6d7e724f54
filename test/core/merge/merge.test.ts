import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, hashOfTables } from '../../../core/hash.ts';
import { mergeExtracts } from '../../../core/merge/merge.ts';
import { proposalId } from '../../../core/merge/proposals.ts';
import { traceKey } from '../../../core/merge/sources.ts';
import { organisationsAt } from '../../../core/profile.ts';
import { profiles } from '../../../core/profiles/index.ts';
import type { Extract, Refusal, Timeliness } from '../../../core/submission.ts';
import { at, members, report, roster, stream, year } from '../rules/build.ts';
import { extract, finding, input, merge, profile, reconciled, submission } from './build.ts';

const refusal: Refusal = {
  file: 'khoa.xlsx',
  hash: 'hash-khoa',
  code: 'password-protected',
  reason: { vi: 'tệp đặt mật khẩu', en: 'the file has a password' },
};

/** Two committees with everything, one with a small group, a broken one, one of last month, copies and conflicts. */
function mixed(): Extract[] {
  const judicial = { organisation: 'tu-phap' } as const;
  return [
    extract(report(), 'a', { receivedAt: '2023-11-24T08:00:00+07:00', findings: [finding('warning')] }),
    extract(report({ streams: [stream(17, 'Nhà ở', 'Khác')] }), 'a2', { receivedAt: '2023-11-27T08:00:00+07:00' }),
    extract(roster(), 'r'),
    extract(roster({ ...judicial, members: members(16) }), 'r2'),
    extract(roster({ ...judicial, members: members(18) }), 'r3'),
    extract(report({ ...judicial, streams: [stream(17, 'nhà ở', 'B'), stream(18, 'Biển đảo', 'C')] }), 'b'),
    extract(report({ ...judicial }), 'b-loi', { findings: [finding('error')] }),
    extract(report({ organisation: 'tap-chi', streams: [stream(17, 'NHÀ Ở', 'Ý kiến nhỏ')] }), 'nho'),
    extract(roster({ organisation: 'tap-chi', members: members(2) }), 'r-nho'),
    extract(report({ organisation: 'bao', nil: at('A16', 'không phát sinh'), streams: [] }), 'nil'),
    extract(report({ period: at('A5', '2023-10') }), 'cu'),
    extract(report({ organisation: null }), 'la'),
    extract(year(), 'y'),
    extract(report(), 'a', { id: 'id-copy', file: 'ban-sao.xlsx' }),
  ];
}

function mixedInput(extracts: readonly Extract[] = mixed()) {
  return input(extracts, {
    refusals: [refusal, { ...refusal, file: 'hong.xlsx', hash: null }],
    previous: [
      extract(report({ period: at('A5', '2023-10') }), 'cu'),
      extract(roster({ members: members(15) }), 'r-cu'),
    ],
    extensions: [
      { organisation: 'ttxvn', until: '2023-11-28T00:00:00+07:00', grantor: 'A' },
      { organisation: 'ttxvn', until: '2023-11-29T00:00:00+07:00', grantor: 'B' },
    ],
    previousExtensions: [
      { organisation: 'ttxvn', until: '2023-10-28T00:00:00+07:00', grantor: 'A' },
      { organisation: 'ttxvn', until: '2023-10-29T00:00:00+07:00', grantor: 'B' },
    ],
    acknowledgements: [
      { finding: 'warning', reason: 'x', by: 'A', expires: null },
      { finding: 'warning', reason: 'y', by: 'B', expires: null },
    ],
    proposalAnswers: (['forwarded', 'answered', 'received'] as const).map((status) => ({
      proposal: proposalId('2023-11', 'ttxvn', 'Sớm công bố'),
      status,
    })),
    exclusions: [
      { id: 'id-r2', reason: 'nhầm' },
      { id: 'id-r2', reason: 'cũ' },
    ],
    summarisedMonths: ['2023-09', '2023-10'],
  });
}

describe('any order', () => {
  const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });

  it('gives the same bytes', () => {
    const whole = mixedInput();
    const expected = canonicalJson(mergeExtracts(whole));
    fc.assert(
      fc.property(
        fc.record({
          extracts: shuffled(whole.extracts),
          refusals: shuffled(whole.refusals),
          previous: shuffled(whole.previous ?? []),
          extensions: shuffled(whole.extensions),
          previousExtensions: shuffled(whole.previousExtensions),
          acknowledgements: shuffled(whole.acknowledgements),
          proposalAnswers: shuffled(whole.proposalAnswers),
          exclusions: shuffled(whole.exclusions),
          summarisedMonths: shuffled(whole.summarisedMonths ?? []),
        }),
        (lists) => canonicalJson(mergeExtracts({ ...whole, ...lists })) === expected,
      ),
      { seed: 25, numRuns: 40 },
    );
  }, 60_000);

  it('gives the same again, without touching its input', () => {
    const whole = mixedInput();
    const before = canonicalJson(whole);
    const first = mergeExtracts(whole);
    expect(canonicalJson(mergeExtracts(whole))).toBe(canonicalJson(first));
    expect(canonicalJson(whole)).toBe(before);
  });

  it('hashes everything else', () => {
    const { contentHash, ...rest } = merge(mixed());
    expect(contentHash).toBe(hashOfTables(rest));
  });

  it('merges nothing into an empty summary', () => {
    const summary = merge([]);
    expect(summary.figures).toMatchObject({ organisations: 5, submitted: 0, missing: 5, people: 0, streams: 0 });
    expect(summary.submissions.map(({ organisation, status }) => [organisation, status])).toEqual([
      ['ttxvn', 'missing'],
      ['tu-phap', 'missing'],
      ['tap-chi', 'missing'],
      ['bao', 'missing'],
      ['vien', 'missing'],
    ]);
  });
});

describe('one bad file', () => {
  it('never stops the others and is never skipped silently', () => {
    const unknown: Extract = { ...extract(report(), 'la'), kind: 'unknown', document: null, organisation: null };
    const summary = merge([extract(report(), 'a'), unknown], { refusals: [refusal] });
    expect(summary.figures).toMatchObject({ submitted: 1, filesRefused: 1, errors: 1 });
    expect(reconciled(summary)).toEqual([
      'a.xlsx streams 2=2+0',
      'a.xlsx proposals 0=0+0',
      'la.xlsx file 0=0+0 không nhận ra danh sách, báo cáo hay phiếu công tác năm trong tệp',
      'khoa.xlsx file 0=0+0 tệp đặt mật khẩu',
    ]);
    expect(summary.findings.map(({ file, finding: one }) => [file, one.rule, one.message.vi, one.message.en])).toEqual([
      [
        'khoa.xlsx',
        'unknown-workbook',
        'Không đọc được tệp «khoa.xlsx»: tệp đặt mật khẩu',
        'The file “khoa.xlsx” could not be read: the file has a password',
      ],
    ]);
  });
});

describe('timeliness', () => {
  const due = '2023-11-25T16:59:59.999Z';
  it.each<[string, (string | null)[], string | null, Timeliness]>([
    ['the last second of the 25th', ['2023-11-25T23:59:59+07:00'], null, 'onTime'],
    ['the first of the 26th', ['2023-11-26T00:00:00+07:00'], null, 'inGrace'],
    ['the last of grace', ['2023-11-28T23:59:59+07:00'], null, 'inGrace'],
    ['after grace', ['2023-11-29T00:00:00+07:00'], null, 'late'],
    ['extended', ['2023-11-29T00:00:00+07:00'], '2023-11-29T00:00:00+07:00', 'onTime'],
    ['a correction after the 25th', ['2023-11-20T00:00:00+07:00', '2023-11-29T00:00:00+07:00'], null, 'onTime'],
    ['received at an unknown time', [null], null, 'unknown'],
    ['never received', [], null, 'missing'],
  ])('%s', (_name, times, until, expected) => {
    const extracts = times.map((receivedAt, index) =>
      extract(report({ overview: [at('A13', String(index))] }), `v${index}`, { receivedAt }),
    );
    const extensions = until === null ? [] : [{ organisation: 'ttxvn', until, grantor: 'Ban Tuyên giáo' }];
    const row = submission(merge(extracts, { extensions }));
    expect(row).toMatchObject({ timeliness: expected, deadline: due });
    expect(row.extension).toEqual(until === null ? null : { until, grantor: 'Ban Tuyên giáo' });
  });

  it('judges by the first acceptable version, not the first', () => {
    const rejected = extract(report(), 'a', { receivedAt: '2023-11-20T08:00:00+07:00', findings: [finding('error')] });
    const corrected = extract(report(), 'b', { receivedAt: '2023-11-27T08:00:00+07:00' });
    expect(submission(merge([rejected, corrected]))).toMatchObject({
      timeliness: 'inGrace',
      firstReceived: '2023-11-20T08:00:00+07:00',
      firstAcceptable: '2023-11-27T08:00:00+07:00',
    });
  });

  it('judges nothing where the profile sets no deadline', () => {
    const without = profile();
    const summary = merge([extract(report(), 'a', { receivedAt: '2023-11-29T00:00:00+07:00' })], {
      profile: { ...without, rules: without.rules.filter(({ id }) => id !== 'report-deadline') },
    });
    expect(submission(summary)).toMatchObject({ timeliness: 'unknown', deadline: '' });
  });

  it.each([
    ['without one', { now: [], before: [] }, 1],
    ['at its last instant', { now: [], before: ['2023-10-30T09:00:00+07:00'] }, 0],
    ['an instant after it', { now: [], before: ['2023-10-30T08:59:59.999+07:00'] }, 1],
    ['with one of this period only', { now: ['2023-11-30T09:00:00+07:00'], before: [] }, 1],
  ])('counts a report of the period before as late or not by its own extension: %s', (_name, given, late) => {
    const october = extract(report({ period: at('A5', '2023-10') }), 'a', { receivedAt: '2023-10-30T09:00:00+07:00' });
    const granted = (until: string) => ({ organisation: 'ttxvn', until, grantor: 'Ban Tuyên giáo' });
    const { changes } = merge([], {
      previous: [october],
      extensions: given.now.map(granted),
      previousExtensions: given.before.map(granted),
    });
    expect(changes.find(({ subject }) => subject.en === 'Late reports')).toMatchObject({ before: late, after: 0 });
  });

  it('ties to the number of organisations', () => {
    const { figures } = merge(mixed());
    expect(figures.onTime + figures.inGrace + figures.late + figures.receiptUnknown).toBe(figures.submitted);
    expect(figures.submitted + figures.missing).toBe(figures.organisations);
  });
});

describe('a nil report', () => {
  it('is submitted, with its own status word', () => {
    const summary = merge([extract(report({ nil: at('A16', 'không phát sinh'), streams: [] }), 'a')]);
    expect(submission(summary)).toMatchObject({ status: 'nil', nil: true });
    expect(summary.figures).toMatchObject({ submitted: 1, nilReports: 1, streams: 0 });
  });
});

describe('streams', () => {
  it('stand by field, issue, organisation and row, in canonical wording', () => {
    const inField = (row: number, field: string, issue: string, text: string) =>
      stream(row, issue, text, {
        field: at(`B${row}`, field),
        breadth: at(`E${row}`, 'Phần lớn'),
        attitude: at(`F${row}`, 'gay gắt'),
      });
    const summary = merge([
      extract(
        report({
          organisation: 'tu-phap',
          streams: [
            inField(17, 'Kinh tế - Xã hội', 'NHÀ Ở', '5'),
            inField(18, 'Chuyện lạ', 'Bão', '6'),
            inField(19, 'kinh tế - xã hội', 'Bảo hiểm', '2'),
          ],
        }),
        'b',
      ),
      extract(
        report({
          streams: [
            inField(17, 'KT-XH', 'Nhà ở', '3'),
            inField(18, 'Lãnh đạo, điều hành của Đảng, Nhà nước', 'Xe', '1'),
            inField(19, 'KT-XH', 'Nha\u0300 ở', '4'),
          ],
        }),
        'a',
      ),
    ]);
    expect(summary.streams.map((row) => [row.text, row.field, row.issue, row.organisation])).toEqual([
      ['1', 'lãnh đạo, điều hành của Đảng, Nhà nước', 'Xe', 'ttxvn'],
      ['2', 'kinh tế - xã hội', 'Bảo hiểm', 'tu-phap'],
      ['3', 'kinh tế - xã hội', 'Nhà ở', 'ttxvn'],
      ['4', 'kinh tế - xã hội', 'Nha\u0300 ở', 'ttxvn'],
      ['5', 'kinh tế - xã hội', 'NHÀ Ở', 'tu-phap'],
      ['6', 'Chuyện lạ', 'Bão', 'tu-phap'],
    ]);
    expect(new Set(summary.streams.map(({ breadth, attitude }) => `${breadth}/${attitude}`))).toEqual(
      new Set(['đa số/gay gắt']),
    );
    expect(summary.figures).toMatchObject({ streams: 6, issues: 4 });
  });

  it('leaves out rows that state no opinion, and says so', () => {
    const summary = merge([
      extract(
        report({ streams: [stream(17, 'Nhà ở', null), stream(18, 'Nhà ở', ' '), stream(19, 'Nhà ở', 'Có')] }),
        'a',
      ),
    ]);
    expect(summary.streams.map(({ text }) => text)).toEqual(['Có']);
    expect(reconciled(summary)[0]).toBe('a.xlsx streams 3=1+2 dòng không ghi luồng ý kiến');
  });

  it('name their source down to the cell', () => {
    const summary = merge([extract(report(), 'a', { version: 3 })]);
    const source = summary.sources.find(({ key }) => key === summary.streams[1]?.source);
    expect(source).toEqual({
      key: 'S3',
      organisation: 'ttxvn',
      organisationName: 'Đảng ủy Thông tấn xã Việt Nam',
      submission: 'id-a',
      file: 'a.xlsx',
      version: 3,
      hash: 'hash-a',
      sheet: 'Trang1',
      cell: 'D18',
      template: null,
      ruleset: 'thu',
    });
  });
});

describe('a year record', () => {
  it('counts what one line tells of, and still ties', () => {
    const { briefings, trainings } = year();
    const told = year({
      briefings: briefings.slice(0, 1).map((line) => ({ ...line, times: 12 })),
      trainings: trainings.slice(0, 1).map((line) => ({ ...line, times: 2 })),
    });
    const summary = merge([extract(told, 'y')]);
    expect(summary.year).toMatchObject([{ briefings: 12, trainings: 2 }]);
  });
});

describe('a small group', () => {
  const opinions = extract(
    report({ organisation: 'tap-chi', streams: [stream(17, 'A', 'x'), stream(18, 'A', 'y')] }),
    'nho',
  );
  const people = (count: number, overrides: Partial<Extract> = {}) =>
    extract(roster({ organisation: 'tap-chi', members: members(count) }), `r${count}`, overrides);

  it.each([
    ['below the threshold', [people(2)], true],
    ['at the threshold', [people(3)], false],
    ['nobody', [people(0)], false],
    ['no roster', [], false],
    ['rejected for being too small', [people(2, { findings: [finding('error')] })], true],
    [
      'shrunk in a rejected resubmission',
      [people(4, { version: 1 }), people(2, { version: 2, findings: [finding('error')] })],
      true,
    ],
  ])('%s', (_name, rosters, withheld) => {
    const { streams, sources } = merge([opinions, ...rosters]);
    expect(streams.map(({ organisation }) => organisation)).toEqual(withheld ? [null, null] : ['tap-chi', 'tap-chi']);
    for (const { source } of streams) {
      const row = sources.find(({ key }) => key === source);
      expect(row?.file).toBe(withheld ? '' : 'nho.xlsx');
      expect(row?.submission === 'id-nho').toBe(!withheld);
    }
  });

  it('leaves a key by which staff who hold the extracts find the submission', () => {
    const { streams, sources } = merge([opinions, people(2)]);
    const keys = streams.map(({ source }) => sources.find(({ key }) => key === source)?.submission);
    expect(keys).toEqual([traceKey(opinions, 17), traceKey(opinions, 18)]);
    expect(keys[0]).not.toBe(keys[1]);
  });

  it('stands after the named organisations of its issue, so that its place tells nothing', () => {
    const named = extract(report({ organisation: 'bao', streams: [stream(17, 'a', 'z')] }), 'bao');
    const { streams } = merge([opinions, people(2), named]);
    expect(streams.map(({ organisation, text }) => [organisation, text])).toEqual([
      ['bao', 'z'],
      [null, 'x'],
      [null, 'y'],
    ]);
  });
});

describe('the figures of 2021', () => {
  it('61 organisations, 20 teams and 14 groups, 593 people where at most 470 fit', () => {
    const duk = profiles.get('duk-2021-2025');
    if (!duk) throw new RangeError('no profile');
    const organisations = organisationsAt(duk, '2023-11-30');
    const upper = organisations.filter(({ level }) => level === 'upper').slice(0, 20);
    const rest = organisations.filter((one) => !upper.includes(one)).slice(0, 14);
    // 20 teams of 24 and 14 groups of 8 are 592: one group has a ninth.
    const rosters = [...upper, ...rest].map(({ id }, index) =>
      extract(
        roster({
          organisation: id,
          teamKind: at('A4', index < 20 ? 'team' : 'group'),
          members: members(index < 20 ? 24 : index === 20 ? 9 : 8, (place) => ({
            name: at(`B${12 + place}`, `Nguyễn ${id} ${String(place)}`),
          })),
        }),
        id,
      ),
    );
    const bloc = extract(roster({ organisation: duk.bloc.id, members: members(35) }), 'khoi');
    const summary = merge([...rosters, bloc], { profile: duk });
    expect(summary.figures).toMatchObject({
      organisations: 61,
      rosters: 34,
      teams: 20,
      groups: 14,
      people: 593,
      capacity: 470,
      submitted: 0,
      missing: 61,
    });
    expect(summary.teams).toHaveLength(35);
    expect(summary.teams[0]).toMatchObject({ organisation: 'duk', level: 'bloc', size: 35, maximum: null });
    expect(
      summary.findings
        .filter(({ finding: one }) => one.rule === 'team-counts')
        .map(({ finding: one }) => one.message.vi),
    ).toEqual([
      'Tổng số 593 người > 470, mức tối đa cho 20 đội ngũ và 14 nhóm; không thể mọi đơn vị đều đúng quy định về số lượng.',
    ]);
  });
});

describe('against the period before', () => {
  const october = (overrides: Parameters<typeof report>[0]) => report({ period: at('A5', '2023-10'), ...overrides });
  const previous = [
    extract(october({ streams: [stream(17, 'Cũ', '1'), stream(18, 'Nhà ở', '2')] }), 'p', {
      receivedAt: '2023-10-30T08:00:00+07:00',
    }),
    extract(october({ organisation: 'bao' }), 'p2', { findings: [finding('error')] }),
  ];
  const now = [
    extract(report({ streams: [stream(17, 'nhà ở', '3'), stream(18, 'Mới', '4'), stream(19, 'Mới', '5')] }), 'a'),
    extract(report({ organisation: 'bao' }), 'b', { receivedAt: '2023-11-24T08:00:00+07:00' }),
  ];
  const oldRoster = extract(roster({ members: members(15) }), 'r1', { receivedAt: '2023-09-01T08:00:00+07:00' });
  const newRoster = extract(roster({ members: members(18).slice(2) }), 'r2', {
    receivedAt: '2023-11-01T08:00:00+07:00',
  });

  it('shows figures, fields, organisations and issues', () => {
    const summary = merge([...now, oldRoster, newRoster], { previous });
    expect(summary.previousPeriod).toBe('2023-10');
    expect(
      summary.changes.map(({ subject, organisation, before, after }) => [subject.vi, organisation, before, after]),
    ).toEqual([
      ['Đơn vị đã nộp báo cáo', null, 1, 2],
      ['Báo cáo nộp muộn', null, 1, 0],
      ['Cộng tác viên', null, 15, 16],
      ['Luồng ý kiến', null, 2, 5],
      ['Luồng ý kiến: kinh tế - xã hội', null, 2, 5],
      ['Tình trạng báo cáo', 'bao', 'không đạt', 'chấp nhận'],
      ['Số cộng tác viên', 'ttxvn', 15, 16],
      ['Vấn đề mới: kinh tế - xã hội – Mới', null, null, 2],
      ['Vấn đề mới: kinh tế - xã hội – Nhà ở xã hội', null, null, 2],
      ['Vấn đề không còn: kinh tế - xã hội – Cũ', null, 1, null],
    ]);
    expect(summary.teams[0]).toMatchObject({ size: 16, joined: 3, left: 2 });
  });

  it('does not count a roster twice that both periods hold', () => {
    const summary = merge([oldRoster], { previous: [oldRoster] });
    expect(summary.changes.find(({ subject }) => subject.vi === 'Cộng tác viên')).toMatchObject({
      before: 15,
      after: 15,
    });
    expect(summary.figures.people).toBe(15);
  });

  it('knows no change without it', () => {
    const summary = merge([...now, oldRoster]);
    expect(summary).toMatchObject({ previousPeriod: null, changes: [] });
    expect(summary.teams[0]).toMatchObject({ joined: null, left: null });
  });

  it('keeps last month’s values out of this month', () => {
    const summary = merge([...now, ...previous], { previous });
    expect(summary.streams.map(({ text }) => text)).not.toContain('1');
    expect(summary.figures.streams).toBe(5);
  });
});

describe('growth', () => {
  it('is linear up to 5,000 workbooks of 8 streams', () => {
    const base = profile({ rules: [] });
    const [model] = base.organisations.filter(({ id }) => id === 'ttxvn');
    if (!model) throw new RangeError('no model');
    const timed = (count: number): number => {
      const organisations = Array.from({ length: count }, (_, index) => ({ ...model, id: `o${index}`, aliases: [] }));
      const extracts = organisations.map(({ id }, index) =>
        extract(
          report({
            organisation: id,
            streams: Array.from({ length: 8 }, (_unused, place) =>
              stream(
                17 + place,
                `Vấn đề ${(index + place) % 50}`,
                `Dư luận mong muốn các giải pháp căn cơ ${index} ${place}.`,
              ),
            ),
          }),
          id,
        ),
      );
      // Processor time, because the machine may be busy.
      const start = process.cpuUsage();
      expect(merge(extracts, { profile: { ...base, organisations } }).figures.streams).toBe(count * 8);
      return process.cpuUsage(start).user;
    };
    timed(500);
    // Ten times the workbooks; quadratic work would take a hundred times as long.
    expect(timed(5000) / timed(500)).toBeLessThan(40);
  }, 120_000);
});
