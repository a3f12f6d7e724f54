/** ISO dates as the serial numbers Excel shows as dates. */

/** Việt Nam has no daylight saving: receipts are shown in Asia/Ho_Chi_Minh all year. */
const vietnamOffsetMs = 7 * 3_600_000;
const dayMs = 86_400_000;
/** Days from Excel's day 0 (with its invented 29/02/1900) to 01/01/1970. */
const epochSerial = 25_569;

/**
 * An ISO instant as a serial of Vietnamese wall-clock time, to the second; a bare day stays that day; null and empty
 * text give null. Throws RangeError on anything else.
 */
export function momentSerial(instant: string | null): number | null {
  if (instant === null || instant === '') return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(instant)) return daySerial(instant);
  const time = Date.parse(instant);
  if (Number.isNaN(time)) throw new RangeError('not an ISO instant');
  const seconds = Math.floor((time + vietnamOffsetMs) / 1000);
  return Math.floor(seconds / 86_400) + epochSerial + (seconds % 86_400) / 86_400;
}

/** An ISO day as a serial; a month or a year stays text as dd/mm/yyyy would read it. */
export function dayContent(iso: string | null): number | string | null {
  if (iso === null) return null;
  const [year, month, day] = iso.split('-');
  if (year === undefined || month === undefined) return iso;
  return day === undefined ? `${month}/${year}` : daySerial(iso);
}

/** `hh:mm dd/mm/yyyy` in Việt Nam. */
export function momentText(instant: string): string {
  const local = new Date(Date.parse(instant) + vietnamOffsetMs).toISOString();
  return `${local.slice(11, 16)} ngày ${local.slice(8, 10)}/${local.slice(5, 7)}/${local.slice(0, 4)}`;
}

function daySerial(iso: string): number {
  return Math.round(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / dayMs) + epochSerial;
}
