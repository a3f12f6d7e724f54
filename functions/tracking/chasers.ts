/**
 * Draft messages to the committees that owe something. Each holds that committee's open findings only, by the rule's
 * title and the cell: never what stands in the cell.
 */
import type { ChaserPack } from '../../core/api.ts';
import { instantLabel } from '../../core/calendar.ts';
import type { Finding } from '../../core/finding.ts';
import type { Place, PlaceKind } from '../../core/merge/elect.ts';
import type { Owed } from '../../core/merge/requests.ts';
import type { SubmissionRow } from '../../core/merge/summary.ts';
import { periodLabel } from '../../core/period.ts';
import type { Profile } from '../../core/profile.ts';
import { rules } from '../../core/rules/index.ts';
import type { Services } from '../route.ts';
import { readMonth, readRequests, type Month } from './board.ts';

type Chaser = ChaserPack['chasers'][number];

/** Cells named for one rule; the receipt lists them all. */
const mostCells = 8;

export async function chaserPack(
  services: Pick<Services, 'store' | 'profile' | 'ruleset' | 'now'>,
  period: string,
): Promise<ChaserPack> {
  const month = await readMonth(services, period);
  const { owed } = await readRequests(services.store, month);
  return {
    period,
    chasers: month.rows.submissions.flatMap((row) => chaserOf(row, month, owed, services.profile) ?? []),
  };
}

/** null when the committee owes nothing. */
function chaserOf(
  row: SubmissionRow,
  { election, acknowledged, snapshot }: Pick<Month, 'election' | 'acknowledged' | 'snapshot'>,
  owed: readonly Owed[],
  profile: Profile,
): Chaser | null {
  const { period } = snapshot;
  const places = election.places.filter(({ organisation }) => organisation === row.organisation);
  // That a report came late cannot be corrected any more.
  const isOpen = ({ id, rule }: Finding): boolean => !acknowledged.has(id) && rule !== 'report-deadline';
  const findings = (['report', 'roster', 'year'] as const).flatMap((kind) => findingLines(kind, places, isOpen));
  const debts = [...reportLines(row, period, profile), ...rosterLines(row), ...requestLines(row, owed, profile)];
  // Warnings alone are nobody's debt; beside one they are worth a line.
  const hasErrors = places.some(({ shown }) => shown.findings.some((one) => one.severity === 'error' && isOpen(one)));
  if (debts.length === 0 && !hasErrors) return null;
  const label = periodLabel(period).vi;
  const body = [
    `Kính gửi: ${row.name}`,
    '',
    `Ban Tuyên giáo Đảng ủy Khối trân trọng thông báo về báo cáo dư luận xã hội ${label}:`,
    ...debts.map((line) => `- ${line}`),
    ...(findings.length > 0 ? ['- Nội dung cần kiểm tra, sửa trong tệp đã nộp:', ...findings] : []),
    '',
    'Đề nghị đồng chí bổ sung, hoàn thiện và nộp lại trên hệ thống. Nếu đã nộp, xin bỏ qua thư này.',
    'Trân trọng cảm ơn.',
  ].join('\n');
  return { organisation: row.organisation, name: row.name, subject: `Đôn đốc báo cáo dư luận xã hội ${label}`, body };
}

function reportLines({ status, deadline, extension }: SubmissionRow, period: string, profile: Profile): string[] {
  const due = extension?.until ?? deadline;
  const until = due === '' ? '' : ` (hạn ${instantLabel(due, profile.utcOffsetMinutes).vi})`;
  const label = periodLabel(period).vi;
  switch (status) {
    case 'missing':
      return [`Chưa nhận được báo cáo định kỳ ${label}${until}.`];
    case 'rejected':
      return [`Báo cáo ${label} đã nhận nhưng không đạt, chưa được đưa vào tổng hợp${until}.`];
    case 'withdrawn':
      return [`Báo cáo ${label} đã rút, chưa có bản thay thế${until}.`];
    default:
      return [];
  }
}

function rosterLines({ roster }: SubmissionRow): string[] {
  if (roster === 'missing') return ['Chưa nộp danh sách cộng tác viên dư luận xã hội.'];
  return roster === 'rejected' ? ['Danh sách cộng tác viên đã nhận nhưng không đạt.'] : [];
}

/** An answer that came late cannot be asked for any more. */
function requestLines({ organisation }: SubmissionRow, owed: readonly Owed[], profile: Profile): string[] {
  return owed
    .filter((one) => one.organisation === organisation && one.timeliness === 'missing')
    .map(({ request: { title }, place, until }) => {
      const due = `(hạn ${instantLabel(until, profile.utcOffsetMinutes).vi})`;
      return place === null
        ? `Chưa có báo cáo đột xuất theo yêu cầu «${title}» ${due}.`
        : `Báo cáo đột xuất theo yêu cầu «${title}» đã nhận nhưng không đạt ${due}.`;
    });
}

const kindWords = { report: 'Báo cáo', roster: 'Danh sách', year: 'Công tác năm' } as const;
const severityWords = { error: 'lỗi', warning: 'cảnh báo' } as const;

function findingLines(
  kind: keyof typeof kindWords & PlaceKind,
  places: readonly Place[],
  isOpen: (finding: Finding) => boolean,
): string[] {
  const place = places.find((one) => one.kind === kind);
  const groups = new Map<string, { severity: 'error' | 'warning'; cells: string[] }>();
  for (const finding of place?.shown.findings ?? []) {
    const { rule, severity, sheet, cell } = finding;
    if (severity === 'info' || !isOpen(finding)) continue;
    const group = groups.get(`${severity} ${rule}`) ?? { severity, cells: [] };
    groups.set(`${severity} ${rule}`, group);
    if (sheet !== null && cell !== null) group.cells.push(cell);
  }
  return [...groups].map(([key, { severity, cells }]) => {
    const rule = key.slice(severity.length + 1);
    const shown = cells.slice(0, mostCells).join(', ');
    const more = cells.length > mostCells ? ` và ${cells.length - mostCells} ô khác` : '';
    const where = cells.length > 0 ? `: ô ${shown}${more}` : '';
    return `  + ${kindWords[kind]}, ${severityWords[severity]} — ${rules.get(rule)?.title.vi ?? rule}${where}`;
  });
}
