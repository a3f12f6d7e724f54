/**
 * Dates of workbooks, as ISO text: a day `2021-06-15`, a month `2023-09` or a year `2021`.
 * Day always comes before month: a month-first date is never guessed. Two-digit years are not dates.
 */
import { align } from './aligned.ts';
import { normalise } from './compare.ts';
import { eachMatch } from './each-match.ts';
import { latin } from './latin.ts';

const millisecondsPerDay = 86_400_000;
/** Days from 1970-01-01 to day 0 of each system; that of 1900 counts a 29 February 1900 from serial 60 on. */
const epoch1904 = Date.UTC(1904, 0, 1) / millisecondsPerDay;
const epoch1900 = Date.UTC(1899, 11, 30) / millisecondsPerDay;

/**
 * The ISO day of an Excel serial number; a time of day (the fraction) is dropped.
 * null outside Excel's calendar (1900-01-01 or 1904-01-01 to 9999-12-31) and for serial 60 of the 1900 system,
 * the 29th of February 1900 that never was.
 */
export function serialToIso(serial: number, date1904: boolean): string | null {
  const day = Math.floor(serial);
  if (!Number.isFinite(day)) return null;
  if (date1904) return day >= 0 && day <= 2_957_003 ? serialDay(epoch1904, day) : null;
  if (day < 1 || day > 2_958_465 || day === 60) return null;
  return serialDay(epoch1900 + (day < 60 ? 1 : 0), day);
}

/** `epoch` in days since 1970-01-01. */
function serialDay(epoch: number, day: number): string {
  const known = serialDays.get(epoch + day);
  if (known !== undefined) return known;
  const iso = new Date((epoch + day) * millisecondsPerDay).toISOString().slice(0, 10);
  if (serialDays.size < mostSerialDays) serialDays.set(epoch + day, iso);
  return iso;
}

/** A column of dates repeats a few days; days since 1970 → ISO. */
const serialDays = new Map<number, string>();
const mostSerialDays = 10_000;

const ngay = String.raw`ng[àa]y\s*:?\s*(?:m[ùồ]ng\s+)?`;
const thang = String.raw`th[áa]ng\s*`;
const nam = String.raw`\s*,?\s*n[ăa]m\s*`;

/** Longest form first, so that the month inside a day, possible or not, is never read on its own. */
const dateForms = [
  // «ngày 26 tháng 12 năm 2015»
  String.raw`(?:${ngay})?(?<!\d)(?<d1>\d{1,2})\s*${thang}(?<m1>\d{1,2})${nam}(?<y1>\d{4})(?!\d)`,
  // 26/12/2015, 26-12-2015, 26.12.2015
  String.raw`(?:${ngay})?(?<![\d/.,]|(?<!\d{4})-)(?<d2>\d{1,2})(?<s2>\s?[/-]\s?|\.)(?<m2>\d{1,2})\k<s2>(?<y2>\d{4})(?!\d|[/.]\d)`,
  // 2015-12-26
  String.raw`(?<![\d/.,-])(?<y3>\d{4})-(?<m3>\d{2})-(?<d3>\d{2})(?!\d|[/.-]\d)`,
  // «tháng 12/2015», «tháng 12 năm 2015»
  String.raw`${thang}(?<m4>\d{1,2})(?:\s?[/.-]\s?|${nam})(?<y4>\d{4})(?!\d|/)`,
  // 12/2015: «số 5/2015» and «5/2015/TT-BTC» are numbers of documents
  String.raw`(?<!s[ốo]\s*:?\s*)(?<![\d/.,-])(?<m5>\d{1,2})/(?<y5>\d{4})(?!\d|[/-])`,
].join('|');

const inText = new RegExp(dateForms, 'giu');

const time = String.raw`(?:,?\s*(?:l[úu]c\s*)?|T)\d{1,2}\s*(?:[:h]|gi[ờo])\s*(?:\d{1,2}(?:\s*ph[úu]t|:\d{1,2}(?:[.,]\d+)?)?)?'?\s*(?:Z|[+-]\d{2}:?\d{2}|[SC]H|[AP]M)?`;
const whole = latin(
  String.raw`^(?:[\p{L}][\p{L}\s.'-]{0,60},\s*(?=ng[àa]y))?(?:${dateForms}|(?<y6>\d{4})-(?<m6>\d{2})|(?<m7>\d{1,2})-(?<y7>\d{4})|(?:n[ăa]m\s+)?(?<y8>\d{4}))(?:${time})?\.?$`,
  'iu',
);

/**
 * The date a text states when it states nothing else: d/M/yyyy (also with - or .), yyyy-MM-dd, «ngày … tháng … năm …»,
 * also behind a place as letters have it, «tháng 9/2023», «tháng 9 năm 2023», 9/2023, or a year.
 * A time after it is let pass. null for anything else, a day that does not exist included.
 */
export function readDate(text: string): string | null {
  const match = whole.exec(normalise(text));
  return match?.groups ? isoOf(match.groups) : null;
}

/** Days and months with a year inside running text, in order; `index` and `length` are of the text as given. */
export function findDates(text: string): { index: number; length: number; iso: string }[] {
  const aligned = align(text);
  const found: { index: number; length: number; iso: string }[] = [];
  for (const match of eachMatch(aligned.text, inText)) {
    const iso = match.groups ? isoOf(match.groups) : null;
    if (iso !== null) found.push({ ...aligned.locate(match.index, match[0].length), iso });
  }
  return found;
}

function isoOf(groups: Readonly<Record<string, string | undefined>>): string | null {
  const part = (name: string): string | null => {
    for (let form = 1; form <= 8; form++) {
      const digits = groups[name + String(form)];
      if (digits !== undefined) return digits.padStart(2, '0');
    }
    return null;
  };
  const year = part('y');
  // Other four-digit numbers stand where a year could.
  if (year === null || year < '1900' || year > '2099') return null;
  const month = part('m');
  if (month === null) return year;
  const day = part('d');
  if (day !== null) return dayExists(Number(year), Number(month), Number(day)) ? `${year}-${month}-${day}` : null;
  return month >= '01' && month <= '12' ? `${year}-${month}` : null;
}

function dayExists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
