/** S0: 34 of 61 committees = 20 teams + 14 groups, 593 people; and 05-KL/ĐUK clause 2 caps what those may number. */
import * as z from 'zod';
import { currentRosters } from '../current.ts';
import { isBloc, subordinatesAt } from '../organisation.ts';
import { defineRule, type Hit } from '../rule.ts';
import { activeMembers, capacityOf, hasTeam } from '../team.ts';

interface Args {
  readonly problem: 'twice' | 'too-many' | 'capacity';
  readonly teams: number;
  readonly groups: number;
  /** Committees with either. */
  readonly holders: number;
  readonly organisations: number;
  readonly people: number;
  readonly capacity: number;
}

export const teamCounts = defineRule({
  id: 'team-counts',
  on: 'set',
  severity: 'error',
  title: { vi: 'Số đội ngũ, số nhóm và tổng số người', en: 'Teams, groups and people in all' },
  parameters: z.strictObject({}),
  *check(set, { day }): Iterable<Hit<Args>> {
    const rosters = currentRosters(set).filter(
      ({ organisation, document }) => !isBloc(set.profile, organisation) && hasTeam(document),
    );
    const groups = rosters.filter(({ document }) => document.teamKind?.value === 'group').length;
    const teams = rosters.length - groups;
    const holders = new Set(rosters.map(({ organisation }) => organisation)).size;
    const organisations = subordinatesAt(set.profile, day).length;
    const people = rosters.reduce((sum, { document }) => sum + activeMembers(document).length, 0);
    const capacity = capacityOf(set.profile, day, teams, groups) ?? Infinity;
    const args = { teams, groups, holders, organisations, people, capacity };
    if (teams + groups !== holders) yield { at: null, args: { problem: 'twice', ...args }, identity: 'twice' };
    if (holders > organisations) yield { at: null, args: { problem: 'too-many', ...args }, identity: 'too-many' };
    if (people > capacity)
      yield { at: null, severity: 'warning', args: { problem: 'capacity', ...args }, identity: 'capacity' };
  },
  message: {
    vi: ({ problem, teams, groups, holders, organisations, people, capacity }) => {
      const counted = `${teams} đội ngũ và ${groups} nhóm`;
      if (problem === 'twice') return `Có ${counted} nhưng chỉ của ${holders} đơn vị; mỗi đơn vị chỉ tính một lần.`;
      return problem === 'too-many'
        ? `${holders} đơn vị có đội ngũ hoặc nhóm, nhiều hơn ${organisations} đơn vị trong danh mục của kỳ.`
        : `Tổng số ${people} người > ${capacity}, mức tối đa cho ${counted}; không thể mọi đơn vị đều đúng quy định về số lượng.`;
    },
    en: ({ problem, teams, groups, holders, organisations, people, capacity }) => {
      const counted = `${teams} teams and ${groups} groups`;
      if (problem === 'twice') return `${counted} come from only ${holders} organisations; each counts once.`;
      return problem === 'too-many'
        ? `${holders} organisations have a team or group, more than the ${organisations} registered in the period.`
        : `${people} people in all > ${capacity}, the most ${counted} may have; not every organisation can be within its limits.`;
    },
  },
  remedy: {
    vi: ({ problem }) => {
      if (problem === 'twice') return 'Chỉ giữ một danh sách hiện hành cho mỗi đơn vị.';
      return problem === 'too-many'
        ? 'Bỏ danh sách của đơn vị không còn hiệu lực, hoặc cập nhật danh mục đơn vị.'
        : 'Xem sheet «Đội ngũ» để biết đơn vị vượt số lượng và hướng dẫn kiện toàn.';
    },
    en: ({ problem }) => {
      if (problem === 'twice') return 'Keep one current roster for each organisation.';
      return problem === 'too-many'
        ? 'Remove rosters of organisations no longer in force, or update the register.'
        : 'See the sheet «Đội ngũ» for the organisations above their limits and guide their renewal.';
    },
  },
});
