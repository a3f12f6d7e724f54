/** A roster as a team: who counts, which size limits judge it, and where to point at in it. */
import * as z from 'zod';
import { documentCell, type Hit } from './rule.ts';
import type { Member, Roster } from './document.ts';
import { inForce, type Organisation, type Profile } from './profile.ts';
import type { CellAddress } from './sheet.ts';

/** The parameters of `upper-team-size` and `grassroots-team-size`: people, both bounds inclusive. */
export const sizeParameters = z.strictObject({
  minimum: z.number().int().nonnegative(),
  maximum: z.number().int().nonnegative(),
});

export type SizeLimits = z.infer<typeof sizeParameters>;
export type SizeRule = 'upper-team-size' | 'grassroots-team-size';

/** The roster as it is on that day: whose day of leaving is past has left. */
export function rosterOn(roster: Roster, day: string): Roster {
  const left = ({ leftOn }: Member): boolean => {
    const iso = leftOn?.value.iso;
    // «3/2023» is past when the month is.
    return iso !== undefined && iso !== null && iso < day.slice(0, iso.length);
  };
  if (!roster.members.some(left)) return roster;
  return { ...roster, members: roster.members.map((member) => (left(member) ? { ...member, active: false } : member)) };
}

export function activeMembers(roster: Roster): readonly Member[] {
  return roster.members.filter((member) => member.active);
}

/** True when somebody is active; an empty roster is the one concern of `team-established`. */
export function hasTeam(roster: Roster): boolean {
  return roster.members.some((member) => member.active);
}

/**
 * Which size rule judges a roster; null when the level is not known.
 * A group (nhóm kiêm nhiệm) has the grassroots limits whatever its committee's level: that is the reading behind
 * «20 teams × 20 + 14 groups × 5 = 470».
 */
export function sizeRuleFor(level: Organisation['level'], teamKind: 'team' | 'group' | null): SizeRule | null {
  if (teamKind === 'group' || level === 'grassroots') return 'grassroots-team-size';
  return level === 'upper' ? 'upper-team-size' : null;
}

/** The limits of a size rule in force on that day; null where the profile has none. */
export function sizeLimits(profile: Profile, day: string, rule: SizeRule): SizeLimits | null {
  const entry = profile.rules.find((one) => one.id === rule && inForce(one, day));
  return entry ? sizeParameters.parse(entry.parameters) : null;
}

/** The most people that many teams and groups may have under the limits in force; null where a size rule is missing. */
export function capacityOf(profile: Profile, day: string, teams: number, groups: number): number | null {
  const team = sizeLimits(profile, day, 'upper-team-size');
  const group = sizeLimits(profile, day, 'grassroots-team-size');
  return team && group ? team.maximum * teams + group.maximum * groups : null;
}

/** Where to point at when the roster as a whole is meant. */
export function rosterCell(roster: Roster): CellAddress | null {
  return roster.table ?? documentCell(roster);
}

/** Members' cells in a column, blank or not; their names' cells where nobody has that column filled. */
export function memberCells(
  roster: Roster,
  members: readonly Member[],
  column: 'unit' | 'decisionNumber' | 'decisionDate',
): (CellAddress | null)[] {
  const filled = roster.members.find((member) => member[column] !== null)?.[column];
  return members.map((member) =>
    filled
      ? { sheet: member.name?.sheet ?? filled.sheet, row: member.row, column: filled.column }
      : (member.name ?? rosterCell(roster)),
  );
}

/** One hit for several cells of one cause: the first is pointed at, the others are related. */
export function hitAt<Args>(cells: readonly (CellAddress | null)[], args: Args): Hit<Args> {
  const [at = null, ...others] = cells.filter((cell) => cell !== null);
  return { at, args, related: others };
}
