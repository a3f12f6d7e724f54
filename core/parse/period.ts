/** The month or year a text speaks of. */
import { normalise } from '../text/compare.ts';
import { findDates } from '../text/date.ts';

/**
 * «tháng 11 năm 2023», «THÁNG 11/2023», «T11-2023» → `2023-11`; null when there is none. Of «tháng 12 và nhiệm vụ tháng
 * 01 năm 2024» the first is meant, in the year before; of «từ tháng 10 đến tháng 11 năm 2023» and «tháng 10, 11 năm
 * 2023» the last.
 */
export function monthInText(text: string): string | null {
  const line = inFigures(normalise(text)).replace(twoMonths, '$1');
  const named = /(?:tháng|thang|th\.|t\.?)\s*(\d{1,2})\s*(?:[/.\-–_,]|,?\s*(?:năm|nam)|\s)\s*(\d{4})(?!\d)/iu.exec(
    line,
  );
  const before = /(?:tháng|thang)\s*(\d{1,2})(?!\d|\s*[/-]\s*\d)(.*)$/iu.exec(line.slice(0, named?.index));
  if (!named || !before || /(?:đến|tới|den|toi|[-–])\s*(?:hết\s*)?$|^\s*(?:,|và|va)\s*$/iu.test(before[2] ?? ''))
    return monthOf(named?.[2], named?.[1]);
  return monthOf(Number(named[2]) - (Number(before[1]) > Number(named[1]) ? 1 : 0), before[1]);
}

/** «tháng 10 và 11 năm 2023»: all but the last. */
const twoMonths =
  /((?:tháng|thang)\s*)\d{1,2}\s*(?:,|và|va|\+|&|[-–])\s*(?=\d{1,2}\s*(?:[/.–-]|,?\s*(?:năm|nam)|\s)\s*\d{4}(?!\d))/iu;

/** Months as words, with the one that holds another before it. */
const monthWords = [
  ['mười một', 11],
  ['mười hai', 12],
  ['chạp', 12],
  ['mười', 10],
  ['giêng', 1],
  ['một', 1],
  ['hai', 2],
  ['ba', 3],
  ['tư', 4],
  ['bốn', 4],
  ['năm', 5],
  ['sáu', 6],
  ['bảy', 7],
  ['tám', 8],
  ['chín', 9],
] as const;
const wordedMonth = new RegExp(
  String.raw`(tháng\s+)(?!năm\s*$)(${monthWords.map(([word]) => word).join('|')}|[IVX]{1,4})(?=\s*[/,]|\s+năm\s+\d{4}|\s*$)`,
  'iu',
);

/** «tháng mười một năm 2023», «THÁNG XI/2023» → «tháng 11 năm 2023». */
function inFigures(line: string): string {
  return line.replace(wordedMonth, (whole, month: string, word: string) => {
    const number =
      monthWords.find(([one]) => one === word.toLowerCase())?.[1] ?? romanMonths.indexOf(word.toUpperCase()) + 1;
    return number > 0 ? month + String(number) : whole;
  });
}

const romanMonths = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** «từ ngày 25/10/2023 đến ngày 24/11/2023» → `2023-11`: a period that ends in a month is that month's. */
export function monthOfRange(text: string): string | null {
  const end = /(?:^|[\s(])từ\s.*\d.*\sđến\s(.*)$/iu.exec(normalise(text))?.[1] ?? '';
  return findDates(end)[0]?.iso.slice(0, 7) ?? null;
}

/** «từ ngày 01/01/2023 đến ngày 31/12/2023» → 2023. */
export function yearOfRange(text: string): number | null {
  if (text.length > longestRange) return null;
  const [from, to, ...more] = /(?:^|[\s(])từ\s.*\d.*\sđến\s/iu.test(normalise(text)) ? findDates(text) : [];
  return from && to && more.length === 0 && from.iso.slice(0, 4) === to.iso.slice(0, 4)
    ? Number(from.iso.slice(0, 4))
    : null;
}

const longestRange = 200;

/** A value that is a period: «11/2023», «2023-11», «Tháng 11 năm 2023», «24/11/2023». */
export function monthOfValue(text: string): string | null {
  const line = normalise(text);
  const named = monthOfRange(line) ?? monthInText(line);
  if (named !== null) return named;
  const iso = /(?<!\d)(\d{4})[-/.](\d{1,2})(?!\d)/.exec(line);
  if (iso) return monthOf(iso[1], iso[2]);
  const short = /(?<!\d)(?:\d{1,2}\s*[/.-]\s*)?(\d{1,2})\s*[/.\-_\s]\s*(\d{4})(?!\d)/.exec(line);
  return monthOf(short?.[2], short?.[1]);
}

/** «tháng 11», «tháng mười một» without a year → 11. */
export function monthNumberInText(text: string): number | null {
  const month = Number(/(?:tháng|thang)\s*(\d{1,2})(?!\d|\s*[/-]\s*\d)/iu.exec(inFigures(normalise(text)))?.[1] ?? 0);
  return month >= 1 && month <= 12 ? month : null;
}

/** «năm 2023» → 2023. */
export function yearInText(text: string): number | null {
  const year = Number(/(?:năm|nam)\s*[:.]?\s*(\d{4})(?!\d)/iu.exec(normalise(text))?.[1] ?? 0);
  return year >= 1990 && year <= 2100 ? year : null;
}

export function monthOf(year: string | number | undefined, month: string | number | undefined): string | null {
  const y = Number(year);
  const m = Number(month);
  if (!(y >= 1990 && y <= 2100) || !(m >= 1 && m <= 12)) return null;
  return `${y}-${String(m).padStart(2, '0')}`;
}
