/** «So với kỳ trước»: the figures and rows of two periods side by side. */
import type { Message } from '../message.ts';
import { statusLabels } from '../submission.ts';
import { issuesOf } from './figures.ts';
import type { Register } from './register.ts';
import type { Rows } from './rows.ts';
import type { ChangeRow } from './summary.ts';

/**
 * Totals and fields always; organisations and issues only where something changed.
 * Status words are the Vietnamese labels, as the sheet shows them; null is "not there".
 */
export function changeRows(before: Rows, after: Rows, register: Register): ChangeRow[] {
  return [
    ...totals(before, after),
    ...fields(before, after),
    ...organisations(before, after, register),
    ...issues(before, after),
  ];
}

function totals(before: Rows, after: Rows): ChangeRow[] {
  const submitted = (rows: Rows): number =>
    rows.submissions.filter(({ timeliness }) => timeliness !== 'missing').length;
  const late = (rows: Rows): number => rows.submissions.filter(({ timeliness }) => timeliness === 'late').length;
  return [
    row({ vi: 'Đơn vị đã nộp báo cáo', en: 'Reports submitted' }, submitted(before), submitted(after)),
    row({ vi: 'Báo cáo nộp muộn', en: 'Late reports' }, late(before), late(after)),
    row({ vi: 'Cộng tác viên', en: 'Collaborators' }, people(before), people(after)),
    row({ vi: 'Luồng ý kiến', en: 'Opinion streams' }, before.streams.length, after.streams.length),
  ];
}

/** null where there is no roster at all: not known is not zero. */
function people({ teams }: Rows): number | null {
  const counted = teams.filter(({ level }) => level !== 'bloc');
  return counted.length > 0 ? counted.reduce((sum, { size }) => sum + size, 0) : null;
}

/** In the order of this period's fields, then those only the period before had. */
function fields(before: Rows, after: Rows): ChangeRow[] {
  const count = ({ streams }: Rows): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const { field } of streams) counts.set(field, (counts.get(field) ?? 0) + 1);
    return counts;
  };
  const [then, now] = [count(before), count(after)];
  return [...new Set([...now.keys(), ...then.keys()])].map((field) =>
    row(
      { vi: `Luồng ý kiến: ${field || 'chưa ghi lĩnh vực'}`, en: `Opinion streams: ${field || 'no field stated'}` },
      then.get(field) ?? 0,
      now.get(field) ?? 0,
    ),
  );
}

function organisations(before: Rows, after: Rows, register: Register): ChangeRow[] {
  const status = ({ submissions }: Rows) =>
    new Map(submissions.map((one) => [one.organisation, statusLabels[one.status].vi]));
  const size = ({ teams }: Rows) => new Map(teams.map((one) => [one.organisation, one.size]));
  return [
    ...changed({ vi: 'Tình trạng báo cáo', en: 'Status of the report' }, status(before), status(after), register),
    ...changed({ vi: 'Số cộng tác viên', en: 'Team size' }, size(before), size(after), register),
  ];
}

function changed(
  subject: Message,
  before: ReadonlyMap<string, string | number>,
  after: ReadonlyMap<string, string | number>,
  register: Register,
): ChangeRow[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((id) => before.get(id) !== after.get(id))
    .sort((a, b) => register.order(a) - register.order(b))
    .map((id) => ({
      subject,
      organisation: id,
      organisationName: register.name(id),
      before: before.get(id) ?? null,
      after: after.get(id) ?? null,
    }));
}

function issues(before: Rows, after: Rows): ChangeRow[] {
  const [then, now] = [issuesOf(before.streams), issuesOf(after.streams)];
  const added = [...now].filter(([key]) => !then.has(key));
  const gone = [...then].filter(([key]) => !now.has(key));
  return [
    ...added.map(([, { field, issue, streams }]) =>
      row({ vi: `Vấn đề mới: ${field} – ${issue}`, en: `New issue: ${field} – ${issue}` }, null, streams),
    ),
    ...gone.map(([, { field, issue, streams }]) =>
      row(
        { vi: `Vấn đề không còn: ${field} – ${issue}`, en: `Issue no longer raised: ${field} – ${issue}` },
        streams,
        null,
      ),
    ),
  ];
}

function row(subject: Message, before: number | null, after: number | null): ChangeRow {
  return { subject, organisation: null, organisationName: null, before, after };
}
