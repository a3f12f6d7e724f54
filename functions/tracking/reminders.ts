/** Deadline reminders: three days and one day before the deadline, on the day, and the day after, for those still missing. */
import { localDay } from '../../core/calendar.ts';
import { deadlineAt } from '../../core/merge/deadline-at.ts';
import { keys } from '../protocol/partitions.ts';
import type { Services } from '../route.ts';
import { boardOf } from './board.ts';

type Reminding = Pick<Services, 'store' | 'profile' | 'ruleset' | 'now' | 'log'>;

const days: ReadonlySet<number> = new Set([-3, -1, 0, 1]);
const dayLength = 86_400_000;

/** Answers how many committees are reminded; 0 when it is not a day for it or was done. */
export async function remind(services: Reminding): Promise<number> {
  const { store, profile, now } = services;
  const today = localDay(now().toISOString(), profile.utcOffsetMinutes);
  const period = today.slice(0, 7);
  const deadline = deadlineAt(profile, period);
  if (deadline === null) return 0;
  const due = localDay(deadline.due, profile.utcOffsetMinutes);
  if (!days.has(Math.round((Date.parse(today) - Date.parse(due)) / dayLength))) return 0;
  const { rows } = await boardOf(services, period);
  const at = now().toISOString();
  const late = rows.filter(
    ({ timeliness, extension }) => timeliness === 'missing' && !(extension && extension.until > at),
  );
  if (late.length === 0) return 0;
  const key = keys.outbox(`reminder~${today}`);
  const value = { topic: 'reminder', subject: `${period}~${today}`, at };
  // One a day, however often the timer fires: the row of the day is put once and its mark stays.
  const outcome = await store.batch(period, [
    { type: 'insert', key, value },
    { type: 'insert', key: `reminded~${today}`, value: { at } },
  ]);
  if (outcome === 'conflict') return 0;
  services.log('reminder', { period, count: late.length });
  return late.length;
}
