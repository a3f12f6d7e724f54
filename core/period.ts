/** Reporting periods: a month `YYYY-MM` or a year `YYYY`, and the dates that belong to them (ISO, no time zone). */

const pattern = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/;

export function isPeriod(text: string): boolean {
  return pattern.test(text);
}

/** The last day of the period: the date its rules, organisations and parameters are taken at. */
export function periodEnd(period: string): string {
  const [year, month] = periodParts(period);
  const last = new Date(Date.UTC(year, month ?? 12, 0));
  return last.toISOString().slice(0, 10);
}

/** The first day of the period. */
export function periodStart(period: string): string {
  const [year, month] = periodParts(period);
  return `${String(year).padStart(4, '0')}-${String(month ?? 1).padStart(2, '0')}-01`;
}

/** The month, or year, before. */
export function previousPeriod(period: string): string {
  const [year, month] = periodParts(period);
  if (month === null) return String(year - 1).padStart(4, '0');
  const index = year * 12 + month - 2;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** «tháng 11/2023» or «năm 2023». */
export function periodLabel(period: string): { readonly vi: string; readonly en: string } {
  const [year, month] = periodParts(period);
  return month === null
    ? { vi: `năm ${year}`, en: String(year) }
    : { vi: `tháng ${month}/${year}`, en: `${String(month).padStart(2, '0')}/${year}` };
}

/** Year and month; month is null for a year. Throws RangeError on anything else. */
function periodParts(period: string): [number, number | null] {
  const match = pattern.exec(period);
  if (!match?.[1]) throw new RangeError(`not a period: ${period}`);
  return [Number(match[1]), match[2] ? Number(match[2]) : null];
}
