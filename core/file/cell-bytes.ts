/** Numbers, references and dates read from the bytes of a cell, without a string in between where it can be helped. */

const ZERO = 0x30;
const NINE = 0x39;

/** Powers of ten a double holds exactly. */
const powers = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
const plainNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The number written there; NaN when it is none. Correctly rounded, as Number() would. */
export function readNumber(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const negative = bytes[at] === 0x2d;
  if (negative) at++;
  let mantissa = 0;
  let digits = 0;
  let point = -1;
  for (; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte >= ZERO && byte <= NINE) {
      mantissa = mantissa * 10 + (byte - ZERO);
      digits++;
    } else if (byte === 0x2e && point < 0) point = digits;
    else break;
  }
  // Up to 15 digits the mantissa is exact, and one division rounds once.
  if (at === end && digits > 0 && digits <= 15) {
    const value = point < 0 ? mantissa : mantissa / (powers[digits - point] as number);
    return negative && value !== 0 ? -value : value;
  }
  return numberFromText(asciiText(bytes, start, end));
}

/** NaN for what is no plain decimal number, unlike Number(), which takes '' and '0x10'. */
export function numberFromText(text: string): number {
  const trimmed = text.trim();
  const value = plainNumber.test(trimmed) ? Number(trimmed) : NaN;
  return Number.isFinite(value) ? value + 0 : NaN;
}

export function asciiText(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at] as number);
  return text;
}

/** A count or index of decimal digits; -1 when it is none. */
export function readIndex(bytes: Uint8Array, start: number, end: number): number {
  if (end === start || end - start > 9) return -1;
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] as number) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

const isoMoment = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?Z?)?$/;
const isoTime = /^T?(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?Z?$/;
/** How Excel writes elapsed time in its strict format. */
const isoDuration = /^PT(\d{1,6})H(\d{1,6})M(\d{1,6}(?:\.\d+)?)S$/;

/** An ISO date, moment, time or length of time as the serial number Excel would hold; NaN when it is none. */
export function isoToSerial(text: string, date1904: boolean): number {
  const time = isoTime.exec(text) ?? isoDuration.exec(text);
  if (time) return dayPart(time[1], time[2], time[3]);
  const match = isoMoment.exec(text);
  if (!match) return NaN;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const moment = new Date(Date.UTC(2000, month - 1, day));
  moment.setUTCFullYear(year, month - 1, day);
  if (moment.getUTCMonth() !== month - 1 || moment.getUTCDate() !== day) return NaN;
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  let days = Math.round((moment.getTime() - epoch) / 86_400_000);
  // Excel's 1900 calendar has a 29 February that never was, so earlier days count one less.
  if (!date1904 && days <= 60) days--;
  return days + dayPart(match[4], match[5], match[6]);
}

function dayPart(hours = '0', minutes = '0', seconds = '0'): number {
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}
