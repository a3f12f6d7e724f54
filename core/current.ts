/** The current documents of a set by kind, each with the submission it came from. */
import type { Report, Roster } from './document.ts';
import type { Extract, SubmissionSet } from './submission.ts';

export interface Current<Document> {
  readonly extract: Extract;
  readonly organisation: string;
  readonly document: Document;
}

/** The current rosters of registered organisations. */
export function currentRosters(set: SubmissionSet): Current<Roster>[] {
  return set.current.flatMap((extract) => {
    const { document, organisation } = extract;
    return document?.kind === 'roster' && organisation !== null ? [{ extract, organisation, document }] : [];
  });
}

/** The current reports of registered organisations, of any period and type. */
export function currentReports(set: SubmissionSet): Current<Report>[] {
  return set.current.flatMap((extract) => {
    const { document, organisation } = extract;
    return document?.kind === 'report' && organisation !== null ? [{ extract, organisation, document }] : [];
  });
}

/** True for the monthly report; one without a type counts as it. Ad-hoc and quick reports come on top. */
export function isPeriodic(report: Report): boolean {
  return report.type === null || report.type.value === 'periodic';
}
