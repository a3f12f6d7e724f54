/** Findings as the list shows them: grouped by root cause, filtered, and with one safe change per cell. */
import { severityOrder, type Edit, type Finding, type Severity } from '../../core/finding.ts';
import { foldPlain } from '../../core/text/compare.ts';
import type { Language } from '../language.ts';

export interface FindingGroup {
  readonly id: string;
  readonly rule: string;
  /** The worst of its findings. */
  readonly severity: Severity;
  readonly findings: readonly Finding[];
}

/** One group per root cause; errors first, then in the order of the sheet. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.group);
    if (group) group.push(finding);
    else groups.set(finding.group, [finding]);
  }
  return [...groups]
    .flatMap(([id, members]): FindingGroup[] => {
      const [first] = members;
      if (!first) return [];
      const severity = members.reduce<Severity>(
        (worst, one) => (severityOrder[one.severity] < severityOrder[worst] ? one.severity : worst),
        first.severity,
      );
      return [{ id, rule: first.rule, severity, findings: members }];
    })
    .sort((a, b) => severityOrder[a.severity] - severityOrder[b.severity]);
}

export type SeverityFilter = Severity | 'all';

/** Matches words anywhere in the message, remedy, citation or cell, whatever their case and accents. */
export function filterFindings(
  findings: readonly Finding[],
  severity: SeverityFilter,
  text: string,
  language: Language,
): Finding[] {
  const wanted = foldPlain(text)
    .split(' ')
    .filter((word) => word !== '');
  return findings.filter((finding) => {
    if (severity !== 'all' && finding.severity !== severity) return false;
    if (wanted.length === 0) return true;
    const { message, remedy, cites, sheet, cell } = finding;
    const all = [
      message[language],
      remedy[language],
      sheet ?? '',
      cell ?? '',
      ...cites.map(({ document }) => document),
    ];
    const folded = foldPlain(all.join(' '));
    return wanted.every((word) => folded.includes(word));
  });
}

export type Counts = Readonly<Record<Severity, number>>;

export function countFindings(findings: readonly Finding[]): Counts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** A safe change offered to the user. */
export interface Proposal {
  readonly finding: string;
  readonly edits: readonly Edit[];
}

export interface FixPlan {
  readonly proposals: readonly Proposal[];
  /** Fixes left for the next check, because an earlier one already writes one of their cells. */
  readonly later: number;
}

/** Two fixes of one cell would overwrite each other: the first is offered now, the other after the next check. */
export function planFixes(findings: readonly Finding[]): FixPlan {
  const taken = new Set<string>();
  const proposals: Proposal[] = [];
  let later = 0;
  for (const { id, fix } of findings) {
    if (!fix || fix.edits.length === 0) continue;
    const cells = fix.edits.map(({ sheet, cell }) => `${sheet}!${cell}`);
    if (new Set(cells).size < cells.length || cells.some((cell) => taken.has(cell))) {
      later += 1;
      continue;
    }
    cells.forEach((cell) => taken.add(cell));
    proposals.push({ finding: id, edits: fix.edits });
  }
  return { proposals, later };
}

/** Rules whose findings may never show what was found. */
const silent: ReadonlySet<string> = new Set(['personal-identifier', 'refused-column', 'classification-mark']);

export function mayShowContent({ rule }: Finding): boolean {
  return !silent.has(rule);
}
