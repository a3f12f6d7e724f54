import { expect, it } from 'vitest';
import { align } from '../../../core/text/aligned.ts';
import { findCitations } from '../../../core/text/citation.ts';
import { findClassification } from '../../../core/text/classification.ts';
import { findQuotes } from '../../../core/text/first-person.ts';
import { hint, mayHold } from '../../../core/text/hints.ts';
import { findPeople } from '../../../core/text/person-name.ts';
import { findPersonalNumbers } from '../../../core/text/personal-number.ts';

it.each([
  ['0912345678', true],
  ['29A-123.45', true],
  ['1 2 3 4 5 6', true],
  ['1 - 2 - 3 - 4 - 5 - 6', true],
  ['1 -- 2 -- 3 -- 4 -- 5 -- 6', false],
  // Signs that print nothing are no distance.
  ['0\u200B\u200B\u200B\u200B9\u200B1\u200B2\u200B3\u200B4', true],
  ['12345', false],
  ['năm 2023, Khối có tất cả 61 đơn vị', false],
  ['ai@vi.vn', true],
  ['ten(at)gmail.com', true],
  ['ten [ a còng ] gmail.com', true],
  ['ten (a co\u0300ng) gmail.com', true],
  ['(tháng 11)', false],
  ['', false],
])('«%s» may hold a personal number: %s', (text, expected) => {
  expect(mayHold(text, hint.number)).toBe(expected);
});

it.each<[keyof typeof hint, string, boolean]>([
  ['person', 'gặp ông Nguyễn Văn An', true],
  ['person', 'theo O’ Văn', true],
  ['person', 'ổn định. Đảng viên', false],
  ['person', 'Dư luận ổn định', false],
  ['person', 'gặp\u00A0Nguyễn\u00A0Văn\u00A0An', true],
  ['quote', 'Tôi đề nghị', true],
  ['quote', 'to\u0302i đề nghị', true],
  ['quote', 'chúng em mong', true],
  ['quote', 'chúng cháu mong', true],
  ['quote', 'bọn mình lo', true],
  ['quote', 'không tối, minh bạch', false],
  ['citation', '05-KL/ĐUK', true],
  ['citation', '05 − KL', true],
  ['citation', `5${' '.repeat(39)}-`, true],
  ['citation', `5${' '.repeat(40)}-`, false],
  ['citation', 'KL-05', false],
  ['classification', 'MẬT', true],
  ['classification', 'M Ậ T', true],
  ['classification', 'TOI_MAT', true],
  ['classification', 'Ma\u0323\u0302t', true],
  ['classification', 'mất mùa, một mai', false],
  ['classification', 'm', false],
])('%s: «%s» may hold one: %s', (wanted, text, expected) => {
  expect(mayHold(text, hint[wanted])).toBe(expected);
});

/** Pieces of what is looked for, and of what stands between. */
const pieces =
  'ông |Nguyễn Văn An|Tôi đề nghị |“|”|chúng em|05-KL/ĐUK|12| - |/|QĐ|TW|ngày 06/12/2021|MẬT|tối mật|m|ậ|t|0912|345|678|@|.vn|(at)| |\u00A0|\u200B|\n|. |, |đồng chí |Bộ trưởng |001089000001|29A-|a\u0301'.split(
    '|',
  );

it('hides nothing from the searches', () => {
  let seed = 7;
  const next = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(seed / 65_536) % below;
  };
  const found = { number: 0, person: 0, quote: 0, citation: 0, classification: 0 };
  for (let round = 0; round < 4_000; round += 1) {
    const text = Array.from({ length: 1 + next(7) }, () => pieces[next(pieces.length)] ?? '').join('');
    const aligned = align(text).text;
    found.number += findPersonalNumbers(aligned).length;
    found.person += findPeople(aligned).length;
    found.quote += findQuotes(aligned).length;
    found.citation += findCitations(text).length;
    found.classification += findClassification(text) ? 1 : 0;
  }
  // What the searches found when none of them asked for hints.
  expect(found).toEqual({ number: 137, person: 260, quote: 333, citation: 155, classification: 243 });
});
