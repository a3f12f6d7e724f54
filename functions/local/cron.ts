/** Schedules of timer functions: six fields (second minute hour day month weekday) or five without the second, in UTC. */

interface Schedule {
  readonly seconds: ReadonlySet<number>;
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  readonly weekdays: ReadonlySet<number>;
}

/** Throws RangeError for anything but numbers, `*`, lists, ranges and steps of them. */
export function readSchedule(text: string): Schedule {
  const fields = text.trim().split(/\s+/);
  if (fields.length === 5) fields.unshift('0');
  const [seconds, minutes, hours, days, months, weekdays] = fields;
  if (fields.length !== 6 || !seconds || !minutes || !hours || !days || !months || !weekdays)
    throw new RangeError(`Not a schedule: ${text}`);
  const onWeekdays = readField(weekdays, 0, 7);
  return {
    seconds: readField(seconds, 0, 59),
    minutes: readField(minutes, 0, 59),
    hours: readField(hours, 0, 23),
    days: readField(days, 1, 31),
    months: readField(months, 1, 12),
    // Both 0 and 7 are Sunday.
    weekdays: new Set([...onWeekdays].map((day) => day % 7)),
  };
}

function readField(field: string, least: number, most: number): Set<number> {
  const values = new Set<number>();
  for (const part of field.split(',')) {
    const match = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part);
    if (!match) throw new RangeError(`Not part of a schedule: ${part}`);
    const [, first, last, step] = match;
    const from = first === undefined ? least : Number(first);
    const to = last !== undefined ? Number(last) : first === undefined || step !== undefined ? most : from;
    const by = step === undefined ? 1 : Number(step);
    if (from < least || to > most || from > to || by < 1) throw new RangeError(`Out of bounds in a schedule: ${part}`);
    for (let value = from; value <= to; value += by) values.add(value);
  }
  return values;
}

/** The first moment after `after` that the schedule names. Throws RangeError when there is none within five years. */
export function nextTime(schedule: Schedule, after: Date): Date {
  const time = new Date(Math.floor(after.getTime() / 1000) * 1000 + 1000);
  const end = after.getTime() + 5 * 366 * 24 * 60 * 60 * 1000;
  while (time.getTime() <= end) {
    const day =
      schedule.months.has(time.getUTCMonth() + 1) &&
      schedule.days.has(time.getUTCDate()) &&
      schedule.weekdays.has(time.getUTCDay());
    if (!day) time.setUTCHours(24, 0, 0, 0);
    else if (!schedule.hours.has(time.getUTCHours())) time.setUTCMinutes(60, 0, 0);
    else if (!schedule.minutes.has(time.getUTCMinutes())) time.setUTCSeconds(60, 0);
    else if (!schedule.seconds.has(time.getUTCSeconds())) time.setUTCSeconds(time.getUTCSeconds() + 1);
    else return time;
  }
  throw new RangeError('The schedule names no moment');
}
