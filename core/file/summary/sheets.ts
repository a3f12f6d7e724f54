import type { Summary } from '../../merge/summary.ts';
import { changesSheet } from './changes.ts';
import { findingsSheet } from './findings.ts';
import { membersSheet } from './members.ts';
import { placesOf } from './places.ts';
import { proposalsSheet } from './proposals.ts';
import { reconciliationSheet } from './reconciliation.ts';
import { sourcesSheet } from './sources.ts';
import { streamsSheet } from './streams.ts';
import { submissionsSheet } from './submissions.ts';
import type { TableSheet } from './table-sheet.ts';
import { teamsSheet } from './teams.ts';
import { yearSheet } from './year.ts';

/** The table sheets in their order after «Tổng quan». */
export function tableSheets(summary: Summary, includeMembers: boolean): readonly TableSheet[] {
  const places = placesOf(summary);
  return [
    submissionsSheet(summary, places),
    teamsSheet(summary, places),
    ...(includeMembers ? [membersSheet(summary, places)] : []),
    streamsSheet(summary, places),
    proposalsSheet(summary, places),
    yearSheet(summary, places),
    findingsSheet(summary),
    reconciliationSheet(summary),
    sourcesSheet(summary, places),
    changesSheet(summary),
  ];
}
