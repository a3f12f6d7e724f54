import { describe, expect, it } from 'vitest';
import { opinionStreams } from '../../../core/rules/opinion-streams.ts';
import { at, brief, context, profile, report, run, stream } from './build.ts';

const nil = at('A16', 'Trong tháng không phát sinh vấn đề dư luận nổi cộm.');
const empty = {
  severity: 'error',
  vi: 'Báo cáo không có luồng ý kiến nào và cũng không ghi «không phát sinh».',
  en: 'The report has no opinion stream and does not say that nothing arose.',
};
const without = (cell: string) => ({
  severity: 'error',
  cell,
  vi: 'Vấn đề này chưa có luồng ý kiến nào; mỗi vấn đề cần phản ánh đủ các luồng ý kiến.',
  en: 'This issue has no opinion stream; every issue needs its streams in full.',
});
const single = (cell: string) => ({
  severity: 'warning',
  cell,
  vi: 'Vấn đề này chỉ có một luồng ý kiến; cần phản ánh đủ các luồng ý kiến.',
  en: 'This issue has only one opinion stream; the streams should be given in full.',
});

describe('opinion-streams', () => {
  it.each([
    ['two streams an issue', report()],
    ['a nil report', report({ streams: [], table: null, nil })],
    ['blank issue cells below an issue', report({ streams: [stream(17, 'A', 'một'), stream(18, null, 'hai')] })],
    [
      'an issue taken up again further down',
      report({ streams: [stream(17, 'A', '1'), stream(18, 'B', '2'), stream(19, 'B', '3'), stream(20, 'a ', '4')] }),
    ],
    [
      'an issue whose field and wording are signed otherwise',
      report({
        streams: [
          stream(17, 'Giá điện, giá nước', 'một', { field: at('B17', 'Kinh tế - xã hội') }),
          stream(18, 'Giá điện, giá nước.', 'hai', { field: at('B18', 'Kinh tế xã hội') }),
        ],
      }),
    ],
  ])('accepts %s', (_name, subject) => {
    expect(run(opinionStreams, subject)).toEqual([]);
  });

  it.each([
    ['an empty table', report({ streams: [] }), [{ ...empty, cell: 'A16' }]],
    ['no table: at the title', report({ streams: [], table: null }), [{ ...empty, cell: 'A4' }]],
    ['rows with breadth only', report({ streams: [stream(17, null, null)] }), [{ ...empty, cell: 'A16' }]],
    ['a quick report with nothing', report({ streams: [], type: at('B9', 'quick') }), [{ ...empty, cell: 'A16' }]],
    ['an issue without streams', report({ streams: [stream(17, 'A', null)] }), [without('C17')]],
    ['an issue with one stream', report({ streams: [stream(17, 'A', 'một')] }), [single('C17')]],
    [
      'each issue by itself',
      report({
        streams: [
          stream(17, 'A', null),
          stream(18, null, null),
          stream(19, 'B', 'một'),
          stream(20, 'C', '1'),
          stream(21, 'C', '2'),
        ],
      }),
      [without('C17'), single('C19')],
    ],
    [
      'words that differ by a mark: two issues',
      report({ streams: [stream(17, 'Bán đất', 'một'), stream(18, 'Bàn đất', 'hai')] }),
      [single('C17'), single('C18')],
    ],
    [
      'the same words in two fields: two issues',
      report({ streams: [stream(17, 'A', 'một'), stream(18, 'A', 'hai', { field: at('B18', 'Đối ngoại') })] }),
      [single('C17'), single('C18')],
    ],
  ])('rejects %s', (_name, subject, expected) => {
    expect(brief(run(opinionStreams, subject))).toEqual(expected);
  });

  it.each([
    ['Kinh tế - xã hội', 'kinh tế xã hội', 0],
    ['KT-XH', 'Kinh tế - xã hội', 0],
    ['Kinh tế', 'Kinh tế - xã hội', 2],
    ['Đối ngoại', 'Kinh tế - xã hội', 2],
  ])('knows one issue under «%s» and «%s»: %i alone', (first, second, count) => {
    const field = [{ id: 'economy', label: 'kinh tế - xã hội', aliases: ['kinh tế xã hội', 'KT-XH'] }];
    const vocabularies = { ...profile().vocabularies, field };
    const streams = [first, second].map((name, i) =>
      stream(17 + i, 'Giá điện', `${i}`, { field: at(`B${17 + i}`, name) }),
    );
    const found = run(opinionStreams, report({ streams }), {
      context: context({ profile: profile({ vocabularies }) }),
    });
    expect(found).toHaveLength(count);
  });
});
