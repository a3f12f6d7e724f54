/** The tracking board of a month: every committee that owes a report, and where it stands, by the merge's own rows. */
import type { Board, BoardRow } from '../../core/api.ts';
import { deadlineOf, type Deadline } from '../../core/deadline.ts';
import type { Roster } from '../../core/document.ts';
import type { Acknowledged } from '../../core/merge/acceptable.ts';
import { deadlineAt } from '../../core/merge/deadline-at.ts';
import { elect, type Election } from '../../core/merge/elect.ts';
import { registerOf } from '../../core/merge/register.ts';
import { rowsOf, type Rows } from '../../core/merge/rows.ts';
import { periodEnd } from '../../core/period.ts';
import type { Profile } from '../../core/profile.ts';
import type { Timeliness } from '../../core/submission.ts';
import type { Services } from '../route.ts';
import { exclusionOf } from '../submissions/standing.ts';
import { gather, profileFor } from '../summaries/merge-snapshot.ts';
import { acknowledgedIn, replaySnapshot, takeSnapshot, type Snapshot } from '../summaries/snapshot.ts';
import { listRequests } from './requests.ts';

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
  const requests = await listRequests(services.store, period);
  const mine = options?.organisations ?? null;
  return {
    period,
    asOf: month.snapshot.asOf,
    deadline: due,
    graceUntil,
    rows,
    figures: figuresOf(rows),
    requests: requests.filter(
      ({ organisations: asked }) => mine === null || asked === null || asked.some((one) => mine.includes(one)),
    ),
  };
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
