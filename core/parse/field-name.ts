/** The name of a field as lines and headings give it: «1. Về lĩnh vực kinh tế - xã hội:». */
import type { Profile } from '../profile.ts';
import { foldPlain } from '../text/compare.ts';
import { latin } from '../text/latin.ts';
import { headingText } from './line-marks.ts';
import { wordsOf } from './vocabulary-words.ts';

/** Words that lead to the name of a field. */
const leads = ['về', 'lĩnh vực', 'nhóm vấn đề', 'các vấn đề về'];
const anyLead = leads.join('|');
const anyPlainLead = leads.map((words) => foldPlain(words)).join('|');

const plainLeads = new RegExp(`^((bieu|bang) (so )?\\d{1,2} )?((${anyPlainLead}) )+`);
const leadingToField = latin(
  String.raw`^(?:(?:biểu|bảng)\s+(?:số\s+)?\d{1,2}\s*[.:]\s*)?(?:(?:${anyLead})(?:\s+|\s*[:：]\s*))+`,
  'iu',
);

/** «1. Kinh tế - xã hội:» names a field of the profile. */
export function isField(text: string, profile: Profile): boolean {
  const plain = foldPlain(headingText(text).replace(/\([^)]*\)/g, ' ')).replace(plainLeads, '');
  return wordsOf(profile, 'field').some((word) => word.plain === plain);
}

/** «Về lĩnh vực kinh tế» → «kinh tế». */
export function fieldName(text: string): string {
  return text.normalize('NFC').replace(leadingToField, '');
}
