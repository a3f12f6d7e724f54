import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Report } from '../../../core/document.ts';
import { acknowledgedAt } from '../../../core/merge/acceptable.ts';
import { elect, type Place } from '../../../core/merge/elect.ts';
import { registerOf } from '../../../core/merge/register.ts';
import { owedTo, type AdHocRequest, type OwedInput } from '../../../core/merge/requests.ts';
import type { Extract } from '../../../core/submission.ts';
import { at, report } from '../rules/build.ts';
import { extract, finding, profile } from './build.ts';

const deadline = '2023-11-22T10:00:00.000Z';
const power: AdHocRequest = {
  id: 'dien',
  title: 'Dư luận về giá điện (CV 12-CV/BTG ngày 03/11/2023)',
  organisations: null,
  deadline,
  createdAt: '2023-11-10T00:00:00.000Z',
};
const housing: AdHocRequest = {
  ...power,
  id: 'nha',
  title: 'Dư luận về nhà ở xã hội',
  deadline: '2023-11-24T10:00:00.000Z',
};

function adHoc(text: string | null, overrides: Partial<Report> = {}, number: string | null = null): Report {
  const request = text === null ? null : at('B11', { text, number, date: null });
  return report({ type: at('B9', 'adHoc'), request, ...overrides });
}

function places(extracts: readonly Extract[]): readonly Place[] {
  const judged = profile();
  const register = registerOf(judged, '2023-11-30');
  const acknowledged = acknowledgedAt([], '2023-11-30T00:00:00Z', judged);
  return elect({ profile: judged, register, period: '2023-11', extracts, exclusions: [], acknowledged }).places;
}

/** `request organisation=report timeliness`, of the requests given. */
function owed(extracts: readonly Extract[], input: Partial<OwedInput> = {}): string[] {
  return owedTo({
    requests: [power],
    extensions: [],
    places: places(extracts),
    organisations: ['ttxvn'],
    ...input,
  }).map(
    ({ request, organisation, place, timeliness }) =>
      `${request.id} ${organisation}=${place?.shown.id ?? '-'} ${timeliness}`,
  );
}

describe('timeliness', () => {
  test.each([
    ['at the deadline', deadline, null, 'onTime', deadline],
    ['an instant after it', '2023-11-22T10:00:00.001Z', null, 'late', deadline],
    ['the same in the office\u2019s zone', '2023-11-22T17:00:00.000+07:00', null, 'onTime', deadline],
    [
      'at the end of an extension',
      '2023-11-23T00:00:00.000Z',
      '2023-11-23T00:00:00.000Z',
      'onTime',
      '2023-11-23T00:00:00.000Z',
    ],
    [
      'an instant after the extension',
      '2023-11-23T00:00:00.001Z',
      '2023-11-23T00:00:00.000Z',
      'late',
      '2023-11-23T00:00:00.000Z',
    ],
    ['in time, with an extension that ends before', deadline, '2023-11-20T00:00:00.000Z', 'onTime', deadline],
    ['at an unknown time', null, null, 'unknown', deadline],
  ] as const)('%s', (_name, receivedAt, granted, timeliness, until) => {
    const extensions = granted === null ? [] : [{ request: 'dien', organisation: 'ttxvn', until: granted }];
    const [one] = owedTo({
      requests: [power],
      extensions,
      places: places([extract(adHoc('CV số 12-CV/BTG', {}, '12-CV/BTG'), 'a', { receivedAt })]),
      organisations: ['ttxvn'],
    });
    expect(one).toMatchObject({ timeliness, until });
  });

  it('takes no extension of another committee or another request', () => {
    const late = extract(adHoc(null), 'a', { receivedAt: '2023-11-23T00:00:00Z' });
    const until = '2023-11-30T00:00:00Z';
    const extensions = [
      { request: 'dien', organisation: 'tu-phap', until },
      { request: 'nha', organisation: 'ttxvn', until },
    ];
    expect(owed([late], { extensions })).toEqual(['dien ttxvn=id-a late']);
  });

  it('is that of the first acceptable version: rejected ones do not count, corrections do not make it late', () => {
    const rejected = extract(adHoc('12-CV/BTG'), 'a', {
      receivedAt: '2023-11-20T00:00:00Z',
      findings: [finding('error')],
    });
    expect(owed([rejected])).toEqual(['dien ttxvn=id-a missing']);
    const corrected = extract(adHoc('12-CV/BTG'), 'b', { receivedAt: '2023-11-23T00:00:00Z' });
    expect(owed([rejected, corrected])).toEqual(['dien ttxvn=id-b late']);
    const first = extract(adHoc('12-CV/BTG'), 'c', { receivedAt: '2023-11-21T00:00:00Z' });
    expect(owed([first, corrected])).toEqual(['dien ttxvn=id-b onTime']);
  });
});

describe('which request a report answers', () => {
  const received = { receivedAt: '2023-11-20T00:00:00Z' };
  const requests = [housing, power];
  const both = (dien: string, nha: string) => [`dien ttxvn=${dien}`, `nha ttxvn=${nha}`];
  const missing = '- missing';

  test.each([
    ['the number in its title', adHoc('Công văn 12-CV/BTG', {}, '12-CV/BTG'), both('id-a onTime', missing)],
    ['its words, in any case', adHoc('DƯ LUẬN VỀ NHÀ Ở XÃ HỘI'), both(missing, 'id-a onTime')],
    [
      'its title within a longer text',
      adHoc('Theo yêu cầu: dư luận về nhà ở xã hội, gửi gấp'),
      both(missing, 'id-a onTime'),
    ],
    ['nothing: the one due first', adHoc(null), both('id-a onTime', missing)],
    ['something else: the one due first', adHoc('Điện khẩn của Ban'), both('id-a onTime', missing)],
    [
      'another document: the one whose title has none',
      adHoc('CV 99-CV/BTG', {}, '99-CV/BTG'),
      both(missing, 'id-a onTime'),
    ],
    ['a number that only ends like it', adHoc('CV 2-CV/BTG', {}, '2-CV/BTG'), both(missing, 'id-a onTime')],
    ['a monthly report', report(), both(missing, missing)],
    ['a quick report', adHoc(null, { type: at('B9', 'quick') }), both(missing, missing)],
  ])('%s', (_name, document, expected) => {
    expect(owed([extract(document, 'a', received)], { requests })).toEqual(expected);
  });

  it('two that name nothing answer two requests, in the order they came', () => {
    const [first, second] = ['1-BC/ĐU', '2-BC/ĐU'].map((number) => adHoc(null, { number: at('B7', number) }));
    if (!first || !second) throw new Error('two reports');
    const extracts = [extract(second, 'b', { receivedAt: '2023-11-21T00:00:00Z' }), extract(first, 'a', received)];
    expect(owed(extracts, { requests })).toEqual(both('id-a onTime', 'id-b onTime'));
  });

  it('one from before the request was made does not answer it', () => {
    expect(owed([extract(adHoc(null), 'a', { receivedAt: '2023-11-09T23:59:59Z' })])).toEqual(['dien ttxvn=- missing']);
    expect(owed([extract(adHoc(null), 'a', { receivedAt: '2023-11-10T00:00:00Z' })])).toEqual([
      'dien ttxvn=id-a onTime',
    ]);
  });

  it('only committees that were asked owe an answer, each its own', () => {
    const extracts = [extract(adHoc(null, { organisation: 'tu-phap' }), 'b', received)];
    const organisations = ['ttxvn', 'tu-phap'];
    expect(owed(extracts, { organisations })).toEqual(['dien ttxvn=- missing', 'dien tu-phap=id-b onTime']);
    const asked = [{ ...power, organisations: ['tu-phap'] }];
    expect(owed(extracts, { organisations, requests: asked })).toEqual(['dien tu-phap=id-b onTime']);
  });

  it('is the same in any order', () => {
    const numbered = (number: string) => adHoc(null, { number: at('B7', number) });
    const all = places(['1', '2', '3'].map((number) => extract(numbered(number), number, received)));
    const input: OwedInput = {
      requests: [power, housing, { ...power, id: 'dien-2' }],
      extensions: [
        { request: 'dien', organisation: 'ttxvn', until: '2023-11-23T00:00:00Z' },
        { request: 'dien', organisation: 'ttxvn', until: '2023-11-25T00:00:00Z' },
      ],
      places: all,
      organisations: ['ttxvn', 'tu-phap'],
    };
    const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });
    const expected = owedTo(input);
    expect(expected.map(({ place }) => place?.shown.id ?? null)).toEqual(['id-1', null, 'id-2', null, 'id-3', null]);
    fc.assert(
      fc.property(
        fc.record({
          requests: shuffled(input.requests),
          extensions: shuffled(input.extensions),
          places: shuffled(all),
        }),
        (lists) => {
          expect(owedTo({ ...input, ...lists })).toEqual(expected);
        },
      ),
      { seed: 25, numRuns: 30 },
    );
  });
});
