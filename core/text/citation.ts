/**
 * Citations of Party documents («Kết luận số 100-KL/TW, ngày 18/8/2014») in running text, and what the directive
 * register says of them. A citation has a number, a symbol and an issuer; short references («Chỉ thị số 03») and
 * documents of the State (13/2023/NĐ-CP, 91/2025/QH15) are none.
 */
import type { Directive } from '../profile.ts';
import { align } from './aligned.ts';
import { eachMatch } from './each-match.ts';
import { readDate } from './date.ts';
import { hint, mayHold } from './hints.ts';
import { latin } from './latin.ts';

export interface CitationMatch {
  /** Place in the text as given. `text` runs from the kind of document («Kết luận số …») to the date, where present. */
  readonly index: number;
  readonly length: number;
  readonly text: string;
  readonly number: number;
  /** In the standard spelling, QĐ for «qd», unless its letters are transposed («LK»). */
  readonly symbol: string;
  /** As `symbol`; ends in `/nb` for an internal document, which is numbered apart. */
  readonly issuer: string;
  /** ISO day of the date that directly follows; null when there is none. */
  readonly date: string | null;
  /** `standard`: 05-KL/ĐUK, spaces around its signs allowed; `variant`: anything else understood, such as 167-HDBTGTW. */
  readonly form: 'standard' | 'variant';
}

export interface CitationJudgement {
  readonly verdict: 'ok' | 'wrong' | 'unknown' | 'variant';
  /** What to write in place of the citation's text; null when nothing is to change or nothing is known. */
  readonly suggestion: string | null;
  readonly problem: 'date' | 'transposed' | 'format' | 'unknown' | null;
}

const symbols = 'NQ QĐ QĐi QyĐ QĐNS CT KL QC HD TB TT BC KH CTr TTr CV BB ĐA PA'.split(' ');
const issuers = 'TW ĐUK ĐU BTGTW VPTW TU BTGTU CB'.split(' ');

/** Letters many bodies sign with, each numbering on its own: nothing follows from another date or a near number. */
const sharedIssuers: ReadonlySet<string> = new Set(['ĐU', 'TU', 'BTGTU', 'CB']);

const kinds = [
  'nghị quyết|quyết định|quy định|chỉ thị|kết luận|quy chế|hướng dẫn|thông báo|thông tri|báo cáo|kế hoạch',
  'chương trình(?: hành động)?|tờ trình|công văn|biên bản|đề án|phương án|văn bản',
].join('|');

const symbolSpellings = spellings(symbols);
// «TƯ» is short for Trung ương, «TU» for Tỉnh ủy and Thành ủy.
const issuerSpellings = new Map([
  ...spellings(issuers),
  ...issuers.filter((one) => one.endsWith('TW')).map((one) => [one.replace(/TW$/, 'TƯ'), one] as const),
]);
const dash = String.raw`\s{0,3}[-\u2010-\u2015\u2212]\s{0,3}`;
const wholeDash = new RegExp(`^${dash}$`, 'u');
const slash = String.raw`\s{0,3}[/\\]\s{0,3}`;

const core = [
  String.raw`(?<!\d|\d[-\u2010-\u2015/.,]|[A-Z/])(?<number>\d{1,4})`,
  String.raw`(?<first>${dash}|${slash}|\s{0,3})`,
  `(?<symbol>${alternatives(symbolSpellings)})`,
  String.raw`(?<second>${slash}|${dash}|\s{0,3})`,
  `(?<issuer>${alternatives(issuerSpellings)})`,
  String.raw`(?<internal>\s?/\s?nb)?(?![\p{L}\p{M}\d]|[-/]\p{L})`,
].join('');

/** «của Ban Bí thư Trung ương Đảng (khóa XI)» between a citation and its date. */
const authors = [
  'của|do|ban|bí thư|chấp hành|thường vụ|tuyên giáo|bộ chính trị|đảng|ủy|uỷ|bộ|khối|các|cơ quan|trung ương|tw|đuk',
  'khóa|khoá|[xiv]{1,5}',
].join('|');
const day = String.raw`\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\d{1,2}\s{1,3}th[áa]ng\s{1,3}\d{1,2}\s{1,3}n[ăa]m\s{1,3}\d{4}|\d{4}-\d{2}-\d{2}`;
const onDay = String.raw`(?:(?:được\s{1,3})?(?:ra|ký|ban\s{1,3}hành)\s{1,3})?ng[àa]y\s{1,3}`;
const pattern = latin(
  [
    String.raw`(?<before>(?:(?:${kinds})\s{1,3})?(?:số\s{0,3}:?\s{0,3})?)${core}`,
    String.raw`(?:(?<between>(?<author>(?:(?:\s{0,3}[,(])?\s{1,3}\(?(?:${authors})(?!\p{L})\)?){1,14}(?=\s{0,3},?\s{1,3}${onDay}))?`,
    String.raw`\s{0,3}[,(]?\s{0,3}(?:${onDay}|(?:dated|of|issued on)\s{1,3})?)`,
    String.raw`(?<date>${day})(?!\d|/\d))?`,
  ].join(''),
  'giu',
);

/** Words that go on about the document just cited; after them a date belongs to it. */
const aboutDocument = latin(
  String.raw`^\s*(?:$|,?\s*(?:[^\p{L}\s,]|của|về|và|hoặc|do|khóa|khoá|ban hành|${kinds}))`,
  'iu',
);
const subject = latin(
  String.raw`^\s*,?\s*(?:\p{Lu}|đảng (?:ủy|uỷ|bộ|đoàn)|chi (?:ủy|uỷ|bộ)|cấp (?:ủy|uỷ)|ban |cơ quan|đơn vị|đồng chí|đ/c|tập thể|hội nghị)`,
  'u',
);

/** A digit, then a dash or slash with letters beside it. */
const numberAndSign = latin(
  String.raw`\d[^\d\p{L}]{0,6}\p{L}[^\d]{0,12}?[\p{Pd}\u2212/\\]|\d[^\d\p{L}]{0,4}[\p{Pd}\u2212/\\][^\d\p{L}]{0,4}\p{L}`,
  'u',
);

/** All citations in order. */
export function findCitations(text: string): CitationMatch[] {
  if (!mayHold(text, hint.citation) || !numberAndSign.test(text)) return [];
  const aligned = align(text);
  const found: CitationMatch[] = [];
  for (const match of eachMatch(aligned.text, pattern)) {
    const parts = partsOf(match);
    if (!parts) continue;
    const after = aligned.text.slice(match.index + match[0].length, match.index + match[0].length + 40);
    const dated = parts.date !== null && dateIsItsOwn(parts, after);
    const length = dated ? match[0].length : match[0].length - parts.between.length - parts.dateText.length;
    const place = aligned.locate(match.index, length);
    found.push({
      ...place,
      text: text.slice(place.index, place.index + place.length),
      number: parts.number,
      symbol: parts.symbol,
      issuer: parts.issuer,
      date: dated ? parts.date : null,
      form: parts.standard ? 'standard' : 'variant',
    });
  }
  return found;
}

/** What the register says. Only a document it knows, or one that is plainly meant to be known, is judged wrong. */
export function judgeCitation(match: CitationMatch, directives: readonly Directive[]): CitationJudgement {
  const formatted = match.form === 'variant' ? rewrite(match, standardForm(match), null) : null;
  const namesakes = directives.filter((directive) => sameKey(directive, match));
  if (namesakes.length > 0) {
    const exact = match.date === null || namesakes.some((directive) => directive.date === match.date);
    if (exact)
      return formatted === null
        ? { verdict: 'ok', suggestion: null, problem: null }
        : { verdict: 'variant', suggestion: formatted, problem: 'format' };
    const [right] = namesakes.sort((a, b) => distance(a.date, match.date) - distance(b.date, match.date));
    if (right && !sharedIssuers.has(match.issuer))
      return { verdict: 'wrong', suggestion: rewrite(match, standardForm(right), right.date), problem: 'date' };
  } else {
    const meant = directives.find((directive) => isMisspelt(match, directive));
    if (meant)
      return { verdict: 'wrong', suggestion: rewrite(match, standardForm(meant), null), problem: 'transposed' };
  }
  return { verdict: 'unknown', suggestion: formatted, problem: 'unknown' };
}

interface Parts {
  readonly before: string;
  readonly number: number;
  readonly symbol: string;
  readonly issuer: string;
  readonly standard: boolean;
  readonly between: string;
  /** Who issued it stands between it and its date. */
  readonly authored: boolean;
  readonly dateText: string;
  readonly date: string | null;
}

/** null where signs are too few to tell a citation from words: «12 CT TU». */
function partsOf(match: RegExpExecArray): Parts | null {
  const { before = '', number = '', first = '', symbol = '', second = '', issuer = '' } = match.groups ?? {};
  const { internal, between = '', author, date: dateText = '' } = match.groups ?? {};
  if (first.trim() === '' && second.trim() === '') return null;
  const known = { symbol: symbolSpellings.get(foldLetters(symbol)), issuer: issuerSpellings.get(foldLetters(issuer)) };
  const standardSigns = wholeDash.test(first) && second.trim() === '/';
  return {
    before,
    number: Number(number),
    symbol: known.symbol ?? symbol,
    issuer: (known.issuer ?? issuer) + (internal === undefined ? '' : '/nb'),
    standard:
      standardSigns && known.symbol === symbol && known.issuer === issuer && number === twoDigits(Number(number)),
    between,
    authored: author !== undefined,
    dateText,
    date: dateText === '' ? null : readDate(dateText),
  };
}

/**
 * A date after a citation may open the next clause: «thực hiện Kết luận số 05-KL/ĐUK, ngày 15/12/2021 Đảng ủy tổ chức
 * hội nghị», or the next sentence on a new line. Such a date is left alone rather than held against the citation.
 */
function dateIsItsOwn({ between, authored }: Parts, after: string): boolean {
  if (/[\r\n]\s*Ngày|\n\s*\n/.test(between)) return false;
  if (aboutDocument.test(after)) return true;
  return !authored && (!between.includes(',') || !subject.test(after));
}

/** Numbers start again every term, so a known key may stand more than once in the register. */
function sameKey(directive: Directive, match: Pick<CitationMatch, 'number' | 'symbol' | 'issuer'>): boolean {
  return directive.number === match.number && directive.symbol === match.symbol && directive.issuer === match.issuer;
}

/**
 * Two neighbouring characters exchanged in one of number, symbol and issuer, or one character of number or symbol
 * replaced while the date is that directive's. Without the date a replaced digit proves nothing: 05-CT/TW and
 * 07-CT/TW both exist.
 */
function isMisspelt(match: CitationMatch, directive: Directive): boolean {
  if (sharedIssuers.has(directive.issuer)) return false;
  if (match.date !== null && match.date !== directive.date) return false;
  const pairs = [
    [twoDigits(match.number), twoDigits(directive.number)],
    [match.symbol, directive.symbol],
    [match.issuer, directive.issuer],
  ] as const;
  const different = pairs.filter(([found, right]) => found !== right);
  const [pair] = different;
  if (!pair || different.length > 1) return false;
  if (isTransposed(...pair)) return true;
  return match.date !== null && match.issuer === directive.issuer && isOneReplaced(...pair);
}

function isTransposed(a: string, b: string): boolean {
  return transpositions(a).includes(b);
}

function isOneReplaced(a: string, b: string): boolean {
  return a.length === b.length && Array.from(a).filter((letter, at) => letter !== b[at]).length === 1;
}

function transpositions(text: string): string[] {
  const all: string[] = [];
  for (let at = 0; at + 1 < text.length; at++)
    all.push(text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2));
  return all;
}

/** 05-KL/ĐUK */
function standardForm({ number, symbol, issuer }: Pick<CitationMatch, 'number' | 'symbol' | 'issuer'>): string {
  return `${twoDigits(number)}-${symbol}/${issuer}`;
}

/** The citation's text with its number part, and its date where one is given, replaced; the words around them stay. */
function rewrite(match: CitationMatch, form: string, date: string | null): string {
  const [found] = eachMatch(align(match.text).text, pattern);
  const parts = found && partsOf(found);
  if (!parts) return form;
  const dateText = date === null ? parts.dateText : showDay(date, /tháng/iu.test(parts.dateText));
  const text = parts.before + form + (match.date === null ? '' : parts.between + dateText);
  return text.replace(/\s+/g, ' ');
}

/** As letters write dates: 01/9/2016, 13/5/2021, 05/02/2021; or in words. */
function showDay(iso: string, words: boolean): string {
  const [year = '', month = '', dayOfMonth = ''] = iso.split('-');
  const shortMonth = Number(month) < 3 ? month : String(Number(month));
  return words ? `${dayOfMonth} tháng ${shortMonth} năm ${year}` : `${dayOfMonth}/${shortMonth}/${year}`;
}

function distance(a: string, b: string | null): number {
  return Math.abs(Date.parse(a) - Date.parse(b ?? a));
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** How letters are looked up: no case, D for Đ. */
function foldLetters(letters: string): string {
  return letters.toUpperCase().replaceAll('Đ', 'D');
}

/** Folded spelling → standard spelling; a spelling with two letters exchanged that means nothing else maps to itself. */
function spellings(standard: readonly string[]): Map<string, string | undefined> {
  const map = new Map<string, string | undefined>();
  for (const one of standard)
    for (const other of transpositions(one.toUpperCase())) map.set(foldLetters(other), undefined);
  for (const one of standard) map.set(foldLetters(one), one);
  return map;
}

/** Longest first, D matching Đ too. */
function alternatives(map: ReadonlyMap<string, unknown>): string {
  return [...map.keys()]
    .sort((a, b) => b.length - a.length)
    .map((spelling) => spelling.replaceAll('D', '[DĐ]'))
    .join('|');
}
