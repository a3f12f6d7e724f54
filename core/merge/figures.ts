/** The figures of «Tổng quan», counted from the rows. */
import { issueKeys } from '../issue.ts';
import { capacityOf } from '../team.ts';
import { periodEnd } from '../period.ts';
import type { Profile } from '../profile.ts';
import type { Timeliness } from '../submission.ts';
import type { Rows } from './rows.ts';
import type { Figures, FindingRow, StreamRow } from './summary.ts';

export function figuresOf(
  rows: Rows,
  findings: readonly FindingRow[],
  filesRefused: number,
  profile: Profile,
  period: string,
): Figures {
  const timed: Record<Timeliness, number> = { onTime: 0, inGrace: 0, late: 0, missing: 0, unknown: 0 };
  let nilReports = 0;
  for (const { timeliness, nil } of rows.submissions) {
    timed[timeliness] += 1;
    if (nil) nilReports += 1;
  }
  const counted = { rosters: 0, teams: 0, groups: 0, people: 0 };
  for (const { level, teamKind, size } of rows.teams) {
    if (level === 'bloc') continue;
    counted.rosters += 1;
    counted.people += size;
    if (size > 0) counted[teamKind === 'group' ? 'groups' : 'teams'] += 1;
  }
  const told = { errors: 0, warnings: 0, acknowledged: 0 };
  for (const { finding, acknowledged } of findings) {
    if (acknowledged) told.acknowledged += 1;
    else if (finding.severity === 'error') told.errors += 1;
    else if (finding.severity === 'warning') told.warnings += 1;
  }
  return {
    organisations: rows.submissions.length,
    submitted: rows.submissions.length - timed.missing,
    onTime: timed.onTime,
    inGrace: timed.inGrace,
    late: timed.late,
    missing: timed.missing,
    receiptUnknown: timed.unknown,
    nilReports,
    ...counted,
    capacity: capacityOf(profile, periodEnd(period), counted.teams, counted.groups),
    issues: countIssues(rows.streams),
    streams: rows.streams.length,
    proposals: rows.proposals.length,
    ...told,
    filesRefused,
  };
}

/** How many streams each issue has; an issue is one text under one field, as folded. The label is its first writing. */
export function issuesOf(
  streams: readonly StreamRow[],
): ReadonlyMap<string, { readonly field: string; readonly issue: string; readonly streams: number }> {
  const keyOf = issueKeys();
  const issues = new Map<string, { field: string; issue: string; streams: number }>();
  for (const { field, issue } of streams) {
    if (issue === '') continue;
    const key = keyOf(field, issue);
    const known = issues.get(key);
    if (known) known.streams += 1;
    else issues.set(key, { field, issue, streams: 1 });
  }
  return issues;
}

export function countIssues(streams: readonly StreamRow[]): number {
  return issuesOf(streams).size;
}
