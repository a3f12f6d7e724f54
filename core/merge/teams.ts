/** «Đội ngũ»: the size of each roster against the limits in force, and how it changed. */
import type { Roster } from '../document.ts';
import { periodEnd } from '../period.ts';
import { activeMembers, rosterCell, sizeLimits, sizeRuleFor, type SizeLimits, type SizeRule } from '../team.ts';
import { fold } from '../text/compare.ts';
import { stripTitles } from '../text/name.ts';
import { placeOf, type Merged, type RowsInput } from './rows.ts';
import type { SourceList } from './sources.ts';
import type { TeamRow } from './summary.ts';

export function teamRows(
  rosters: readonly Merged<Roster>[],
  { profile, register, period, rostersBefore }: RowsInput,
  sources: SourceList,
): TeamRow[] {
  const day = periodEnd(period);
  const limits: Readonly<Record<SizeRule, SizeLimits | null>> = {
    'upper-team-size': sizeLimits(profile, day, 'upper-team-size'),
    'grassroots-team-size': sizeLimits(profile, day, 'grassroots-team-size'),
  };
  return rosters.map(({ extract, organisation, name, document }) => {
    const level = register.level(organisation);
    const teamKind = document.teamKind?.value ?? null;
    // The Bloc's own team has a composition rule instead of a size rule.
    const rule = level === 'bloc' ? null : sizeRuleFor(level, teamKind);
    const limit = rule && limits[rule];
    const before = rostersBefore.get(organisation);
    const change = before ? membersChanged(before, document) : null;
    return {
      organisation,
      name,
      level,
      teamKind,
      size: activeMembers(document).length,
      minimum: limit?.minimum ?? null,
      maximum: limit?.maximum ?? null,
      decision: document.decision?.value.text ?? null,
      regulation: document.regulation?.value.text ?? null,
      reviewedOn: document.reviewedOn ? (document.reviewedOn.value.iso ?? document.reviewedOn.value.text) : null,
      joined: change?.joined ?? null,
      left: change?.left ?? null,
      source: sources.add(extract, rosterCell(document) ?? placeOf(extract)),
    };
  });
}

/** Active members by name without titles; people of the same name are counted, not merged. */
function membersChanged(before: Roster, after: Roster): { joined: number; left: number } {
  const remaining = new Map<string, number>();
  for (const name of activeNames(before)) remaining.set(name, (remaining.get(name) ?? 0) + 1);
  let joined = 0;
  let left = activeNames(before).length;
  for (const name of activeNames(after)) {
    const count = remaining.get(name) ?? 0;
    if (count === 0) joined += 1;
    else {
      remaining.set(name, count - 1);
      left -= 1;
    }
  }
  return { joined, left };
}

function activeNames(roster: Roster): string[] {
  return activeMembers(roster).map(({ name }) => fold(stripTitles(name?.value ?? '')));
}
