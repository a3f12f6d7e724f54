/** Merges the workbooks of one period into the Bloc summary, as plain data. */
import type { Roster } from '../document.ts';
import { hashOfTables } from '../hash.ts';
import { periodEnd, previousPeriod } from '../period.ts';
import type { Profile } from '../profile.ts';
import type { Acknowledgement, Exclusion, Extension, Extract, Refusal } from '../submission.ts';
import { acknowledgedAt } from './acceptable.ts';
import { changeRows } from './changes.ts';
import { elect, electedOf, extractOrder, type Election } from './elect.ts';
import { figuresOf } from './figures.ts';
import { findingRows } from './findings.ts';
import { reconciliationRows } from './reconciliation.ts';
import { registerOf } from './register.ts';
import { rowsOf } from './rows.ts';
import type { ProposalAnswer } from './proposals.ts';
import type { Summary } from './summary.ts';
import { checkTies } from './ties.ts';

export { ReconciliationError } from './ties.ts';

export interface MergeInput {
  readonly profile: Profile;
  /** `YYYY-MM`. */
  readonly period: string;
  /** Every workbook handed in, in any order; those of other periods are listed and left out. */
  readonly extracts: readonly Extract[];
  readonly refusals: readonly Refusal[];
  /** Workbooks of the period before, to compare with; null to compare with nothing. */
  readonly previous: readonly Extract[] | null;
  /** Of this period's reports. */
  readonly extensions: readonly Extension[];
  /** Of the period before: its reports in time then are in time in the comparison. */
  readonly previousExtensions: readonly Extension[];
  readonly exclusions: readonly Exclusion[];
  readonly acknowledgements: readonly Acknowledgement[];
  /** What was answered to this period's proposals; one without an answer is `received`. */
  readonly proposalAnswers: readonly ProposalAnswer[];
  /** The instant "now" stands for, ISO: acknowledgements expire by it. */
  readonly asOf: string;
  readonly ruleset: string;
  /** Months for which a Bloc summary exists, `YYYY-MM`; null when not known. */
  readonly summarisedMonths: readonly string[] | null;
}

/**
 * Pure: the same input in any order gives the same summary, `contentHash` included.
 * Throws ReconciliationError when rows or figures do not tie.
 */
export function mergeExtracts(input: MergeInput): Summary {
  const { profile, period, exclusions, refusals, asOf } = input;
  const acknowledged = acknowledgedAt(input.acknowledgements, asOf, profile);
  const register = registerOf(profile, periodEnd(period));
  const election = elect({ profile, register, period, extracts: input.extracts, exclusions, acknowledged });
  const before = input.previous ? mergeBefore(input, input.previous, acknowledged) : null;
  const rows = rowsOf({
    profile,
    register,
    period,
    election,
    acknowledged,
    extensions: input.extensions,
    proposalAnswers: input.proposalAnswers,
    rostersBefore: before ? rostersOf(before.election) : new Map<string, Roster>(),
  });
  const findings = findingRows({
    profile,
    register,
    period,
    election,
    refusals,
    acknowledged,
    asOf,
    set: {
      profile,
      period,
      current: electedOf(election),
      all: [...input.extracts].sort(extractOrder(register)),
      summarisedMonths: input.summarisedMonths && [...input.summarisedMonths].sort(),
    },
  });
  const summary: Omit<Summary, 'contentHash'> = {
    profile: { id: profile.id, title: profile.title },
    blocName: profile.bloc.name,
    period,
    previousPeriod: before ? previousPeriod(period) : null,
    ruleset: input.ruleset,
    figures: figuresOf(rows, findings, refusals.length, profile, period),
    ...rows,
    findings,
    reconciliation: reconciliationRows(election, refusals, register),
    changes: before ? changeRows(before.rows, rows, register) : [],
  };
  checkTies(summary);
  return { ...summary, contentHash: hashOfTables(summary) };
}

/**
 * The period before, merged the same way. Rosters carry over: those of this merge that were already in hand then count
 * for it too, once (identical files are one).
 */
function mergeBefore(
  input: MergeInput,
  previous: readonly Extract[],
  acknowledged: ReturnType<typeof acknowledgedAt>,
): { election: Election; rows: ReturnType<typeof rowsOf> } {
  const { profile, exclusions } = input;
  const period = previousPeriod(input.period);
  const register = registerOf(profile, periodEnd(period));
  const end = Date.parse(`${periodEnd(period)}T23:59:59.999Z`) - profile.utcOffsetMinutes * 60_000;
  const known = input.extracts.filter(
    ({ kind, receivedAt }) => kind === 'roster' && receivedAt !== null && Date.parse(receivedAt) <= end,
  );
  const extracts = [...previous, ...known];
  const election = elect({ profile, register, period, extracts, exclusions, acknowledged });
  const rows = rowsOf({
    profile,
    register,
    period,
    election,
    acknowledged,
    extensions: input.previousExtensions,
    proposalAnswers: [],
    rostersBefore: new Map<string, Roster>(),
  });
  return { election, rows };
}

function rostersOf({ places }: Election): ReadonlyMap<string, Roster> {
  return new Map(
    places.flatMap(({ organisation, elected }) =>
      elected?.document?.kind === 'roster' ? [[organisation, elected.document] as const] : [],
    ),
  );
}
