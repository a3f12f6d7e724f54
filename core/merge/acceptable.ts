/** When a workbook may be merged, and which of its findings somebody has answered for. */
import { localDay } from '../calendar.ts';
import type { Finding } from '../finding.ts';
import { canonicalJson } from '../hash.ts';
import type { Profile } from '../profile.ts';
import { rules } from '../rules/index.ts';
import type { Acknowledgement, Extract } from '../submission.ts';
import { compareCodes } from './compare.ts';

/** Errors that no reason makes good: the text itself must go, whoever acknowledged it. */
export const neverAcknowledged: ReadonlySet<string> = new Set([
  'classification-mark',
  'personal-identifier',
  'refused-column',
]);

/** The acknowledgement in force of a finding, by finding id. */
export type Acknowledged = ReadonlyMap<string, Acknowledgement>;

/** Acknowledgements still in force at `asOf` (ISO instant); of several for one finding the longest-lasting. */
export function acknowledgedAt(
  acknowledgements: readonly Acknowledgement[],
  asOf: string,
  profile: Profile,
): Acknowledged {
  const today = localDay(asOf, profile.utcOffsetMinutes);
  const open = '9999-12-31';
  const chosen = new Map<string, Acknowledgement>();
  for (const one of acknowledgements) {
    if (one.expires !== null && one.expires < today) continue;
    const other = chosen.get(one.finding);
    const order = other
      ? compareCodes(other.expires ?? open, one.expires ?? open) ||
        compareCodes(canonicalJson(one), canonicalJson(other))
      : -1;
    if (order < 0) chosen.set(one.finding, one);
  }
  return chosen;
}

/**
 * Errors that keep the workbook out of the merge: those about the workbook itself that nobody acknowledged. An error
 * about the committee (a team too large, a report too late) is what the summary is there to show.
 */
export function blockingErrors(extract: Extract, acknowledged: Acknowledged): readonly Finding[] {
  return extract.findings.filter(
    ({ id, rule, severity }) =>
      severity === 'error' &&
      rules.get(rule)?.concerns !== 'committee' &&
      (!acknowledged.has(id) || neverAcknowledged.has(rule)),
  );
}

/** True when the workbook was recognised and has no blocking error: the one definition of "acceptable". */
export function isAcceptable(extract: Extract, acknowledged: Acknowledged): boolean {
  return extract.document !== null && blockingErrors(extract, acknowledged).length === 0;
}
