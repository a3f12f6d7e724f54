/** Instants and days as the office reads and writes them. */
import { dayLabel, instantLabel } from '../../core/calendar.ts';
import { periodLabel } from '../../core/period.ts';
import { readDate } from '../../core/text/date.ts';
import type { Language } from '../language.ts';

/** «23:59 ngày 25/11/2023» on the office's clock; a dash where there is none. */
export function instantText(instant: string | null, utcOffsetMinutes: number, language: Language): string {
  return instant === null ? '–' : instantLabel(instant, utcOffsetMinutes)[language];
}

/** «25/11/2023» */
export function dayText(instant: string, utcOffsetMinutes: number, language: Language): string {
  return dayLabel(localDate(instant, utcOffsetMinutes))[language];
}

/** The day of an instant on the office's clock, ISO. */
export function localDate(instant: string, utcOffsetMinutes: number): string {
  return new Date(Date.parse(instant) + utcOffsetMinutes * 60_000).toISOString().slice(0, 10);
}

/** «tháng 11/2023», «năm 2023» */
export function periodText(period: string, language: Language): string {
  return periodLabel(period)[language];
}

/** `11/2023`, as it is typed; a year as it is. */
export function typedPeriod(period: string | null): string {
  if (period === null) return '';
  const [year = '', month] = period.split('-');
  return month === undefined ? year : `${month}/${year}`;
}

/** `11/2023`, «tháng 11 năm 2023» or `2023-11` → `2023-11`; null for anything else. */
export function readMonth(text: string): string | null {
  const typed = text.trim();
  const short = /^(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(typed);
  const iso = short ? `${short[2] ?? ''}-${(short[1] ?? '').padStart(2, '0')}` : (readDate(typed) ?? typed);
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(iso) ? iso : null;
}

/** `2023` or «năm 2023» → `2023` */
export function readYear(text: string): string | null {
  return /^(?:năm\s+|year\s+)?((?:19|20)\d{2})$/iu.exec(text.trim())?.[1] ?? null;
}

/** `28/11/2023` → `2023-11-28`; null for anything that is no full day. */
export function readDay(text: string): string | null {
  const iso = readDate(text.trim());
  return iso?.length === 10 ? iso : null;
}

/** The last second of a day on the office's clock, as an instant. */
export function endOfDay(day: string, utcOffsetMinutes: number): string {
  return new Date(Date.parse(`${day}T23:59:59Z`) - utcOffsetMinutes * 60_000).toISOString();
}
