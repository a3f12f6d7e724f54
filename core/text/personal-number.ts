/**
 * Numbers and addresses that lead to one person: telephone, e-mail, identity card, number plate, bank account.
 * Each kind has a pattern, and a context that must stand before it unless the pattern is telling enough alone.
 */
import { findDates } from './date.ts';
import { eachMatch } from './each-match.ts';
import { hint, mayHold } from './hints.ts';
import { latin } from './latin.ts';

export type NumberType = 'phone' | 'email' | 'nationalId' | 'plate' | 'account';

export interface FoundNumber {
  readonly type: NumberType;
  readonly index: number;
  readonly length: number;
}

interface NumberPattern {
  readonly type: NumberType;
  readonly pattern: RegExp;
  /** Words one of which must end shortly before; null when the pattern needs none. */
  readonly context: RegExp | null;
}

/** Not inside a longer number, a date, a document number or a word; two long numbers may share a slash or dash. */
const notInside = String.raw`(?<![\p{L}\p{N}+@_]|(?<!\p{N})/|(?<!\p{N}{3})\p{N}{1,2}[/-]|\p{N}[.,])`;
/** The look ahead is not needed, but much cheaper to fail on than what stands before. */
const start = String.raw`(?=[\d+(])${notInside}`;
const end = String.raw`(?![\p{L}\p{N}@]|[.,]\p{N}|[/-](?!0\d{8})\p{N}| \p{N}{3})`;
const sign = String.raw`[ .-]`;

/** How far a context word may stand before its number, in characters. */
const contextReach = 32;

const phoneContext = latin(
  String.raw`(?<![\p{L}])(?:điện thoại|đ\.?t(?:dđ)?|sđt|di động|tel|phone|mobile|zalo|viber|hotline|fax|số máy|liên hệ|gọi)(?![\p{L}])[^\p{N};]*$`,
  'iu',
);
const identityContext = latin(
  String.raw`(?<![\p{L}])(?:cccd|cmnd|cmtnd|cmt|căn cước|chứng minh|định danh|giấy tờ tùy thân|bhxh|bảo hiểm (?:xã hội|y tế)|hộ chiếu|passport|thẻ đảng)(?![\p{L}])[^\p{N};]*$`,
  'iu',
);
const plateContext = latin(
  String.raw`(?<![\p{L}])(?:biển (?:số|kiểm soát)|bks|đăng ký xe|xe|ô tô|mô tô)(?![\p{L}])[^;.]*$`,
  'iu',
);
const accountContext = latin(
  String.raw`(?<![\p{L}])(?:tài khoản|tk|stk|account|thẻ (?:atm|ngân hàng))(?![\p{L}])[^\p{N};.]*$`,
  'iu',
);

/** First three digits of an identity number: the province of birth registration. */
const provinces =
  '0(?:0[12468]|1[0124579]|2[024567]|3[0134-8]|4[024-689]|5[12468]|6[024678]|7[024579]|8[0234679]|9[1-6])';

const patterns: readonly NumberPattern[] = [
  {
    type: 'email',
    pattern:
      /(?<![\w.%+-])[\w.%+-]{1,64}\s?(?:@|[[(]\s?(?:at|a còng)\s?[\])])\s?(?:[\w-]{1,63}\.){1,4}[a-z]{2,24}(?![\w-])/giu,
    context: null,
  },
  // Mobile, in the groupings people write
  {
    type: 'phone',
    pattern: grouped('0[35789]', [
      '2,8',
      '2,4,4',
      '4,6',
      '4,3,3',
      '3,3,4',
      '3,4,3',
      '4,2,2,2',
      '3,7',
      '5,5',
      '2,2,3,3',
      '3,3,2,2',
      '4,4,2',
    ]),
    context: null,
  },
  // Mobile numbers of eleven digits, no longer in use since 2018
  { type: 'phone', pattern: grouped('01[2689]', ['3,8', '4,7', '4,3,4', '5,3,3', '5,6', '4,4,3']), context: null },
  {
    type: 'phone',
    pattern: latin(
      String.raw`${start}(?:\+|00|\(\+)84\)?${sign}?(?:\(0\)${sign}?|0)?[2-9](?:${sign}?\d){8,9}${end}`,
      'giu',
    ),
    context: null,
  },
  { type: 'phone', pattern: latin(`${start}84[35789]\\d{8}${end}`, 'gu'), context: null },
  // Landlines, and anything else said to be a telephone number
  {
    type: 'phone',
    pattern: latin(String.raw`${start}(?:\(0\d{1,3}\)|0|84)${sign}?\d(?:${sign}?\d){6,9}${end}`, 'giu'),
    context: phoneContext,
  },
  {
    type: 'phone',
    pattern: latin(String.raw`${start}[35789]\d(?:${sign}?\d){7}${end}`, 'giu'),
    context: phoneContext,
  },
  {
    type: 'nationalId',
    pattern: latin(
      String.raw`${start}${provinces}(?:[0-3]\d{8}|[ .-]?[0-3]\d{2}[ .-]\d{3}[ .-]\d{3}|[0-3][ .-]\d{4}[ .-]\d{4})${end}`,
      'giu',
    ),
    context: null,
  },
  // 12 digits, 9 of the old card, 10 of social insurance, a passport
  {
    type: 'nationalId',
    pattern: latin(
      String.raw`(?=[A-Z]?\d)${notInside}(?:\d(?:${sign}?\d){8,9}|\d(?:${sign}?\d){11}|[A-Z]\d{7,8})${end}`,
      'giu',
    ),
    context: identityContext,
  },
  {
    type: 'plate',
    pattern: latin(String.raw`${start}[1-9]\d(?:[A-Z]{1,2}|-[A-Z]\d)\d?(?:[ -]\d{3}\.\d{2}|-\d{5})${end}`, 'gu'),
    context: null,
  },
  {
    type: 'plate',
    pattern: latin(String.raw`${start}[1-9]\d ?-? ?[A-Z]{1,2}\d?[ .-]?\d{3}[.]?\d{1,2}${end}`, 'gu'),
    context: plateContext,
  },
  {
    type: 'account',
    pattern: latin(String.raw`${start}\d(?:[ -]?\d){7,18}${end}`, 'giu'),
    context: accountContext,
  },
];

/** In a text already aligned (NFC, plain spaces), by place; where kinds overlap the first listed wins. */
export function findPersonalNumbers(text: string): FoundNumber[] {
  if (!mayHold(text, hint.number)) return [];
  const rest = withoutHarmless(text);
  const found: FoundNumber[] = [];
  for (const { type, pattern, context } of patterns) {
    for (const { index, 0: match } of eachMatch(rest, pattern)) {
      if (context && !context.test(rest.slice(Math.max(0, index - contextReach), index))) continue;
      if (found.some((other) => index < other.index + other.length && other.index < index + match.length)) continue;
      found.push({ type, index, length: match.length });
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

/** Amounts, shares, counts, and numbers of the State's documents. */
const harmless = [
  String.raw`(?<![\p{L}\p{N}])\d[\d.,]{0,30}\s{0,3}(?:đồng|vnđ|vnd|usd|tỷ|tỉ|triệu|nghìn|ngàn|lượt|người|đảng viên|%|đ(?![\p{L}/.]))`,
  String.raw`\d{1,6}/\d{4}/[\p{L}\d-]+`,
];
const harmlessPattern = latin(harmless.join('|'), 'giu');

/** The same text with dates, amounts and document numbers blanked, so that places stay. */
function withoutHarmless(text: string): string {
  const blank = (match: string): string => '\u0000'.repeat(match.length);
  let rest = text.replace(harmlessPattern, blank);
  for (const { index, length } of findDates(text))
    rest = rest.slice(0, index) + '\u0000'.repeat(length) + rest.slice(index + length);
  return rest;
}

/** A number that begins so, its digits in one of the groupings: '4,3,3' is 0912 345 678. */
function grouped(prefix: string, groupings: readonly string[]): RegExp {
  const shapes = groupings.map((grouping) =>
    grouping
      .split(',')
      .map((size) => String.raw`\d{${size}}`)
      .join(sign),
  );
  // The prefix is looked at, then the digits are counted from its start; one unbroken number has one group of all.
  const whole = prefix.startsWith('01') ? String.raw`\d{11}` : String.raw`\d{10}`;
  return latin(`${start}(?=${prefix})(?:${[whole, ...shapes].join('|')})${end}`, 'giu');
}
