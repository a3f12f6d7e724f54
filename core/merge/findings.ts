/** «Phát hiện»: findings of the workbooks that count, of those nobody could place, and of the set as a whole. */
import { severityOrder, type Finding } from '../finding.ts';
import { periodEnd } from '../period.ts';
import type { Profile } from '../profile.ts';
import type { Extract, Refusal, SubmissionSet } from '../submission.ts';
import { runRules } from '../validate.ts';
import type { Acknowledged } from './acceptable.ts';
import { compareCodes, inTurn } from './compare.ts';
import type { Election } from './elect.ts';
import { unknownOrganisation, unrecognisedFile } from './reasons.ts';
import type { Register } from './register.ts';
import { copyFinding, findingMaker, laterRosterFinding, refusedFinding, unorderedFinding } from './set-findings.ts';
import type { FindingRow } from './summary.ts';

export interface FindingsInput {
  readonly profile: Profile;
  readonly register: Register;
  readonly period: string;
  readonly election: Election;
  readonly refusals: readonly Refusal[];
  readonly acknowledged: Acknowledged;
  readonly set: SubmissionSet;
  readonly asOf: string;
}

interface Told {
  readonly organisation: string | null;
  readonly file: string | null;
  /** Tells workbooks of one name apart. */
  readonly hash: string;
  /** Position among the findings of its workbook, which are in order already. */
  readonly index: number;
  readonly finding: Finding;
}

/** Errors first, then those of the whole set, then by organisation, file and place in the file. */
export function findingRows(input: FindingsInput): FindingRow[] {
  const { register, acknowledged } = input;
  const told = [...setFindings(input), ...workbookFindings(input.election)];
  return told.sort(toldOrder(register)).map(({ organisation, file, finding }) => {
    const acknowledgement = acknowledged.get(finding.id);
    return {
      organisation,
      organisationName: register.name(organisation),
      file,
      finding,
      acknowledged: acknowledgement ? { reason: acknowledgement.reason, by: acknowledgement.by } : null,
    };
  });
}

/**
 * Superseded and excluded workbooks and those of other periods tell nothing: their findings are not open any more, or
 * not here. One without an organisation or kind is told, because nothing else in the summary would speak of it.
 */
function* workbookFindings({ places, fates }: Election): Iterable<Told> {
  for (const { shown } of places) yield* toldBy(shown);
  for (const { extract, reason } of fates)
    if (reason === unrecognisedFile || reason === unknownOrganisation) yield* toldBy(extract);
}

function toldBy({ organisation, file, hash, findings }: Extract): Told[] {
  return findings.map((finding, index) => ({ organisation, file, hash, index, finding }));
}

function* setFindings(input: FindingsInput): Iterable<Told> {
  const { profile, period, election, refusals } = input;
  const make = findingMaker(profile, period);
  let index = 0;
  for (const finding of runSetRules(input)) yield { organisation: null, file: null, hash: '', index: index++, finding };
  for (const refusal of refusals)
    yield {
      organisation: null,
      file: refusal.file,
      hash: refusal.hash ?? '',
      index: 0,
      finding: refusedFinding(refusal, make),
    };
  for (const { kept, copy } of election.copies) yield { ...placeIn(copy), finding: copyFinding(kept, copy, make) };
  for (const place of election.places) {
    const { elected, unordered, fromLater } = place;
    if (!elected) continue;
    for (const other of unordered) yield { ...placeIn(elected), finding: unorderedFinding(elected, other, make) };
    if (fromLater) yield { ...placeIn(elected), finding: laterRosterFinding(place, elected, make) };
  }
}

function placeIn({ organisation, file, hash }: Extract): Omit<Told, 'finding'> {
  // Before the findings of the workbook itself.
  return { organisation, file, hash, index: -1 };
}

function runSetRules({ profile, period, set, asOf }: FindingsInput): Finding[] {
  return runRules('set', set, {
    profile,
    day: periodEnd(period),
    asOf,
    period,
    fileName: null,
    expectedPeriod: period,
    expectedOrganisation: null,
    organisation: null,
    receivedAt: null,
    extendedUntil: null,
    parsed: null,
    rosterNames: [],
  });
}

function toldOrder(register: Register): (a: Told, b: Told) => number {
  const isSet = ({ organisation, file }: Told): number => (organisation === null && file === null ? 0 : 1);
  return inTurn<Told>(
    (a, b) => severityOrder[a.finding.severity] - severityOrder[b.finding.severity],
    (a, b) => isSet(a) - isSet(b),
    (a, b) => register.order(a.organisation) - register.order(b.organisation),
    (a, b) => compareCodes(a.organisation ?? '', b.organisation ?? ''),
    (a, b) => compareCodes(a.file ?? '', b.file ?? ''),
    (a, b) => compareCodes(a.hash, b.hash),
    (a, b) => a.index - b.index,
    (a, b) => compareCodes(a.finding.id, b.finding.id),
    (a, b) => compareCodes(a.finding.message.vi, b.finding.message.vi),
  );
}
