/**
 * Whether a report came in time is not stored with its extract: an extension or a withdrawal may change it later. It is
 * judged when the extract is used, by the first acceptable receipt where that was earlier, so that a correction after
 * the deadline never erases an on-time first acceptance.
 */
import { severityOrder, type Finding } from '../../core/finding.ts';
import { periodEnd } from '../../core/period.ts';
import { inForce, type Profile } from '../../core/profile.ts';
import { rules } from '../../core/rules/index.ts';
import type { Extract } from '../../core/submission.ts';

const deadlineRule = 'report-deadline';

/** `judgedAt` is when it counts as received, ISO. */
export function withDeadlineFinding(
  extract: Extract,
  judgedAt: string | null,
  extendedUntil: string | null,
  profile: Profile,
): Extract {
  const { document, period } = extract;
  const rule = rules.get(deadlineRule);
  if (document?.kind !== 'report' || period === null || rule === undefined) return extract;
  const day = periodEnd(period);
  const findings = profile.rules
    .filter((entry) => entry.id === deadlineRule && inForce(entry, day))
    .flatMap((entry) =>
      rule.run(
        document,
        {
          profile,
          day,
          asOf: judgedAt ?? `${day}T00:00:00Z`,
          period,
          fileName: null,
          expectedPeriod: null,
          expectedOrganisation: null,
          organisation: profile.organisations.find(({ id }) => id === extract.organisation) ?? null,
          receivedAt: judgedAt,
          extendedUntil,
          parsed: null,
          rosterNames: [],
        },
        entry,
      ),
    );
  return findings.length === 0 ? extract : { ...extract, findings: bySeverity([...findings, ...extract.findings]) };
}

function bySeverity(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => severityOrder[a.severity] - severityOrder[b.severity]);
}
