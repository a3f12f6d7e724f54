/** «Nội dung»: opinion streams of all reports, field by field and issue by issue. */
import type { Report, Stream } from '../document.ts';
import { issueKeys, issueWording } from '../issue.ts';
import type { Profile } from '../profile.ts';
import { fold } from '../text/compare.ts';
import { compareText } from '../text/name.ts';
import { compareCodes, inTurn } from './compare.ts';
import type { Merged } from './rows.ts';
import type { SourceList } from './sources.ts';
import type { StreamRow } from './summary.ts';
import { wordingOf, type Wording } from './vocabulary.ts';

/** True for a row that states an opinion: only those are merged. */
export function hasText({ text }: Stream): boolean {
  return text !== null && text.value.trim() !== '';
}

interface Placed {
  readonly report: Merged<Report>;
  readonly stream: Stream;
  readonly issue: string;
  readonly text: string;
  readonly breadth: string | null;
  readonly attitude: string | null;
}

/** The streams of one issue: those of named organisations in register and row order, then those without a name. */
interface Issue {
  readonly field: Wording;
  readonly fieldKey: string;
  readonly issueKey: string;
  readonly named: Placed[];
  readonly withheld: Placed[];
}

/** `reports` are in register order; those of `withheld` organisations lose their label. */
export function streamRows(
  reports: readonly Merged<Report>[],
  profile: Profile,
  withheld: ReadonlySet<string>,
  sources: SourceList,
): StreamRow[] {
  const issues = new Map<string, Issue>();
  const field = wordingOf(profile.vocabularies.field);
  const breadth = wordingOf(profile.vocabularies.breadth);
  const attitude = wordingOf(profile.vocabularies.attitude);
  const keyOf = issueKeys();
  for (const report of reports)
    for (const stream of report.document.streams) {
      if (!hasText(stream)) continue;
      const wording = field(stream.field?.value ?? '');
      const text = stream.issue?.value ?? '';
      const key = keyOf(wording.label, text);
      let issue = issues.get(key);
      if (!issue) {
        issue = {
          field: wording,
          fieldKey: fold(wording.label),
          issueKey: issueWording(text),
          named: [],
          withheld: [],
        };
        issues.set(key, issue);
      }
      // A place among the named organisations would tell whose stream it is.
      (withheld.has(report.organisation) ? issue.withheld : issue.named).push({
        report,
        stream,
        issue: text,
        text: stream.text?.value ?? '',
        breadth: stream.breadth ? breadth(stream.breadth.value).label : null,
        attitude: stream.attitude ? attitude(stream.attitude.value).label : null,
      });
    }
  return [...issues.values()]
    .sort(issueOrder)
    .flatMap((issue) => [
      ...issue.named.map((placed) => namedRow(issue.field.label, placed, sources)),
      ...issue.withheld.sort(withheldOrder).map((placed) => withheldRow(issue.field.label, placed, sources)),
    ]);
}

function namedRow(field: string, { report, stream, issue, text, breadth, attitude }: Placed, sources: SourceList) {
  const cell = stream.text ?? { sheet: report.document.sheet, row: stream.row, column: 1 };
  return {
    field,
    issue,
    text,
    breadth,
    attitude,
    organisation: report.organisation,
    organisationName: report.name,
    source: sources.add(report.extract, cell),
  } satisfies StreamRow;
}

function withheldRow(field: string, { report, stream, issue, text, breadth, attitude }: Placed, sources: SourceList) {
  return {
    field,
    issue,
    text,
    breadth,
    attitude,
    organisation: null,
    organisationName: null,
    source: sources.addWithheld(report.extract, stream.row),
  } satisfies StreamRow;
}

/** Listed fields in the profile's order, then others; issues in Vietnamese order. */
const issueOrder = inTurn<Issue>(
  (a, b) => a.field.order - b.field.order,
  (a, b) => compareText(a.fieldKey, b.fieldKey),
  (a, b) => compareCodes(a.fieldKey, b.fieldKey),
  (a, b) => compareText(a.issueKey, b.issueKey),
  (a, b) => compareCodes(a.issueKey, b.issueKey),
);

/** By what the row shows; equal rows keep the order of their reports, which nobody can then see. */
const withheldOrder = inTurn<Placed>(
  (a, b) => compareCodes(a.issue, b.issue),
  (a, b) => compareCodes(a.text, b.text),
  (a, b) => compareCodes(a.breadth ?? '', b.breadth ?? ''),
  (a, b) => compareCodes(a.attitude ?? '', b.attitude ?? ''),
);
