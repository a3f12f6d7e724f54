/** Calendar days as ISO text, and instants on the office's clock. */
import { isPeriod, periodEnd } from './period.ts';
import type { Message } from './message.ts';

/** The last day a full or partial date can mean: `2021-06` → `2021-06-30`, `2021` → `2021-12-31`. */
export function latestDay(iso: string): string {
  return isPeriod(iso) ? periodEnd(iso) : iso;
}

/** The same day so many months later; the month's last day where it has no such day. */
export function addMonths(day: string, months: number): string {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const end = periodEnd(
    `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`,
  );
  return end.slice(0, 8) + (day.slice(8) < end.slice(8) ? day.slice(8) : end.slice(8));
}

/** The day an instant (ISO) falls on, on the office's clock. */
export function localDay(instant: string, utcOffsetMinutes: number): string {
  return localTime(instant, utcOffsetMinutes).slice(0, 10);
}

/** 2023-11-25 → «25/11/2023», in English as it is. */
export function dayLabel(day: string): Message {
  return { vi: day.split('-').reverse().join('/'), en: day };
}

/** An instant to the minute on the office's clock: «23:59 ngày 25/11/2023», “2023-11-25 23:59”. */
export function instantLabel(instant: string, utcOffsetMinutes: number): Message {
  const local = localTime(instant, utcOffsetMinutes);
  const day = dayLabel(local.slice(0, 10));
  const minute = local.slice(11, 16);
  return { vi: `${minute} ngày ${day.vi}`, en: `${day.en} ${minute}` };
}

function localTime(instant: string, utcOffsetMinutes: number): string {
  return new Date(Date.parse(instant) + utcOffsetMinutes * 60_000).toISOString();
}
