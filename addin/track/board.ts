/** The board as it is filtered and drawn. */
import type { Board, BoardRow } from '../../core/api.ts';
import type { Timeliness } from '../../core/submission.ts';
import { foldPlain } from '../../core/text/compare.ts';
import { localDate } from '../parts/moments.ts';

export interface BoardFilter {
  /** Words of the committee's name, whatever their case and accents. */
  readonly text: string;
  readonly timeliness: Timeliness | null;
  readonly status: BoardRow['status'] | null;
  readonly openOnly: boolean;
}

export const noFilter: BoardFilter = { text: '', timeliness: null, status: null, openOnly: false };

export function filterBoard(rows: readonly BoardRow[], filter: BoardFilter): BoardRow[] {
  const wanted = foldPlain(filter.text)
    .split(' ')
    .filter((word) => word !== '');
  return rows.filter((row) => {
    if (filter.timeliness !== null && row.timeliness !== filter.timeliness) return false;
    if (filter.status !== null && row.status !== filter.status) return false;
    if (filter.openOnly && row.errors === 0) return false;
    const name = foldPlain(row.name);
    return wanted.every((word) => name.includes(word));
  });
}

/** In the order they are drawn and read. */
const timelinessOrder: readonly Timeliness[] = ['onTime', 'inGrace', 'late', 'unknown', 'missing'];

export interface Share {
  readonly timeliness: Timeliness;
  readonly count: number;
}

/** How many committees stand where; those with none are left out. */
export function sharesOf(rows: readonly BoardRow[]): Share[] {
  return timelinessOrder
    .map((timeliness) => ({ timeliness, count: rows.filter((row) => row.timeliness === timeliness).length }))
    .filter(({ count }) => count > 0);
}

export interface DayCount {
  /** Day of the month; null for everything after it. */
  readonly day: number | null;
  readonly count: number;
}

/** First receipts by day of the period's month, then all that came later. */
export function receiptsByDay({ period, rows }: Board, utcOffsetMinutes: number): DayCount[] {
  const last = new Date(Date.UTC(Number(period.slice(0, 4)), Number(period.slice(5, 7)), 0)).getUTCDate();
  const days = new Map<number | null, number>();
  for (const { firstReceived } of rows) {
    if (firstReceived === null) continue;
    const date = localDate(firstReceived, utcOffsetMinutes);
    // What comes early counts for the first day.
    const day = date.slice(0, 7) > period ? null : date.slice(0, 7) < period ? 1 : Number(date.slice(8));
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  const month = Array.from({ length: last }, (_, index) => index + 1);
  return [...month, null].map((day) => ({ day, count: days.get(day) ?? 0 }));
}
