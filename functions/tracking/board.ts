/** The tracking board of a month: every committee that owes a report, and where it stands, by the merge's own rows. */
import type { AdHocRequest, Board, BoardRequest, BoardRow } from '../../core/api.ts';
import { deadlineOf, type Deadline } from '../../core/deadline.ts';
import type { Roster } from '../../core/document.ts';
import type { Acknowledged } from '../../core/merge/acceptable.ts';
import { deadlineAt } from '../../core/merge/deadline-at.ts';
import { elect, type Election } from '../../core/merge/elect.ts';
import { registerOf } from '../../core/merge/register.ts';
import { owedTo, type Owed } from '../../core/merge/requests.ts';
import { rowsOf, statusOf, type Rows } from '../../core/merge/rows.ts';
import { periodEnd } from '../../core/period.ts';
import type { Profile } from '../../core/profile.ts';
import type { Timeliness } from '../../core/submission.ts';
import type { Services } from '../route.ts';
import { listRequestExtensions, listRequests, type ExtensionRecord } from '../submissions/decisions.ts';
import { exclusionOf } from '../submissions/standing.ts';
import { gather, profileFor } from '../summaries/merge-snapshot.ts';
import { acknowledgedIn, replaySnapshot, takeSnapshot, type Snapshot } from '../summaries/snapshot.ts';
import { requestsFor } from './requests.ts';

type Tracking = Pick<Services, 'store' | 'profile' | 'ruleset' | 'now'>;

/** A month as the board sees it. */
export interface Month {
  readonly snapshot: Snapshot;
  readonly election: Election;
  readonly rows: Rows;
  readonly acknowledged: Acknowledged;
}

export interface MonthOptions {
  /** Replays what was known then, ISO; null for now. */
  readonly asOf: string | null;
  /** Only these committees; null for all. */
  readonly organisations: readonly string[] | null;
}

export async function readMonth(
  services: Tracking,
  period: string,
  { asOf, organisations }: MonthOptions = { asOf: null, organisations: null },
): Promise<Month> {
  const { store } = services;
  const snapshot = await (asOf === null ? takeSnapshot(services, period) : replaySnapshot(services, period, asOf));
  const only = organisations && new Set(organisations);
  const profile = only ? profileFor(services.profile, only) : services.profile;
  const acknowledged = acknowledgedIn(snapshot, profile);
  const { extracts } = await gather(store, services.profile, snapshot, only);
  const register = registerOf(profile, periodEnd(period));
  const exclusions = snapshot.records.flatMap((record) => exclusionOf(record) ?? []);
  const election = elect({ profile, register, period, extracts, exclusions, acknowledged });
  const { extensions, proposalAnswers } = snapshot;
  const rostersBefore = new Map<string, Roster>();
  const rows = rowsOf({
    profile,
    register,
    period,
    election,
    extensions,
    acknowledged,
    proposalAnswers,
    rostersBefore,
  });
  return { snapshot, election, rows, acknowledged };
}

export async function boardOf(services: Tracking, period: string, options?: MonthOptions): Promise<Board> {
  const month = await readMonth(services, period, options);
  const { due, graceUntil } = deadlineFor(services.profile, period);
  const rows = boardRows(month, due);
  const asked = await readRequests(services.store, month);
  return {
    period,
    asOf: month.snapshot.asOf,
    deadline: due,
    graceUntil,
    rows,
    figures: figuresOf(rows),
    requests: requestsFor(asked.requests, options?.organisations ?? null).map((request) =>
      boardRequest(request, asked, month),
    ),
  };
}

/** What the committees of a month owe to ad-hoc requests. */
export interface Asked {
  readonly requests: readonly AdHocRequest[];
  /** By `${request} ${organisation}`. */
  readonly extensions: ReadonlyMap<string, ExtensionRecord>;
  readonly owed: readonly Owed[];
}

/** Requests and extensions made since the month was seen are left out. */
export async function readRequests(store: Services['store'], { snapshot, election, rows }: Month): Promise<Asked> {
  const { period, asOf } = snapshot;
  const requests = (await listRequests(store, period)).filter(({ createdAt }) => createdAt <= asOf);
  const extensions = (await listRequestExtensions(store, period)).filter(({ at }) => at <= asOf);
  const organisations = rows.submissions.map(({ organisation }) => organisation);
  return {
    requests,
    extensions: new Map(extensions.map((one) => [`${one.request} ${one.organisation}`, one])),
    owed: owedTo({ requests, extensions, places: election.places, organisations }),
  };
}

function boardRequest(request: AdHocRequest, { owed, extensions }: Asked, { rows, acknowledged }: Month): BoardRequest {
  const names = new Map(rows.submissions.map(({ organisation, name }) => [organisation, name]));
  const answers = owed
    .filter((one) => one.request.id === request.id)
    .map(({ organisation, place, timeliness }) => {
      const extension = extensions.get(`${request.id} ${organisation}`);
      return {
        organisation,
        name: names.get(organisation) ?? organisation,
        status: statusOf(place ?? undefined, acknowledged, false),
        timeliness,
        firstReceived: place?.firstReceived ?? null,
        firstAcceptable: place?.firstAcceptable ?? null,
        submission: place?.shown.id ?? null,
        extension: extension ? { until: extension.until, grantor: extension.grantor, reason: extension.reason } : null,
      };
    });
  return { ...request, answers };
}

/** Where a profile sets no deadline the month's last moment stands for it. */
function deadlineFor(profile: Profile, period: string): Deadline {
  return (
    deadlineAt(profile, period) ??
    deadlineOf(period, { dueDay: 31, graceDays: 0, weekendPolicy: 'none' }, profile.utcOffsetMinutes)
  );
}

function boardRows({ rows, election, snapshot }: Month, due: string): BoardRow[] {
  const elected = new Map(
    election.places.flatMap(({ kind, organisation, elected: one }) =>
      kind === 'report' && one ? [[organisation, one.id] as const] : [],
    ),
  );
  const extensions = new Map(snapshot.extensions.map((extension) => [extension.organisation, extension]));
  return rows.submissions.map((row) => {
    const extension = extensions.get(row.organisation);
    return {
      organisation: row.organisation,
      name: row.name,
      level: row.level,
      status: row.status,
      timeliness: row.timeliness,
      firstReceived: row.firstReceived,
      firstAcceptable: row.firstAcceptable,
      currentReceived: row.currentReceived,
      current: elected.get(row.organisation) ?? null,
      versions: row.versions,
      errors: row.errors,
      warnings: row.warnings,
      deadline: row.deadline === '' ? due : row.deadline,
      extension: extension ? { until: extension.until, grantor: extension.grantor, reason: extension.reason } : null,
      roster: row.roster,
    };
  });
}

/** N is the number of committees active in the period: never a number written down. */
function figuresOf(rows: readonly BoardRow[]): Board['figures'] {
  const count = (timeliness: Timeliness): number => rows.filter((row) => row.timeliness === timeliness).length;
  return {
    organisations: rows.length,
    submitted: rows.length - count('missing'),
    onTime: count('onTime'),
    inGrace: count('inGrace'),
    late: count('late'),
    missing: count('missing'),
  };
}
