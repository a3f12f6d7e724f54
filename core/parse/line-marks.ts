/** The number or bullet a line begins with, and its text without it. */
import { latin } from '../text/latin.ts';
import { leadingBullet, withoutBullet } from './content.ts';
import { splitNumbering } from './match.ts';

/** «1.1.», «2.1.1.», «II.1.»: numbers that repeat the one above. */
const dottedNumber = /^(\d{1,2}|[IVX]{1,4})((?:\.\d{1,2}){1,3})(?![\d/])[.)]?\s*/;

/** How deep the numbering of a line puts it: A, I, 1, 1.1, 1.1.1, a; null for a line without. */
export function depthOf(marked: string): number | null {
  const dotted = dottedNumber.exec(marked);
  if (dotted?.[1] !== undefined && dotted[2] !== undefined)
    return numberingDepths[/\d/.test(dotted[1]) ? 'arabic' : 'roman'] + dotted[2].split('.').length - 1;
  const { style } = splitNumbering(marked);
  if (style === null) return null;
  return style === 'letter' && marked.charAt(0) !== marked.charAt(0).toLowerCase() ? 0 : numberingDepths[style];
}

const numberingDepths = { roman: 1, arabic: 2, letter: 6 } as const;

/** Deeper than numbers and letters. */
export const bulletDepth = 7;

export function isBulleted(marked: string): boolean {
  return leadingBullet.test(marked);
}

/** People type a hyphen where Word puts a dash. */
export function bulletOf(marked: string): string | null {
  return leadingBullet.exec(marked)?.[0].trim().replace(/[–—]/g, '-') ?? null;
}

function withoutNumber(text: string): string {
  const rest = text.replace(dottedNumber, '');
  return rest === text ? splitNumbering(text).rest : rest;
}

/** What a heading names, without number, colon and the count of what follows. */
export function headingText(text: string): string {
  return withoutColon(withoutNumber(withoutBullet(text)).replace(countBehind, ''));
}

/** «Kinh tế - xã hội: 03 luồng ý kiến», «KINH TẾ - XÃ HỘI (02 vấn đề)» */
const countBehind = latin(
  String.raw`\s*[:：(]\s*\d{1,3} (?:luồng ý kiến|luồng|ý kiến|vấn đề|nội dung)(?:, \d{1,3} (?:luồng ý kiến|luồng|ý kiến))?\s*\)?[.;]?$`,
  'iu',
);

export function withoutColon(text: string): string {
  return text.replace(/\s*[:：.]\s*$/, '').trim();
}
