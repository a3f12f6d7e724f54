/** 263-QĐ/ĐUK: the Bloc's own team has 35 people, 4 at its office and 31 in subordinate committees. Turnover asks for renewal only. */
import * as z from 'zod';
import type { Member } from '../document.ts';
import { isBloc } from '../organisation.ts';
import type { Profile } from '../profile.ts';
import { defineRule, type Hit } from '../rule.ts';
import { hasTeam, rosterCell } from '../team.ts';
import { foldPlain } from '../text/compare.ts';

interface Args {
  readonly kind: 'composition' | 'turnover';
  readonly office: number;
  readonly subordinate: number;
  readonly found: readonly [office: number, subordinate: number];
  readonly left: number;
}

/** At the office: the unit names the Bloc itself, such as «Văn phòng Đảng ủy Khối», and not a committee under it. */
function atOffice({ unit }: Member, { bloc }: Profile): boolean {
  const folded = ` ${foldPlain(unit?.value ?? '')} `;
  return (
    !folded.includes(' truc thuoc ') &&
    [bloc.name, ...bloc.aliases].some((name) => folded.includes(` ${foldPlain(name)} `))
  );
}

export const blocTeamComposition = defineRule({
  id: 'bloc-team-composition',
  on: 'roster',
  severity: 'error',
  concerns: 'committee',
  title: { vi: 'Cơ cấu đội ngũ cộng tác viên cấp Khối', en: 'Composition of the Bloc’s own team' },
  parameters: z.strictObject({ office: z.number().int().nonnegative(), subordinate: z.number().int().nonnegative() }),
  *check(roster, { profile, parameters: { office, subordinate } }): Iterable<Hit<Args>> {
    if (!hasTeam(roster) || !isBloc(profile, roster.organisation)) return;
    // Everyone the decision lists counts, those who have left since too.
    const placed = roster.members.filter((member) => member.unit !== null);
    const here = placed.filter((member) => atOffice(member, profile)).length;
    const found = [here, placed.length - here] as const;
    const left = roster.members.filter((member) => !member.active).length;
    const args = { office, subordinate, found, left };
    if (here !== office || found[1] !== subordinate)
      yield { at: rosterCell(roster), args: { kind: 'composition', ...args } };
    if (left > 0) yield { at: rosterCell(roster), severity: 'warning', args: { kind: 'turnover', ...args } };
  },
  message: {
    vi: ({ kind, office, subordinate, found, left }) =>
      kind === 'turnover'
        ? `${left} cộng tác viên cấp Khối không còn hoạt động; đội ngũ cần kiện toàn.`
        : `Đội ngũ cấp Khối có ${found[0]} người ở cơ quan và ${found[1]} người ở đơn vị trực thuộc; quyết định là ${office} và ${subordinate}, tổng số ${office + subordinate}.`,
    en: ({ kind, office, subordinate, found, left }) =>
      kind === 'turnover'
        ? `Collaborators of the Bloc’s team no longer active: ${left}; the team needs renewal.`
        : `The Bloc’s team has ${found[0]} at the office and ${found[1]} in subordinate committees; the decision says ${office} and ${subordinate}, ${office + subordinate} in all.`,
  },
  remedy: {
    vi: ({ kind }) =>
      kind === 'turnover'
        ? 'Trình ban hành quyết định kiện toàn, bổ sung người thay thế.'
        : 'Đối chiếu danh sách với quyết định thành lập; ghi đơn vị cho từng người và bổ sung hoặc bỏ người cho khớp.',
    en: ({ kind }) =>
      kind === 'turnover'
        ? 'Propose a decision renewing the team and naming replacements.'
        : 'Compare the roster with the establishing decision; give everyone’s unit and add or remove people to match.',
  },
});
