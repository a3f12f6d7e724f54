/**
 * What the instructions sheet demands, taken from the profile's rules in force: the numbers are the rules' own
 * parameters and the reasons their own clauses, so that a template cannot contradict the check.
 */
import type { DocumentKind } from '../../document.ts';
import type { Citation } from '../../finding.ts';
import { isBloc } from '../../organisation.ts';
import { periodEnd } from '../../period.ts';
import { inForce, type Organisation, type Profile, type RuleEntry } from '../../profile.ts';
import { rules } from '../../rules/index.ts';
import { sizeLimits, sizeRuleFor, type SizeRule } from '../../team.ts';

export interface Requirement {
  /** Rule id. */
  readonly rule: string;
  readonly title: string;
  readonly demand: string;
  readonly cites: readonly Citation[];
}

interface Situation {
  readonly kind: DocumentKind;
  readonly profile: Profile;
  readonly organisation: Organisation;
  readonly day: string;
}

/** What a rule demands in words; null where it asks nothing of this organisation. */
type Demand = string | null | ((entry: RuleEntry, situation: Situation) => string | null);

/** The rule's own title names the marks themselves, which must stand in no workbook. */
const titles: Readonly<Record<string, string>> = { 'classification-mark': 'Bảo vệ bí mật nhà nước' };

/** The day a template is made for: the end of its period, else the last day its profile speaks for. */
export function templateDay(profile: Profile, period: string | null): string {
  return period === null ? (profile.to ?? '9999-12-31') : periodEnd(period);
}

const rosterDemands: Readonly<Record<string, Demand>> = {
  'team-established': 'Có ít nhất một cộng tác viên đang hoạt động.',
  'upper-team-size': (_entry, situation) => sizeDemand('upper-team-size', situation),
  'grassroots-team-size': (_entry, situation) => sizeDemand('grassroots-team-size', situation),
  'bloc-team-composition': ({ parameters }, { profile, organisation }) =>
    isBloc(profile, organisation.id)
      ? `${numberOf(parameters, 'office')} đồng chí công tác tại cơ quan của cấp ủy và ${numberOf(parameters, 'subordinate')} đồng chí ở các đảng bộ trực thuộc.`
      : null,
  'represented-unit': ({ parameters }) =>
    `Mỗi đồng chí ghi đơn vị hoặc chi bộ đại diện; một đơn vị không nên chiếm quá ${String(Math.round(numberOf(parameters, 'dominantShare') * 100))}% số người.`,
  'establishing-decision': 'Ghi số và ngày quyết định ở phần đầu, hoặc ở cột «Số QĐ» và «Ngày QĐ» của từng người.',
  'membership-review': ({ parameters }) =>
    `Lần rà soát gần nhất cách đây không quá ${String(numberOf(parameters, 'maximumMonths'))} tháng; người đã chuyển công tác, nghỉ hưu ghi rõ ở cột «Trạng thái».`,
  'working-regulation': 'Ghi số và ngày của Quy chế hoạt động; ghi ngày kiểm tra việc thực hiện Quy chế trong năm.',
  'quality-attestation': 'Xác nhận số lượng, chất lượng, cơ cấu ở dòng «Đánh giá số lượng, chất lượng, cơ cấu».',
  term: (_entry, { profile }) => (profile.term === null ? null : `Nhiệm kỳ ${profile.term}.`),
  'refused-column': 'Không thêm cột ngày sinh đầy đủ, số căn cước, dân tộc, tôn giáo, địa chỉ nhà, mạng xã hội.',
  'name-format': 'Họ tên viết hoa chữ cái đầu, không kèm danh xưng (đ/c, ông, bà, TS.).',
  'duplicate-name': 'Mỗi người một dòng; hai người trùng tên thì ghi chú để phân biệt.',
};

const reportDemands: Readonly<Record<string, Demand>> = {
  'report-deadline': ({ parameters }) =>
    `Gửi chậm nhất 23 giờ 59 phút ngày ${String(numberOf(parameters, 'dueDay'))} của tháng báo cáo.`,
  'known-sender': 'Tên tổ chức ở góc trái trang báo cáo đúng như trong danh sách đơn vị trực thuộc; mẫu đã ghi sẵn.',
  addressee: 'Ghi nơi nhận ở dòng «Kính gửi»; mẫu đã ghi sẵn.',
  'report-channel': 'Báo cáo định kỳ gửi bằng văn bản; báo cáo nhanh ghi rõ hình thức gửi.',
  'ad-hoc-request': 'Báo cáo đột xuất ghi số và ngày của văn bản yêu cầu ở dòng «Theo yêu cầu tại».',
  'opinion-streams': 'Mỗi vấn đề có từ hai luồng ý kiến trở lên, mỗi luồng một dòng, ghi cùng một tên vấn đề.',
  'duplicate-issue': 'Mỗi vấn đề chỉ báo cáo một lần trong tháng.',
  'personal-identifier':
    'Không ghi họ tên, số điện thoại, email, số căn cước, lời nói trực tiếp của cá nhân; chỉ tổng hợp ý kiến.',
  vocabulary: '«Lĩnh vực», «Mức độ», «Khuynh hướng» chọn trong danh sách thả xuống.',
};

const yearDemands: Readonly<Record<string, Demand>> = {
  'activity-plan': ({ parameters }) =>
    `Ghi số và ngày của kế hoạch năm; ban hành trong ${String(numberOf(parameters, 'warnAfterMonth'))} tháng đầu năm.`,
  training: 'Mỗi lớp bồi dưỡng, tập huấn một dòng.',
  'annual-review': 'Cuối năm ghi số và ngày của báo cáo đánh giá, tổng kết.',
  'tasks-and-solutions': 'Ghi nhiệm vụ, giải pháp khắc phục tồn tại, hạn chế.',
  commendation: 'Ghi các hình thức khen thưởng, nếu có.',
  'monthly-briefing': ({ parameters }) =>
    `Giao ban mỗi tháng một lần: ${String(numberOf(parameters, 'minimum'))} dòng trong năm.`,
};

const commonDemands: Readonly<Record<string, Demand>> = {
  'classification-mark': 'Không đưa nội dung thuộc bí mật nhà nước vào tệp này, ở bất kỳ ô, ghi chú hay trang nào.',
  'text-date': 'Ngày nhập dạng ngày/tháng/năm, ví dụ 25/11/2023.',
  'legacy-font': 'Gõ bằng bảng mã Unicode, không dùng phông .VnTime hoặc VNI.',
  citation: 'Viện dẫn văn bản đúng số, ký hiệu, cơ quan ban hành và ngày.',
  'stray-cell': 'Không ghi gì ngoài các ô nền vàng; cần thêm dòng thì chèn dòng vào giữa bảng.',
};

const demands: Readonly<Record<DocumentKind, Readonly<Record<string, Demand>>>> = {
  roster: { ...rosterDemands, ...commonDemands },
  report: { ...reportDemands, ...commonDemands },
  year: { ...yearDemands, ...commonDemands },
};

/** The demands on one organisation's document, in the order they are worded above. */
export function requirementsOf(situation: Situation): Requirement[] {
  const { profile, kind, day } = situation;
  const entries = profile.rules.filter((entry) => inForce(entry, day));
  return Object.entries(demands[kind]).flatMap(([id, demand]) =>
    entries
      .filter((entry) => entry.id === id)
      .flatMap((entry) => {
        const text = typeof demand === 'function' ? demand(entry, situation) : demand;
        if (text === null) return [];
        return [
          {
            rule: id,
            title: titles[id] ?? rules.get(id)?.title.vi ?? id,
            demand: text,
            cites: clausesOf(profile, entry, day),
          },
        ];
      }),
  );
}

/** The limits of the organisation's own level; a group of officers has the grassroots limits at any level. */
function sizeDemand(rule: SizeRule, { profile, organisation, day }: Situation): string | null {
  const limits = sizeLimits(profile, day, rule);
  if (limits === null || isBloc(profile, organisation.id)) return null;
  const range = `từ ${limits.minimum} đến ${limits.maximum} đồng chí đang hoạt động`;
  if (sizeRuleFor(organisation.level, 'team') === rule) return `Đội ngũ có ${range}.`;
  if (organisation.level === null)
    return `${rule === 'upper-team-size' ? 'Đảng bộ cấp trên cơ sở' : 'Đảng bộ cơ sở'}: ${range}.`;
  return sizeRuleFor(organisation.level, 'group') === rule ? `Nếu là nhóm kiêm nhiệm: ${range}.` : null;
}

function clausesOf(profile: Profile, entry: RuleEntry, day: string): Citation[] {
  return profile.clauses
    .filter((clause) => entry.cites.includes(clause.id) && inForce(clause, day))
    .map(({ document, clause, quote, from, to }) => ({ document, clause, quote, from, to }));
}

/** Throws RangeError for a parameter a rule would refuse as well. */
function numberOf(parameters: RuleEntry['parameters'], name: string): number {
  const value = parameters[name];
  if (typeof value !== 'number') throw new RangeError(`parameter ${name} is no number`);
  return value;
}
