/** From a snapshot, or the part of it that concerns some organisations, to core's merge. */
import { mergeExtracts } from '../../core/merge/merge.ts';
import type { Summary } from '../../core/merge/summary.ts';
import { previousPeriod } from '../../core/period.ts';
import type { Profile } from '../../core/profile.ts';
import type { Extension, Extract } from '../../core/submission.ts';
import type { Store } from '../store/store.ts';
import { loadExtracts } from '../submissions/extract-blob.ts';
import type { ExtensionRecord } from '../submissions/decisions.ts';
import type { SubmissionRecord } from '../submissions/record.ts';
import { exclusionOf, withDeadlines } from '../submissions/standing.ts';
import { acknowledgedIn, type Snapshot } from './snapshot.ts';

/** Extracts ready to be merged. */
export interface Gathered {
  readonly extracts: readonly Extract[];
  readonly previous: readonly Extract[] | null;
}

/** Loads what the snapshot names, of the given organisations or of all. */
export async function gather(
  store: Store,
  profile: Profile,
  snapshot: Snapshot,
  organisations: ReadonlySet<string> | null = null,
): Promise<Gathered> {
  const acknowledged = acknowledgedIn(snapshot, profile);
  const load = async (
    records: readonly SubmissionRecord[],
    month: string,
    extensions: readonly ExtensionRecord[],
  ): Promise<Extract[]> => {
    const mine = records.filter(({ organisation }) => organisations === null || organisations.has(organisation));
    const extracts = await loadExtracts(store, mine);
    return withDeadlines({ profile, month, asOf: snapshot.asOf, records: mine, extracts, acknowledged, extensions });
  };
  const before = previousPeriod(snapshot.period);
  return {
    extracts: await load(snapshot.records, snapshot.period, snapshot.extensions),
    previous: snapshot.previous && (await load(snapshot.previous, before, snapshot.previousExtensions)),
  };
}

/** Throws ReconciliationError. */
export function mergeGathered(profile: Profile, snapshot: Snapshot, { extracts, previous }: Gathered): Summary {
  const { period, ruleset, asOf, extensions, acknowledgements, proposalAnswers, summarisedMonths } = snapshot;
  return mergeExtracts({
    profile,
    period,
    extracts,
    refusals: [],
    previous,
    extensions: extensions.map(granted),
    previousExtensions: snapshot.previousExtensions.map(granted),
    exclusions: [...snapshot.records, ...(snapshot.previous ?? [])].flatMap((record) => exclusionOf(record) ?? []),
    acknowledgements,
    proposalAnswers,
    asOf,
    ruleset,
    summarisedMonths,
  });
}

function granted({ organisation, until, grantor }: ExtensionRecord): Extension {
  return { organisation, until, grantor };
}

/** The profile with no other organisations than these: what a part of a merge is merged under. */
export function profileFor(profile: Profile, organisations: ReadonlySet<string>): Profile {
  return { ...profile, organisations: profile.organisations.filter(({ id }) => organisations.has(id)) };
}
