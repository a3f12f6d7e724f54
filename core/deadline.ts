/** When a period's report is due and whether it came in time, by the office's calendar and the server's clock. */
import * as z from 'zod';
import { periodEnd } from './period.ts';
import type { Timeliness } from './submission.ts';

/** The parameters of `report-deadline`: the due day of the month, days of grace after it, and what a weekend does. */
export const deadlineParameters = z.strictObject({
  dueDay: z.number().int().min(1).max(31),
  graceDays: z.number().int().nonnegative(),
  weekendPolicy: z.enum(['none', 'next-workday', 'previous-workday']),
});

export type DeadlineParameters = z.infer<typeof deadlineParameters>;

/** ISO instants, both inclusive. */
export interface Deadline {
  readonly due: string;
  /** The last moment of grace; equal to `due` where there is none. */
  readonly graceUntil: string;
}

const dayLength = 86_400_000;

/**
 * The deadline of a period: the end of the due day on the office's clock; of a year, in December.
 * A due day the month does not have is its last day. Grace counts calendar days.
 */
export function deadlineOf(period: string, parameters: DeadlineParameters, utcOffsetMinutes: number): Deadline {
  const end = periodEnd(period);
  const day = Math.min(parameters.dueDay, Number(end.slice(8)));
  const dueDay = moveOffWeekend(Date.parse(end.slice(0, 8) + String(day).padStart(2, '0')), parameters.weekendPolicy);
  const due = dueDay + dayLength - 1 - utcOffsetMinutes * 60_000;
  return {
    due: new Date(due).toISOString(),
    graceUntil: new Date(due + parameters.graceDays * dayLength).toISOString(),
  };
}

/**
 * Whether something received at that instant (ISO; null: never) met the deadline.
 * An extension moves the due time later, never earlier; the common grace stays where it was.
 */
export function timeliness(receivedAt: string | null, deadline: Deadline, extendedUntil: string | null): Timeliness {
  if (receivedAt === null) return 'missing';
  const received = Date.parse(receivedAt);
  if (received <= Date.parse(deadline.due)) return 'onTime';
  if (extendedUntil !== null && received <= Date.parse(extendedUntil)) return 'onTime';
  return received <= Date.parse(deadline.graceUntil) ? 'inGrace' : 'late';
}

/** `day` is a midnight in UTC standing for a calendar day. */
function moveOffWeekend(day: number, policy: DeadlineParameters['weekendPolicy']): number {
  const weekday = new Date(day).getUTCDay();
  if (policy === 'none' || (weekday !== 0 && weekday !== 6)) return day;
  const saturday = weekday === 6;
  const days = policy === 'next-workday' ? (saturday ? 2 : 1) : saturday ? -1 : -2;
  return day + days * dayLength;
}
