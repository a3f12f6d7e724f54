/** 05-KL/ĐUK clause 2: an upper committee's team has 15 to 20 people. */
import { isBloc } from '../organisation.ts';
import { defineRule, type Hit } from '../rule.ts';
import { activeMembers, hasTeam, rosterCell, sizeParameters, sizeRuleFor } from '../team.ts';

interface Args {
  /** null: the level is not known. */
  readonly size: number | null;
  readonly minimum: number;
  readonly maximum: number;
}

export const upperTeamSize = defineRule({
  id: 'upper-team-size',
  on: 'roster',
  severity: 'error',
  concerns: 'committee',
  title: { vi: 'Số lượng cộng tác viên của đảng bộ cấp trên cơ sở', en: 'Team size of an upper-level committee' },
  parameters: sizeParameters,
  check: (roster, { organisation, parameters, profile }): Hit<Args>[] => {
    // The Bloc's own team has a composition instead (`bloc-team-composition`).
    if (!hasTeam(roster) || isBloc(profile, roster.organisation)) return [];
    const rule = sizeRuleFor(organisation?.level ?? null, roster.teamKind?.value ?? null);
    const at = rosterCell(roster);
    if (rule === null)
      return [{ at: roster.organisationText ?? at, severity: 'warning', args: { ...parameters, size: null } }];
    const size = activeMembers(roster).length;
    if (rule !== 'upper-team-size' || (size >= parameters.minimum && size <= parameters.maximum)) return [];
    return [{ at, args: { ...parameters, size } }];
  },
  message: {
    vi: ({ size, minimum, maximum }) =>
      size === null
        ? 'Không xác định được cấp của tổ chức, không kiểm tra được số lượng cộng tác viên.'
        : `Đội ngũ có ${size} cộng tác viên đang hoạt động; đảng bộ cấp trên cơ sở phải có từ ${minimum} đến ${maximum}.`,
    en: ({ size, minimum, maximum }) =>
      size === null
        ? 'The organisation’s level is not known, so the number of collaborators cannot be checked.'
        : `Active collaborators: ${size}; an upper-level committee must have ${minimum} to ${maximum}.`,
  },
  remedy: {
    vi: ({ size, minimum, maximum }) =>
      size === null
        ? 'Ghi tên tổ chức đúng như trong danh mục đơn vị; nếu đã đúng, đề nghị Ban Tuyên giáo bổ sung cấp của đơn vị.'
        : `Kiện toàn đội ngũ để có từ ${minimum} đến ${maximum} đồng chí; người đã chuyển công tác, nghỉ hưu thì ghi rõ ở cột «Trạng thái».`,
    en: ({ size, minimum, maximum }) =>
      size === null
        ? 'Write the organisation’s name as in the register; if it is right, ask the Bloc to add the organisation’s level.'
        : `Renew the team so that it has ${minimum} to ${maximum} people; mark those who moved or retired in the status column.`,
  },
});
