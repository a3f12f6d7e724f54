/**
 * Where each submission stands: the one the merge would use, replaced, rejected, withdrawn. Nothing of it is stored; it
 * follows from the records by the merge's own election, so that receipt, board and merge cannot disagree, replayed
 * content is never resurrected, and withdrawing re-elects the version before by itself.
 */
import { localDay } from '../../core/calendar.ts';
import { isPeriodic } from '../../core/current.ts';
import { timeliness } from '../../core/deadline.ts';
import { acknowledgedAt, isAcceptable, type Acknowledged } from '../../core/merge/acceptable.ts';
import { deadlineAt } from '../../core/merge/deadline-at.ts';
import { elect, type Election, type Place } from '../../core/merge/elect.ts';
import { owedTo, type OwedInput } from '../../core/merge/requests.ts';
import { registerOf } from '../../core/merge/register.ts';
import { periodEnd } from '../../core/period.ts';
import type { Profile } from '../../core/profile.ts';
import type { Exclusion, Extension, Extract, SubmissionStatus, Timeliness } from '../../core/submission.ts';
import type { Services } from '../route.ts';
import { rosterPartition, type SubmissionKind } from '../protocol/partitions.ts';
import type { Store } from '../store/store.ts';
import {
  listAcknowledgements,
  listExtensions,
  listRequestExtensions,
  listRequests,
  type ExtensionRecord,
} from './decisions.ts';
import { loadExtracts } from './extract-blob.ts';
import { withDeadlineFinding } from './deadline-finding.ts';
import { listSubmissions, type SubmissionRecord } from './record.ts';

export interface Standing {
  readonly record: SubmissionRecord;
  /** With the deadline finding. */
  readonly extract: Extract;
  readonly status: SubmissionStatus;
  readonly timeliness: Timeliness;
  /** True for the one the merge would use. */
  readonly current: boolean;
  /** Findings nobody acknowledged. */
  readonly errors: number;
  readonly warnings: number;
}

export interface Judged {
  readonly standings: readonly Standing[];
  readonly election: Election;
  readonly acknowledged: Acknowledged;
}

export interface JudgeInput {
  readonly profile: Profile;
  /** The month (`YYYY-MM`) to elect for. */
  readonly month: string;
  readonly asOf: string;
  readonly records: readonly SubmissionRecord[];
  /** Of the records, in their order. */
  readonly extracts: readonly Extract[];
  readonly acknowledged: Acknowledged;
  readonly extensions: readonly Extension[];
  /** The month's requests, which ad-hoc reports are timed by. */
  readonly adHoc: Pick<OwedInput, 'requests' | 'extensions'>;
}

export function judge(input: JudgeInput): Judged {
  const { profile, month, records, acknowledged } = input;
  const extracts = withDeadlines(input);
  const exclusions = records.flatMap((record) => exclusionOf(record) ?? []);
  const register = registerOf(profile, periodEnd(month));
  const election = elect({ profile, register, period: month, extracts, exclusions, acknowledged });
  const places = new Map(election.places.flatMap((place) => place.versions.map((extract) => [extract.id, place])));
  const organisations = [...new Set(records.map(({ organisation }) => organisation))];
  const owed = owedTo({ ...input.adHoc, places: election.places, organisations });
  // A report that answers several requests is timed by the one that is due first.
  const answered = new Map([...owed].reverse().map((one) => [one.place, one.timeliness]));
  const standings = records.flatMap((record, index): Standing[] => {
    const extract = extracts[index];
    if (!extract) return [];
    const place = places.get(record.id);
    const open = openFindings(extract, acknowledged);
    return [
      {
        record,
        extract,
        status: statusOf(record, extract, place, acknowledged, open),
        timeliness: (place && answered.get(place)) ?? timelinessOf(extract, place, input),
        current: place?.elected?.id === record.id,
        ...open,
      },
    ];
  });
  return { standings, election, acknowledged };
}

/** The extracts with what follows from their time of receipt, in the order given. */
export function withDeadlines({
  profile,
  records,
  extracts,
  extensions,
  acknowledged,
}: Omit<JudgeInput, 'adHoc'>): Extract[] {
  const until = new Map(extensions.map((extension) => [extension.organisation, extension.until]));
  const first = new Map<string, string>();
  records.forEach((record, index) => {
    const extract = extracts[index];
    if (!extract || exclusionOf(record) || !isMonthly(extract) || !isAcceptable(extract, acknowledged)) return;
    const known = first.get(monthlyKey(extract));
    if (known === undefined || record.receivedAt < known) first.set(monthlyKey(extract), record.receivedAt);
  });
  return extracts.map((extract) => {
    if (!isMonthly(extract)) return extract;
    const accepted = first.get(monthlyKey(extract));
    const own = extract.receivedAt;
    const judgedAt = accepted !== undefined && (own === null || accepted < own) ? accepted : own;
    return withDeadlineFinding(extract, judgedAt, until.get(extract.organisation ?? '') ?? null, profile);
  });
}

/** What the merge is told of a withdrawn or excluded submission; null for any other. */
export function exclusionOf({ id, withdrawn, excluded }: SubmissionRecord): Exclusion | null {
  const decision = excluded ?? withdrawn;
  return decision && { id, reason: decision.reason };
}

/** Where one organisation's submissions of one kind stand now, by version. */
export async function readStandings(
  services: Pick<Services, 'store' | 'profile' | 'now'>,
  partition: string,
  organisation: string,
  kind: SubmissionKind,
): Promise<Judged> {
  const { store, profile } = services;
  const asOf = services.now().toISOString();
  const records = (await listSubmissions(store, partition, organisation)).filter((record) => record.kind === kind);
  // At once: each is a way to the store and back.
  const [extracts, acknowledgements, extensions, adHoc] = await Promise.all([
    loadExtracts(store, records),
    listAcknowledgements(store, partition, organisation, asOf),
    extensionsOf(services, partition),
    adHocOf(store, partition),
  ]);
  const month = monthOf(partition, asOf, profile);
  const acknowledged = acknowledgedAt(acknowledgements, asOf, profile);
  return judge({ profile, month, asOf, records, extracts, acknowledged, extensions, adHoc });
}

/** Only a month's reports have a deadline that can be extended. */
async function extensionsOf({ store }: Pick<Services, 'store'>, partition: string): Promise<ExtensionRecord[]> {
  return partition.length === 7 ? listExtensions(store, partition) : [];
}

/** Requests belong to a month; no other partition has any. */
export async function adHocOf(store: Store, partition: string): Promise<JudgeInput['adHoc']> {
  if (partition.length !== 7) return { requests: [], extensions: [] };
  const [requests, extensions] = await Promise.all([
    listRequests(store, partition),
    listRequestExtensions(store, partition),
  ]);
  return { requests, extensions };
}

/** The month a partition is judged for: its own, December of its year, for rosters the present one within the profile's dates. */
export function monthOf(partition: string, asOf: string, profile: Profile): string {
  if (partition !== rosterPartition) return partition.length === 4 ? `${partition}-12` : partition;
  const today = localDay(asOf, profile.utcOffsetMinutes);
  const within = profile.to !== null && today > profile.to ? profile.to : today;
  return (profile.from !== null && within < profile.from ? profile.from : within).slice(0, 7);
}

function isMonthly({ document }: Extract): boolean {
  return document?.kind === 'report' && isPeriodic(document);
}

function monthlyKey({ organisation, period }: Extract): string {
  return `${organisation ?? ''} ${period ?? ''}`;
}

function openFindings(extract: Extract, acknowledged: Acknowledged): { errors: number; warnings: number } {
  const open = extract.findings.filter(({ id }) => !acknowledged.has(id));
  return {
    errors: open.filter(({ severity }) => severity === 'error').length,
    warnings: open.filter(({ severity }) => severity === 'warning').length,
  };
}

function statusOf(
  record: SubmissionRecord,
  extract: Extract,
  place: Place | undefined,
  acknowledged: Acknowledged,
  open: { readonly errors: number; readonly warnings: number },
): SubmissionStatus {
  if (exclusionOf(record)) return 'withdrawn';
  if (!isAcceptable(extract, acknowledged)) return 'rejected';
  // Acceptable, but no place counts it: a committee that is not in the register of that month.
  if (!place) return 'received';
  if (place.elected?.id !== record.id) return 'superseded';
  if (extract.document?.kind === 'report' && extract.document.nil) return 'nil';
  return open.errors + open.warnings > 0 ? 'acceptedWithWarnings' : 'accepted';
}

/** Of a monthly report: by the first acceptable version, as on the board. A report that answers no request has no deadline. */
function timelinessOf(
  extract: Extract,
  place: Place | undefined,
  { profile, extensions }: Pick<JudgeInput, 'profile' | 'extensions'>,
): Timeliness {
  const deadline = extract.period?.length === 7 && isMonthly(extract) ? deadlineAt(profile, extract.period) : null;
  if (deadline === null) return 'unknown';
  const until = extensions.find(({ organisation }) => organisation === extract.organisation)?.until ?? null;
  return timeliness(place?.elected ? place.firstAcceptable : null, deadline, until);
}
