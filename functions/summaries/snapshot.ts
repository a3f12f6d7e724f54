/** What a merge works on, frozen when it starts: which submissions there are, and what was decided about them. */
import { acknowledgedAt } from '../../core/merge/acceptable.ts';
import type { ProposalAnswer } from '../../core/merge/proposals.ts';
import { previousPeriod } from '../../core/period.ts';
import type { Profile } from '../../core/profile.ts';
import type { Acknowledgement } from '../../core/submission.ts';
import { sequenceOf } from '../protocol/audit.ts';
import { persist } from '../protocol/commit.ts';
import { keys, rosterPartition } from '../protocol/partitions.ts';
import type { Services } from '../route.ts';
import type { Store } from '../store/store.ts';
import {
  listAcknowledgements,
  listExtensions,
  listProposalAnswers,
  type ExtensionRecord,
} from '../submissions/decisions.ts';
import { listSubmissions, type SubmissionRecord } from '../submissions/record.ts';
import { listChildRecords } from './children.ts';
import { publishedOf, type View } from './record.ts';

export interface Snapshot {
  readonly period: string;
  /** When it was taken, ISO. */
  readonly asOf: string;
  readonly ruleset: string;
  readonly view: View;
  /** The month's, the year's and all rosters, whatever became of them. */
  readonly records: readonly SubmissionRecord[];
  /** The month before; null when nothing was received for it. */
  readonly previous: readonly SubmissionRecord[] | null;
  readonly extensions: readonly ExtensionRecord[];
  readonly previousExtensions: readonly ExtensionRecord[];
  readonly acknowledgements: readonly Acknowledgement[];
  readonly proposalAnswers: readonly ProposalAnswer[];
  readonly summarisedMonths: readonly string[];
  /** Children's aggregates in force, by organisation: the hashes of their files. */
  readonly children: readonly { readonly organisation: string; readonly hash: string }[];
}

/** Later than anything. */
const always = '9999-12-31T23:59:59.999Z';

/** Tries for a view that nothing changed under; a busy store gets an older one, which then claims less than it holds. */
const tries = 4;

/**
 * Takes in all there is, whatever its time: another server's clock may be ahead of this one's, and what was acknowledged
 * before a merge was asked for must be in it.
 */
export async function takeSnapshot(
  { store, now, ruleset }: Pick<Services, 'store' | 'now' | 'ruleset'>,
  period: string,
): Promise<Snapshot> {
  for (let attempt = 1; ; attempt += 1) {
    const view = await viewOf(store, period);
    const snapshot = await read(store, period, always, ruleset, view);
    const after = await viewOf(store, period);
    if (attempt >= tries || (after.month === view.month && after.year === view.year && after.roster === view.roster))
      return {
        ...snapshot,
        asOf: snapshot.records.map(({ receivedAt }) => receivedAt).reduce(later, now().toISOString()),
      };
  }
}

/** `asOf` in the past replays what was known then: later submissions and decisions are left out. */
export async function replaySnapshot(
  { store, ruleset }: Pick<Services, 'store' | 'ruleset'>,
  period: string,
  asOf: string,
): Promise<Snapshot> {
  return read(store, period, asOf, ruleset, await viewOf(store, period));
}

/** Those in force when the snapshot was taken, by finding. */
export function acknowledgedIn(
  { acknowledgements, asOf }: Snapshot,
  profile: Profile,
): ReturnType<typeof acknowledgedAt> {
  return acknowledgedAt(acknowledgements, asOf, profile);
}

async function read(store: Store, period: string, asOf: string, ruleset: string, view: View): Promise<Snapshot> {
  const year = period.slice(0, 4);
  const before = previousPeriod(period);
  const submissions = async (partition: string): Promise<SubmissionRecord[]> =>
    (await persist(() => listSubmissions(store, partition))).flatMap((record) => knownAt(record, asOf) ?? []);
  const acknowledgements = async (partition: string): Promise<Acknowledgement[]> =>
    (await persist(() => listAcknowledgements(store, partition, null, asOf))).map(
      ({ finding, reason, by, expires }) => ({
        finding,
        reason,
        by,
        expires,
      }),
    );
  const extensions = async (partition: string): Promise<ExtensionRecord[]> =>
    (await persist(() => listExtensions(store, partition))).filter(({ at }) => at <= asOf);
  const previous = await submissions(before);
  return {
    period,
    asOf,
    ruleset,
    view,
    records: [...(await submissions(rosterPartition)), ...(await submissions(year)), ...(await submissions(period))],
    previous: previous.length > 0 ? previous : null,
    extensions: await extensions(period),
    previousExtensions: await extensions(before),
    acknowledgements: [
      ...(await acknowledgements(rosterPartition)),
      ...(await acknowledgements(year)),
      ...(await acknowledgements(before)),
      ...(await acknowledgements(period)),
    ],
    proposalAnswers: (await persist(() => listProposalAnswers(store, period)))
      .filter(({ at }) => at <= asOf)
      .map(({ proposal, status }) => ({ proposal, status })),
    summarisedMonths: await summarisedMonths(store, period),
    children: (await persist(() => listChildRecords(store, period))).flatMap(({ organisation, current }) =>
      current === null ? [] : [{ organisation, hash: current }],
    ),
  };
}

/** The record as it was at that instant; null when it was not there yet. */
function knownAt(record: SubmissionRecord, asOf: string): SubmissionRecord | null {
  if (record.receivedAt > asOf) return null;
  const then = (decision: SubmissionRecord['withdrawn']): SubmissionRecord['withdrawn'] =>
    decision !== null && decision.at <= asOf ? decision : null;
  return { ...record, withdrawn: then(record.withdrawn), excluded: then(record.excluded) };
}

function later(at: string, other: string): string {
  return other > at ? other : at;
}

async function viewOf(store: Store, period: string): Promise<View> {
  const seen = async (partition: string): Promise<number> =>
    sequenceOf(await persist(() => store.get(partition, keys.auditHead)));
  return { month: await seen(period), year: await seen(period.slice(0, 4)), roster: await seen(rosterPartition) };
}

async function summarisedMonths(store: Store, period: string): Promise<string[]> {
  const months = Array.from({ length: Number(period.slice(5)) - 1 }, (_, index) => {
    return `${period.slice(0, 5)}${String(index + 1).padStart(2, '0')}`;
  });
  const published = await Promise.all(months.map((month) => persist(() => publishedOf(store, month))));
  return months.filter((_, index) => published[index] !== null);
}
