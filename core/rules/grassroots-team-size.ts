/** 05-KL/ĐUK clause 2: a grassroots committee's team has 3 to 5 people; so has a group of concurrent officers. */
import { isBloc } from '../organisation.ts';
import { defineRule } from '../rule.ts';
import { activeMembers, hasTeam, rosterCell, sizeParameters, sizeRuleFor } from '../team.ts';

export const grassrootsTeamSize = defineRule({
  id: 'grassroots-team-size',
  on: 'roster',
  severity: 'error',
  concerns: 'committee',
  title: { vi: 'Số lượng cộng tác viên của đảng bộ cơ sở', en: 'Team size of a grassroots committee' },
  parameters: sizeParameters,
  check: (roster, { organisation, parameters, profile }) => {
    if (!hasTeam(roster) || isBloc(profile, roster.organisation)) return [];
    const kind = roster.teamKind?.value ?? null;
    if (sizeRuleFor(organisation?.level ?? null, kind) !== 'grassroots-team-size') return [];
    const size = activeMembers(roster).length;
    if (size >= parameters.minimum && size <= parameters.maximum) return [];
    return [{ at: rosterCell(roster), args: { ...parameters, size, group: kind === 'group' } }];
  },
  message: {
    vi: ({ size, minimum, maximum, group }) =>
      group
        ? `Nhóm kiêm nhiệm có ${size} cộng tác viên đang hoạt động; mỗi nhóm phải có từ ${minimum} đến ${maximum}.`
        : `Đội ngũ có ${size} cộng tác viên đang hoạt động; đảng bộ cơ sở phải có từ ${minimum} đến ${maximum}.`,
    en: ({ size, minimum, maximum, group }) =>
      `Active collaborators: ${size}; a ${group ? 'group of concurrent officers' : 'grassroots committee'} must have ${minimum} to ${maximum}.`,
  },
  remedy: {
    vi: ({ minimum, maximum }) =>
      `Kiện toàn để có từ ${minimum} đến ${maximum} đồng chí; người đã chuyển công tác, nghỉ hưu thì ghi rõ ở cột «Trạng thái».`,
    en: ({ minimum, maximum }) =>
      `Renew the membership so that it has ${minimum} to ${maximum} people; mark those who moved or retired in the status column.`,
  },
});
