/**
 * Acknowledgements as a file: taken out of one server and put into another. A waiver is only taken in for a finding
 * that is there, so that what it waives is judged here and not claimed by the file; one for a workbook that comes later
 * is taken in by importing the file again.
 */
import type { WaiverFile, WaiverImport } from '../../core/api.ts';
import { localDay } from '../../core/calendar.ts';
import { groupBy } from '../../core/group-by.ts';
import type { Message } from '../../core/message.ts';
import { isIntact, waiverFile } from '../../core/merge/waivers.ts';
import { recordAccess } from '../protocol/access.ts';
import { rosterPartition, type SubmissionKind } from '../protocol/partitions.ts';
import { HttpProblem, type Principal, type Services } from '../route.ts';
import { readStandings, type Standing } from '../submissions/standing.ts';
import { acknowledgementsOf, isNeverAcknowledged, partitionsOf, putAcknowledgement } from './acknowledgements.ts';

type Carrying = Pick<Services, 'store' | 'profile' | 'now'>;
type Waiver = WaiverFile['waivers'][number];

/** Those of the given committees, or of all; expired ones stay behind. The export is logged. */
export async function exportWaivers(
  services: Carrying,
  principal: Principal,
  period: string,
  organisations: readonly string[] | null,
): Promise<WaiverFile> {
  const { store, profile, now } = services;
  const asOf = now().toISOString();
  const today = localDay(asOf, profile.utcOffsetMinutes);
  const waivers = await acknowledgementsOf(store, period, organisations, asOf);
  const file = waiverFile({
    profile: profile.id,
    period,
    waivers: waivers.filter(({ expires }) => expires === null || expires >= today),
  });
  const access = { action: 'waivers-exported', organisation: null, subject: period, file: file.hash };
  await recordAccess(services, period, principal, access);
  return file;
}

/** Throws HttpProblem 422 for a file that was changed, or is of another profile or period. */
export async function importWaivers(
  services: Carrying,
  principal: Principal,
  period: string,
  file: WaiverFile,
): Promise<WaiverImport> {
  if (!isIntact(file)) throw unusable(changed);
  if (file.profile !== services.profile.id) throw unusable(otherProfile);
  if (file.period !== period) throw unusable(otherPeriod);
  const left: WaiverImport['left'] = [];
  let imported = 0;
  let unchanged = 0;
  for (const [organisation, waivers] of groupBy(file.waivers, (waiver) => waiver.organisation)) {
    const standings = await standingsOf(services, period, organisation);
    for (const waiver of waivers) {
      const outcome = await takeIn(services, principal, { waiver, standings, hash: file.hash });
      if (outcome === 'made') imported += 1;
      else if (outcome === 'same') unchanged += 1;
      else left.push({ organisation, finding: waiver.finding, problem: outcome });
    }
  }
  return { imported, unchanged, left };
}

/** Answers why not, where it does not hold here. */
async function takeIn(
  services: Carrying,
  principal: Principal,
  { waiver, standings, hash }: { waiver: Waiver; standings: readonly Standing[]; hash: string },
): Promise<'made' | 'same' | Message> {
  const { organisation, finding, reason, by, expires } = waiver;
  const at = services.now().toISOString();
  if (expires !== null && expires < localDay(at, services.profile.utcOffsetMinutes)) return expired;
  const standing = standings.find(({ extract }) => extract.findings.some(({ id }) => id === finding));
  const found = standing?.extract.findings.find(({ id }) => id === finding);
  if (!standing || !found) return notHere;
  if (isNeverAcknowledged(found)) return mustBeCorrected;
  const { outcome } = await putAcknowledgement(services, principal, standing.record, {
    record: { organisation, finding, rule: found.rule, reason, by, at, expires },
    replaces: false,
    audit: { action: 'acknowledgement-imported', file: hash },
  });
  return outcome === 'other' ? decidedHere : outcome;
}

async function standingsOf(services: Carrying, period: string, organisation: string): Promise<Standing[]> {
  // No committee has such a name, and none is looked for under it.
  if (!services.profile.organisations.some(({ id }) => id === organisation)) return [];
  const read = partitionsOf(period).flatMap((partition) =>
    kindsIn(partition).map((kind) => readStandings(services, partition, organisation, kind)),
  );
  return (await Promise.all(read)).flatMap(({ standings }) => standings);
}

function kindsIn(partition: string): SubmissionKind[] {
  if (partition === rosterPartition) return ['roster'];
  return partition.length === 4 ? ['year', 'unknown'] : ['report', 'unknown'];
}

function unusable(detail: Message): HttpProblem {
  return new HttpProblem(
    422,
    'unusable-waivers',
    { vi: 'Không dùng được tệp giải trình.', en: 'The file of waivers cannot be used.' },
    detail,
  );
}

const changed: Message = {
  vi: 'Tệp đã bị sửa hoặc hỏng sau khi xuất. Hãy xuất lại từ máy chủ gốc.',
  en: 'The file was changed or damaged after it was exported. Export it again from the server it came from.',
};
const otherProfile: Message = {
  vi: 'Tệp được lập theo hồ sơ quy định khác. Hãy nhập ở máy chủ dùng đúng hồ sơ đó.',
  en: 'The file was made under another rule profile. Import it where that profile is in use.',
};
const otherPeriod: Message = {
  vi: 'Tệp thuộc kỳ khác với kỳ đang chọn. Hãy chọn đúng kỳ.',
  en: 'The file is of another period than the one selected. Select its period.',
};
const expired: Message = { vi: 'Giải trình đã hết hiệu lực.', en: 'The waiver has expired.' };
const notHere: Message = {
  vi: 'Chưa có phát hiện này ở đây: tệp chưa nộp, hoặc ô đã thay đổi.',
  en: 'This finding is not here: the workbook has not been submitted, or the cell has changed.',
};
const mustBeCorrected: Message = {
  vi: 'Lỗi này không thể chấp nhận bằng giải trình; phải sửa trong tệp.',
  en: 'This error cannot be acknowledged; it must be corrected in the workbook.',
};
const decidedHere: Message = {
  vi: 'Ở đây đã có giải trình khác cho phát hiện này; giữ nguyên.',
  en: 'This finding is acknowledged differently here; that stays.',
};
