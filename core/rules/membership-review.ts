/** 05-KL/ĐUK clause 2: the membership is reviewed and renewed; someone who has left is no longer active. */
import * as z from 'zod';
import { addMonths, dayLabel, latestDay } from '../calendar.ts';
import type { Member } from '../document.ts';
import { defineRule, type Hit } from '../rule.ts';
import { activeMembers, hasTeam, hitAt, rosterCell } from '../team.ts';
import { fold } from '../text/compare.ts';

type Args =
  | { readonly found: 'none' | 'left'; readonly months: number; readonly count: number }
  | { readonly found: 'old'; readonly months: number; readonly on: string };

/** Words for having left; a negation or a plan in front, or «về» behind, means that the person is there. */
const left =
  /(?<!(?:chưa|không|sắp|sẽ|chờ|dự kiến|chuẩn bị|phải|thủ tục) )(?:chuyển công tác(?! (?:về|đến)(?: từ| tháng| ngày| \d|$)| từ [^\d]{1,60} (?:về|đến)(?!\p{L}))|nghỉ hưu|nghỉ chế độ|thôi việc|từ trần)/u;

/** «Bổ sung, thay đồng chí B nghỉ hưu»: another has left. */
const another = /(?<!\p{L})thay (?:cho |thế )?(?:đồng chí|đ\/c|ông|bà|người|cán bộ|vị trí)(?!\p{L}).*$/su;

function leftCell({ status, note }: Member) {
  return [status, note].find((cell) => cell !== null && left.test(fold(cell.value).replace(another, ''))) ?? null;
}

export const membershipReview = defineRule({
  id: 'membership-review',
  on: 'roster',
  severity: 'warning',
  title: { vi: 'Rà soát, kiện toàn đội ngũ', en: 'Review and renewal of the membership' },
  parameters: z.strictObject({ maximumMonths: z.number().int().positive() }),
  *check(roster, { day, parameters: { maximumMonths: months } }): Iterable<Hit<Args>> {
    if (!hasTeam(roster)) return;
    const { reviewedOn } = roster;
    const on = reviewedOn?.value.iso ?? null;
    if (on === null) yield { at: reviewedOn ?? rosterCell(roster), args: { found: 'none', months, count: 0 } };
    else if (addMonths(latestDay(on), months) < day) yield { at: reviewedOn, args: { found: 'old', months, on } };
    const gone = activeMembers(roster).flatMap((member) => leftCell(member) ?? []);
    if (gone.length > 0) yield hitAt<Args>(gone, { found: 'left', months, count: gone.length });
  },
  message: {
    vi: (args) => {
      if (args.found === 'old') return `Lần rà soát gần nhất là ${dayLabel(args.on).vi}, đã quá ${args.months} tháng.`;
      return args.found === 'left'
        ? `${args.count} người có ghi đã chuyển công tác hoặc nghỉ nhưng vẫn tính là đang hoạt động.`
        : `Không có ngày rà soát đội ngũ đọc được; cần rà soát ít nhất ${args.months} tháng một lần.`;
    },
    en: (args) => {
      if (args.found === 'old') return `The last review was on ${args.on}, more than ${args.months} months ago.`;
      return args.found === 'left'
        ? `People noted as moved or retired but still counted as active: ${args.count}.`
        : `No readable date of a membership review; a review is due at least every ${args.months} months.`;
    },
  },
  remedy: {
    vi: ({ found }) =>
      found === 'left'
        ? 'Sửa cột «Trạng thái» của những người này và bổ sung, kiện toàn đội ngũ.'
        : 'Rà soát, bổ sung, kiện toàn đội ngũ rồi ghi «Ngày rà soát gần nhất: ngày/tháng/năm».',
    en: ({ found }) =>
      found === 'left'
        ? 'Correct the status of these people and renew the team.'
        : 'Review and renew the membership, then write the date of the last review as day/month/year.',
  },
});
