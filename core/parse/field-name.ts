/** The name of a field as lines and headings give it: «1. Về lĩnh vực kinh tế - xã hội:». */
import type { Profile } from '../profile.ts';
import { foldPlain } from '../text/compare.ts';
import { latin } from '../text/latin.ts';
import { headingText } from './line-marks.ts';
import { wordsOf } from './vocabulary-words.ts';

/** «1. Kinh tế - xã hội:» names a field of the profile. */
export function isField(text: string, profile: Profile): boolean {
  const plain = foldPlain(headingText(text).replace(/\([^)]*\)/g, ' ')).replace(
    /^((bieu|bang) (so )?\d{1,2} )?(ve |linh vuc |nhom van de |cac van de ve )+/,
    '',
  );
  return wordsOf(profile, 'field').some(
    (word) => plain === word.plain || plain.replace(/^linh vuc /, '') === word.plain,
  );
}

const leadingToField = latin(
  String.raw`^(?:(?:biểu|bảng)\s+(?:số\s+)?\d{1,2}\s*[.:]\s*)?(?:(?:về|lĩnh vực|nhóm vấn đề|các vấn đề về)(?:\s+|\s*[:：]\s*))+`,
  'iu',
);

/** «Về lĩnh vực kinh tế» → «kinh tế»: words that lead to the name of a field. */
export function fieldName(text: string): string {
  return text.normalize('NFC').replace(leadingToField, '');
}
