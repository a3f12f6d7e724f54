import { describe, expect, it } from 'vitest';
import type { Roster } from '../../../core/document.ts';
import { membershipReview } from '../../../core/rules/membership-review.ts';
import { at, brief, context, dateAt, member, members, roster, run } from './build.ts';

const judge = (subject: Roster, day = '2023-11-30') =>
  brief(run(membershipReview, subject, { parameters: { maximumMonths: 12 }, context: context({ day }) }));
const reviewed = (iso: string | null) => roster({ reviewedOn: dateAt('A9', iso) });
const noted = (note: string) => roster({ members: [member(0), member(1, { note: at('J13', note) })] });

describe('membership-review', () => {
  it.each([
    ['a review 12 months ago to the day', reviewed('2022-11-30'), '2023-11-30'],
    ['a review on 29 February, a year ago', reviewed('2024-02-29'), '2025-02-28'],
    ['a review given by month, in doubt at its end', reviewed('2022-11'), '2023-11-30'],
    ['a review given by year, in doubt at its end', reviewed('2022'), '2023-12-31'],
    [
      'someone who has left and is not active',
      roster({ members: [member(0), member(1, { note: at('J13', 'Đã chuyển công tác'), active: false })] }),
      '2023-11-30',
    ],
    ['someone about to retire', noted('Dự kiến nghỉ hưu năm 2025'), '2023-11-30'],
    ['someone waiting to retire', noted('Đang làm thủ tục nghỉ hưu'), '2023-11-30'],
    ['someone who has come', noted('Chuyển công tác từ Bộ Nội vụ đến'), '2023-11-30'],
    ['someone who has come back', noted('Mới chuyển công tác về từ 5/2023'), '2023-11-30'],
    ['someone who has not moved', noted('Chưa chuyển công tác'), '2023-11-30'],
    ['whom somebody replaces', noted('Bổ sung mới, thay đ/c Bình nghỉ hưu'), '2023-11-30'],
    ['an ordinary note', noted('Phụ trách tuyên giáo'), '2023-11-30'],
    ['an empty roster', roster({ members: [], reviewedOn: null }), '2023-11-30'],
  ])('accepts %s', (_name, subject, day) => {
    expect(judge(subject, day)).toEqual([]);
  });

  const none = {
    severity: 'warning',
    vi: 'Không có ngày rà soát đội ngũ đọc được; cần rà soát ít nhất 12 tháng một lần.',
    en: 'No readable date of a membership review; a review is due at least every 12 months.',
  };
  const old = (vi: string, en: string) => ({
    severity: 'warning',
    cell: 'A9',
    vi: `Lần rà soát gần nhất là ${vi}, đã quá 12 tháng.`,
    en: `The last review was on ${en}, more than 12 months ago.`,
  });

  it.each([
    ['no review', roster({ reviewedOn: null }), '2023-11-30', { ...none, cell: 'A11' }],
    ['a date that cannot be read', reviewed(null), '2023-11-30', { ...none, cell: 'A9' }],
    ['a review 12 months and a day ago', reviewed('2022-11-29'), '2023-11-30', old('29/11/2022', '2022-11-29')],
    ['a month too long ago', reviewed('2022-10'), '2023-11-30', old('10/2022', '2022-10')],
    ['a year too long ago', reviewed('2021'), '2023-01-01', old('2021', '2021')],
  ])('warns about %s', (_name, subject, day, expected) => {
    expect(judge(subject, day)).toEqual([expected]);
  });

  it.each([
    'Đã chuyển công tác',
    'nghỉ hưu từ 1/2023',
    'Nghỉ hưu, đã có người thay',
    'NGHỈ CHẾ ĐỘ',
    'Đã từ trần',
    'Thôi việc',
  ])('warns about an active member noted «%s», without repeating the note', (note) => {
    expect(judge(noted(note))).toEqual([
      {
        severity: 'warning',
        cell: 'J13',
        vi: '1 người có ghi đã chuyển công tác hoặc nghỉ nhưng vẫn tính là đang hoạt động.',
        en: 'People noted as moved or retired but still counted as active: 1.',
      },
    ]);
  });

  it('gathers those who left in one finding, status before note', () => {
    const subject = roster({
      members: members(
        3,
        (i) => [{}, { status: at('I13', 'Chuyển công tác') }, { note: at('J14', 'Nghỉ hưu') }][i] ?? {},
      ),
    });
    expect(judge(subject)).toEqual([
      {
        severity: 'warning',
        cell: 'I13',
        related: ['J14'],
        vi: '2 người có ghi đã chuyển công tác hoặc nghỉ nhưng vẫn tính là đang hoạt động.',
        en: 'People noted as moved or retired but still counted as active: 2.',
      },
    ]);
  });
});
