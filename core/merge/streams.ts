/** «Nội dung»: opinion streams of all reports, field by field and issue by issue. */
import type { Report, Stream } from '../document.ts';
import type { Profile } from '../profile.ts';
import { compareText } from '../text/name.ts';
import { compareCodes, compareNumbers, inTurn } from './compare.ts';
import type { Merged } from './rows.ts';
import type { SourceList } from './sources.ts';
import type { StreamRow } from './summary.ts';
import { rememberedFold, wordingOf } from './vocabulary.ts';

/** True for a row that states an opinion: only those are merged. */
export function hasText({ text }: Stream): boolean {
  return text !== null && text.value.trim() !== '';
}

interface Placed {
  readonly report: Merged<Report>;
  readonly stream: Stream;
  readonly row: Omit<StreamRow, 'organisation' | 'organisationName' | 'source'>;
  readonly fieldOrder: number;
  readonly fieldKey: string;
  readonly issueKey: string;
  /** Place of the organisation; null where it is withheld, because the order would tell it. */
  readonly organisationOrder: number | null;
}

/** `reports` are in register order; those of `withheld` organisations lose their label. */
export function streamRows(
  reports: readonly Merged<Report>[],
  profile: Profile,
  withheld: ReadonlySet<string>,
  sources: SourceList,
): StreamRow[] {
  const field = wordingOf(profile.vocabularies.field);
  const breadth = wordingOf(profile.vocabularies.breadth);
  const attitude = wordingOf(profile.vocabularies.attitude);
  const folded = rememberedFold();
  const placed = reports.flatMap((report, index) =>
    report.document.streams.filter(hasText).map((stream): Placed => {
      const { label, order } = field(stream.field?.value ?? '');
      const issue = stream.issue?.value ?? '';
      return {
        report,
        stream,
        row: {
          field: label,
          issue,
          text: stream.text?.value ?? '',
          breadth: stream.breadth ? breadth(stream.breadth.value).label : null,
          attitude: stream.attitude ? attitude(stream.attitude.value).label : null,
        },
        fieldOrder: order,
        fieldKey: folded(label),
        issueKey: folded(issue),
        organisationOrder: withheld.has(report.organisation) ? null : index,
      };
    }),
  );
  const fieldRank = ranks(placed.map(({ fieldKey }) => fieldKey));
  const issueRank = ranks(placed.map(({ issueKey }) => issueKey));
  placed.sort(
    inTurn<Placed>(
      (a, b) => a.fieldOrder - b.fieldOrder,
      (a, b) => (fieldRank.get(a.fieldKey) ?? 0) - (fieldRank.get(b.fieldKey) ?? 0),
      (a, b) => (issueRank.get(a.issueKey) ?? 0) - (issueRank.get(b.issueKey) ?? 0),
      (a, b) => Number(a.organisationOrder === null) - Number(b.organisationOrder === null),
      (a, b) => compareNumbers(a.organisationOrder, b.organisationOrder),
      (a, b) => (a.organisationOrder === null ? compareWithheld(a, b) : a.stream.row - b.stream.row),
    ),
  );
  return placed.map(({ report, stream, row, organisationOrder }) =>
    organisationOrder === null
      ? { ...row, organisation: null, organisationName: null, source: sources.addWithheld(report.extract, stream.row) }
      : {
          ...row,
          organisation: report.organisation,
          organisationName: report.name,
          source: sources.add(
            report.extract,
            stream.text ?? { sheet: report.document.sheet, row: stream.row, column: 1 },
          ),
        },
  );
}

/** By what the row shows; equal rows keep the order of their reports, which nobody can then see. */
const compareWithheld = inTurn<Placed>(
  (a, b) => compareCodes(a.row.issue, b.row.issue),
  (a, b) => compareCodes(a.row.text, b.row.text),
  (a, b) => compareCodes(a.row.breadth ?? '', b.row.breadth ?? ''),
  (a, b) => compareCodes(a.row.attitude ?? '', b.row.attitude ?? ''),
);

/** Places in Vietnamese order of the different texts: far fewer comparisons than sorting the rows by text. */
function ranks(texts: readonly string[]): ReadonlyMap<string, number> {
  const different = [...new Set(texts)].sort((a, b) => compareText(a, b) || compareCodes(a, b));
  return new Map(different.map((text, index) => [text, index]));
}
