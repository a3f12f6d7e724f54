/** The current documents of a set by kind, each with the submission it came from. */
import type { Report, Roster } from './document.ts';
import type { Extract, SubmissionSet } from './submission.ts';

export interface Current<Document> {
  readonly extract: Extract;
  readonly organisation: string;
  readonly document: Document;
}

/** The current rosters of registered organisations, by organisation and submission. */
export function currentRosters(set: SubmissionSet): Current<Roster>[] {
  return inOrder(set).flatMap((extract) => {
    const { document, organisation } = extract;
    return document?.kind === 'roster' && organisation !== null ? [{ extract, organisation, document }] : [];
  });
}

/** The current reports of registered organisations, of any period and type, by organisation and submission. */
export function currentReports(set: SubmissionSet): Current<Report>[] {
  return inOrder(set).flatMap((extract) => {
    const { document, organisation } = extract;
    return document?.kind === 'report' && organisation !== null ? [{ extract, organisation, document }] : [];
  });
}

/** The same findings come out whatever order the submissions came in. */
export function inOrder({ current }: SubmissionSet): Extract[] {
  const key = ({ organisation, file, id }: Extract) => [organisation ?? '', file, id].join('\n');
  return [...current].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** True for the monthly report; one without a type counts as it. Ad-hoc and quick reports come on top. */
export function isPeriodic(report: Report): boolean {
  return report.type === null || report.type.value === 'periodic';
}
