/**
 * What keeps a workbook from leaving the pane, and what it is sent as. Classification marks and personal identifiers
 * are refused here before anything is sent; the server refuses them again.
 */
import type { Session } from '../../core/api.ts';
import type { Finding } from '../../core/finding.ts';
import type { Checked } from '../engine/protocol.ts';

/** What the gate needs of a check; the cells are let go. */
export type Judged = Omit<Checked, 'workbook'>;

export function judgedOf({
  kind,
  organisation,
  period,
  nil,
  members,
  streams,
  findings,
  titles,
  ruleset,
}: Checked): Judged {
  return { kind, organisation, period, nil, members, streams, findings, titles, ruleset };
}

/** Whom and when a workbook is submitted for. `period` is null for a roster. */
export interface Selection {
  readonly organisation: string | null;
  readonly period: string | null;
}

/** As the server tells a finding. */
export type ToldFinding = Omit<Finding, 'fix'>;

export type Obstacle =
  | { readonly type: 'classification'; readonly findings: readonly Finding[] }
  | { readonly type: 'personal'; readonly findings: readonly Finding[] }
  /** Names of collaborators, told from the roster that only the server holds. */
  | { readonly type: 'collaborator'; readonly findings: readonly ToldFinding[] }
  /** Office-holders named: let through with a reason. */
  | { readonly type: 'named'; readonly findings: readonly Finding[] }
  | { readonly type: 'unknown' }
  /** The workbook names no committee of the register; choosing one here would not change what it says. */
  | { readonly type: 'noOrganisation' }
  | { readonly type: 'noPeriod' }
  /** The workbook itself says otherwise. */
  | { readonly type: 'otherOrganisation'; readonly found: string }
  | { readonly type: 'otherPeriod'; readonly found: string }
  | { readonly type: 'notYours'; readonly found: string };

const personalRules: ReadonlySet<string> = new Set(['personal-identifier', 'refused-column']);

/** What the workbook says of itself; staff of one committee need not be asked which. */
export function selectionOf(judged: Judged, session: Session): Selection {
  const [only, ...others] = session.organisations ?? [];
  return {
    organisation: judged.organisation ?? (others.length === 0 ? (only ?? null) : null),
    period: judged.kind === 'roster' ? null : judged.period,
  };
}

/**
 * Why it may not be sent, worst first; empty when it may. `reason` is why named office-holders stay, `collaborators`
 * what the server told beforehand.
 */
export function obstaclesOf(
  judged: Judged,
  selection: Selection,
  session: Session,
  reason: string | null,
  collaborators: readonly ToldFinding[] = [],
): readonly Obstacle[] {
  const classified = judged.findings.filter(({ rule }) => rule === 'classification-mark');
  if (classified.length > 0) return [{ type: 'classification', findings: classified }];
  const { organisation, period } = selection;
  const obstacles: Obstacle[] = [];
  const personal = judged.findings.filter(({ rule }) => personalRules.has(rule));
  const identifying = personal.filter(({ severity }) => severity === 'error');
  const named = personal.filter(({ severity }) => severity === 'warning');
  if (identifying.length > 0) obstacles.push({ type: 'personal', findings: identifying });
  if (collaborators.length > 0) obstacles.push({ type: 'collaborator', findings: collaborators });
  if (named.length > 0 && reason === null) obstacles.push({ type: 'named', findings: named });
  if (judged.kind === 'unknown') return [...obstacles, { type: 'unknown' }];
  if (judged.organisation === null) obstacles.push({ type: 'noOrganisation' });
  else if (organisation !== judged.organisation)
    obstacles.push({ type: 'otherOrganisation', found: judged.organisation });
  else if (session.organisations !== null && !session.organisations.includes(organisation))
    obstacles.push({ type: 'notYours', found: organisation });
  if (judged.kind === 'roster') return obstacles;
  if (period === null) obstacles.push({ type: 'noPeriod' });
  else if (judged.period !== null && judged.period !== period)
    obstacles.push({ type: 'otherPeriod', found: judged.period });
  return obstacles;
}

/** What stands in the server's answer alone and keeps a report back: collaborators it knows from their roster. */
export function collaboratorsIn(told: readonly ToldFinding[], judged: Judged): ToldFinding[] {
  const seen = new Set(judged.findings.map(({ id }) => id));
  return told.filter(
    ({ id, rule, severity }) => rule === 'personal-identifier' && severity === 'error' && !seen.has(id),
  );
}

/** The office-holders a recorded reason stands for. */
export function namedFindings(judged: Judged): Finding[] {
  return judged.findings.filter(({ rule, severity }) => personalRules.has(rule) && severity === 'warning');
}
