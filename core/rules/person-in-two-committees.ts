/** The same full name active in two committees' rosters: perhaps one person counted twice, perhaps namesakes. The name is not repeated. */
import * as z from 'zod';
import { currentRosters } from '../current.ts';
import { groupBy } from '../group-by.ts';
import { isBloc, organisationName } from '../organisation.ts';
import { defineRule } from '../rule.ts';
import { a1 } from '../sheet.ts';
import { activeMembers } from '../team.ts';
import { fold } from '../text/compare.ts';
import { stripTitles } from '../text/name.ts';

export const personInTwoCommittees = defineRule({
  id: 'person-in-two-committees',
  on: 'set',
  severity: 'warning',
  title: { vi: 'Một người ở hai đơn vị', en: 'One person in two organisations' },
  parameters: z.strictObject({}),
  check: (set) => {
    const named = currentRosters(set)
      // The Bloc's team is drawn from the committees: being in both is its purpose.
      .filter(({ organisation }) => !isBloc(set.profile, organisation))
      .flatMap(({ organisation, document }) =>
        activeMembers(document).flatMap(({ name }) => (name ? [{ organisation, name }] : [])),
      );
    return [...groupBy(named, ({ name }) => fold(stripTitles(name.value))).values()].flatMap((people) => {
      if (people.length < 2) return [];
      // Twice within one organisation is `duplicate-name`.
      const places = [...groupBy(people, ({ organisation }) => organisation).values()].flatMap((same) => same[0] ?? []);
      if (places.length < 2) return [];
      const args = places.map(({ organisation, name }) => ({
        organisation: organisationName(set.profile, organisation),
        cell: a1(name),
      }));
      const identity = places.map(({ organisation, name }) => `${organisation}!${a1(name)}`).join('|');
      return [{ at: null, args, identity }];
    });
  },
  message: {
    vi: (places) =>
      `Trùng họ tên người đang hoạt động: ${places.map(({ organisation, cell }) => `${organisation} (ô ${cell})`).join(', ')}; mỗi người chỉ tham gia một đội ngũ.`,
    en: (places) =>
      `The same full name is active in ${places.map(({ organisation, cell }) => `${organisation} (cell ${cell})`).join(', ')}; a person belongs to one team.`,
  },
  remedy: {
    vi: () => 'Hỏi lại các đơn vị: nếu là một người, sửa trạng thái ở đơn vị cũ; nếu trùng tên, xác nhận cảnh báo này.',
    en: () =>
      'Ask the organisations: if it is one person, correct the status in the former one; if namesakes, acknowledge this warning.',
  },
});
