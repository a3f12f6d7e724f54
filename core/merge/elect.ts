/**
 * Which workbook speaks for an organisation in a period. Every extract gets exactly one fate: used, or left out for a
 * stated reason.
 *
 * A place is one organisation's roster, one organisation's year record, or one report: the periodic one of the month,
 * or an ad-hoc or quick report told apart by its number, else its request (one with neither stands for itself), because
 * those come on top of the monthly report and do not replace it.
 *
 * Of the acceptable workbooks of a place the latest counts, by time of receipt, then version, then hash. Where neither
 * time nor version tells two different acceptable files apart, the greater hash is used: any choice would be arbitrary,
 * this one is the same on every machine and in every order, and `unordered` makes the merge report an error naming
 * both files. Leaving both out would hide an organisation that did report.
 */
import { localDay } from '../calendar.ts';
import type { Report } from '../document.ts';
import { isPeriodic } from '../current.ts';
import { canonicalJson } from '../hash.ts';
import type { Message } from '../message.ts';
import { periodEnd } from '../period.ts';
import type { Profile } from '../profile.ts';
import type { Exclusion, Extract } from '../submission.ts';
import { fold } from '../text/compare.ts';
import { blockingErrors, isAcceptable, type Acknowledged } from './acceptable.ts';
import { compareCodes, compareNumbers, inTurn } from './compare.ts';
import * as reasons from './reasons.ts';
import type { Register } from './register.ts';

export type PlaceKind = 'roster' | 'report' | 'further-report' | 'year';

/** The workbooks handed in for one place, and the one that counts. */
export interface Place {
  readonly kind: PlaceKind;
  readonly organisation: string;
  /** The workbook merged; null when none is acceptable. */
  readonly elected: Extract | null;
  /** `elected`, or the latest rejected one. */
  readonly shown: Extract;
  /** Different workbooks, oldest first. */
  readonly versions: readonly Extract[];
  readonly firstReceived: string | null;
  readonly firstAcceptable: string | null;
  /** Other acceptable workbooks that nothing puts before or after the elected one. */
  readonly unordered: readonly Extract[];
  /** True for a roster received after the period ended, used because there is none from before. */
  readonly fromLater: boolean;
}

/** An extract with what became of it: no reason means merged. */
export interface Fate {
  readonly extract: Extract;
  readonly reason: Message | null;
}

export interface Election {
  /** In register order, kind and first version. */
  readonly places: readonly Place[];
  /** One per extract given, in a stable order. */
  readonly fates: readonly Fate[];
  /** Identical copies: the one used and the other. */
  readonly copies: readonly { readonly kept: Extract; readonly copy: Extract }[];
  /** Organisations with a periodic report of the period that was excluded by decision. */
  readonly withdrawn: ReadonlySet<string>;
}

export interface ElectionInput {
  readonly profile: Profile;
  readonly register: Register;
  readonly period: string;
  readonly extracts: readonly Extract[];
  readonly exclusions: readonly Exclusion[];
  readonly acknowledged: Acknowledged;
}

export function elect(input: ElectionInput): Election {
  const { register } = input;
  const order = extractOrder(register);
  const sorted = [...input.extracts].sort(order);
  const { kept, copies } = mergeCopies(sorted);
  const excluded = exclusionReasons(input.exclusions, copies);
  const fates = new Map<Extract, Message | null>();
  for (const { kept: original, copy } of copies) fates.set(copy, reasons.sameContent(original.file));

  const withdrawn = new Set<string>();
  const candidates = new Map<string, Extract[]>();
  for (const extract of kept) {
    const outside = whyOutside(extract, input);
    const decision = excluded.get(extract.id);
    if (outside === null && decision !== undefined && placeKind(extract) === 'report')
      withdrawn.add(extract.organisation ?? '');
    if (outside !== null || decision !== undefined) {
      fates.set(extract, decision === undefined ? outside : reasons.excludedByDecision(decision));
      continue;
    }
    const key = placeKey(extract);
    const others = candidates.get(key);
    if (others) others.push(extract);
    else candidates.set(key, [extract]);
  }

  const places = [...candidates.values()].map((versions) => electIn(versions, input, fates));
  return {
    places,
    fates: sorted.map((extract) => ({ extract, reason: fates.get(extract) ?? null })),
    copies,
    withdrawn,
  };
}

/** The workbooks merged, in place order. */
export function electedOf(election: Election): Extract[] {
  return election.places.flatMap(({ elected }) => (elected ? [elected] : []));
}

/** A total order over different extracts: register, kind, period, then oldest first. */
export function extractOrder(register: Register): (a: Extract, b: Extract) => number {
  return inTurn<Extract>(
    (a, b) => register.order(a.organisation) - register.order(b.organisation),
    (a, b) => compareCodes(a.organisation ?? '', b.organisation ?? ''),
    (a, b) => compareCodes(a.kind, b.kind),
    (a, b) => compareCodes(a.period ?? '', b.period ?? ''),
    byAge,
    (a, b) => compareCodes(a.file, b.file),
    (a, b) => compareCodes(a.id, b.id),
    // Only extracts equal in all this get here: the same bytes judged twice.
    (a, b) => (a === b ? 0 : compareCodes(canonicalJson(a), canonicalJson(b))),
  );
}

const byAge = inTurn<Extract>(
  (a, b) => compareNumbers(instant(a.receivedAt), instant(b.receivedAt)),
  (a, b) => compareNumbers(a.version, b.version),
  (a, b) => compareCodes(a.hash, b.hash),
);

function instant(iso: string | null): number | null {
  return iso === null ? null : Date.parse(iso);
}

/** Identical bytes are one submission; the copy first received stands for it, so that its time of receipt does not move. */
function mergeCopies(sorted: readonly Extract[]): { kept: Extract[]; copies: { kept: Extract; copy: Extract }[] } {
  const first = new Map<string, Extract>();
  for (const extract of sorted) {
    const other = first.get(extract.hash);
    if (!other || (other.receivedAt === null && extract.receivedAt !== null)) first.set(extract.hash, extract);
  }
  const copies: { kept: Extract; copy: Extract }[] = [];
  const kept = sorted.filter((extract) => {
    const original = first.get(extract.hash);
    if (!original || original === extract) return true;
    copies.push({ kept: original, copy: extract });
    return false;
  });
  return { kept, copies };
}

/** By extract id; excluding one copy excludes its content. Of several reasons the first in code order is told. */
function exclusionReasons(
  exclusions: readonly Exclusion[],
  copies: readonly { readonly kept: Extract; readonly copy: Extract }[],
): ReadonlyMap<string, string> {
  const byId = new Map<string, string>();
  const add = (id: string, reason: string): void => {
    const other = byId.get(id);
    if (other === undefined || compareCodes(reason, other) < 0) byId.set(id, reason);
  };
  for (const { id, reason } of exclusions) add(id, reason);
  for (const { kept, copy } of copies) {
    const reason = byId.get(copy.id);
    if (reason !== undefined) add(kept.id, reason);
  }
  return byId;
}

/** Why an extract takes no part in this period's election; null when it does. */
function whyOutside({ kind, document, organisation, period }: Extract, input: ElectionInput): Message | null {
  if (kind === 'unknown' || document === null) return reasons.unrecognisedFile;
  const standing = input.register.standing(organisation);
  if (standing === 'unknown') return reasons.unknownOrganisation;
  if (standing === 'inactive') return reasons.inactiveOrganisation;
  if (kind === 'roster') return null;
  if (standing === 'bloc' && kind === 'report') return reasons.notSubordinate;
  if (period === null) return reasons.noPeriod;
  const wanted = kind === 'year' ? input.period.slice(0, 4) : input.period;
  return period === wanted ? null : reasons.otherPeriod(period);
}

function placeKind({ document }: Extract): PlaceKind {
  if (document?.kind !== 'report') return document?.kind ?? 'report';
  return isPeriodic(document) ? 'report' : 'further-report';
}

function placeKey(extract: Extract): string {
  const kind = placeKind(extract);
  const further =
    kind === 'further-report' && extract.document?.kind === 'report' ? furtherKey(extract.document, extract.hash) : '';
  return [extract.organisation, kind, further].join('\n');
}

function furtherKey(report: Report, hash: string): string {
  const identity = report.number?.value ?? report.request?.value.text;
  return `${report.type?.value ?? ''} ${identity === undefined ? hash : fold(identity)}`;
}

/** `versions` are oldest first and never empty. */
function electIn(versions: readonly Extract[], input: ElectionInput, fates: Map<Extract, Message | null>): Place {
  const [oldest] = versions;
  if (!oldest) throw new RangeError('a place has at least one workbook');
  const kind = placeKind(oldest);
  const acceptable = versions.filter((extract) => isAcceptable(extract, input.acknowledged));
  const inTime = kind === 'roster' ? acceptable.filter((extract) => !isLater(extract, input)) : acceptable;
  // A roster from after the period is better than none: the merge says so (`fromLater`).
  const eligible = inTime.length > 0 ? inTime : acceptable;
  const elected = eligible.at(-1) ?? null;
  const shown = elected ?? versions.at(-1) ?? oldest;
  for (const extract of versions) {
    const errors = blockingErrors(extract, input.acknowledged).length;
    if (extract === elected) fates.set(extract, null);
    else if (errors > 0) fates.set(extract, reasons.rejected(errors));
    else fates.set(extract, eligible.includes(extract) ? reasons.superseded(shown.file) : reasons.laterRoster);
  }
  return {
    kind,
    organisation: oldest.organisation ?? '',
    elected,
    shown,
    versions,
    firstReceived: firstReceived(versions),
    firstAcceptable: firstReceived(acceptable),
    unordered: elected ? eligible.filter((extract) => extract !== elected && !areOrdered(extract, elected)) : [],
    fromLater: elected !== null && inTime.length === 0,
  };
}

/** A roster has no period of its own: the day it was received stands for it, and one of unknown day is never later. */
function isLater({ receivedAt }: Extract, { profile, period }: ElectionInput): boolean {
  return receivedAt !== null && localDay(receivedAt, profile.utcOffsetMinutes) > periodEnd(period);
}

/** `versions` are oldest first, those of unknown time before all. */
function firstReceived(versions: readonly Extract[]): string | null {
  return versions.find(({ receivedAt }) => receivedAt !== null)?.receivedAt ?? null;
}

function areOrdered(a: Extract, b: Extract): boolean {
  const [left, right] = [instant(a.receivedAt), instant(b.receivedAt)];
  if (left !== null && right !== null && left !== right) return true;
  return a.version !== null && b.version !== null && a.version !== b.version;
}
