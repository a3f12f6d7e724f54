/** Whether the server judged as the pane did. */
import type { Finding } from '../../core/finding.ts';

/** What tells findings apart. */
type Identified = Pick<Finding, 'id' | 'rule'>;

export interface Parity {
  /** Found by the server alone although the pane could have found it. */
  readonly more: readonly Identified[];
  /** Found by the pane alone. */
  readonly fewer: readonly Identified[];
  /** Found by the server alone because only its clock counts. */
  readonly byClock: readonly Identified[];
  readonly sameRules: boolean;
}

/** Compares by finding id. The deadline is the server's to judge: a difference there is none of the pane's. */
export function compareFindings(
  pane: { readonly findings: readonly Identified[]; readonly ruleset: string },
  server: { readonly findings: readonly Identified[]; readonly ruleset: string },
): Parity {
  const seen = new Set(pane.findings.map(({ id }) => id));
  const judged = new Set(server.findings.map(({ id }) => id));
  const added = server.findings.filter(({ id }) => !seen.has(id));
  const byClock = added.filter(({ rule }) => rule === 'report-deadline');
  return {
    more: added.filter((finding) => !byClock.includes(finding)),
    fewer: pane.findings.filter(({ id }) => !judged.has(id)),
    byClock,
    sameRules: pane.ruleset === server.ruleset,
  };
}
