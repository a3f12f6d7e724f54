/** The check that nothing got lost: a summary whose tables and figures do not tie is never handed out. */
import type { Message } from '../message.ts';
import { countIssues } from './figures.ts';
import { sourceFinder } from './sources.ts';
import type { Figures, ReconciliationRow, SourceRow, Summary } from './summary.ts';

/** What does not tie, and where: a table of a file, or a figure. */
export class ReconciliationError extends Error {
  override readonly name = 'ReconciliationError';
  readonly reason: Message;
  /** The files concerned; empty for a figure over all. */
  readonly files: readonly string[];
  readonly table: string;

  constructor(reason: Message, files: readonly string[], table: string) {
    super(reason.en);
    this.reason = reason;
    this.files = files;
    this.table = table;
  }
}

type Checked = Omit<Summary, 'contentHash'>;

/** Throws ReconciliationError at the first thing that does not tie. */
export function checkTies(summary: Checked): void {
  for (const row of summary.reconciliation) checkRow(row);
  const place = sourceFinder(summary.sources);
  const of = (keys: readonly { readonly source: string }[], count = 1): Counted[] =>
    keys.map(({ source }) => ({ source: summary.sources[place(source)], key: source, count }));
  checkTable(summary, 'members', of(summary.members));
  checkTable(summary, 'streams', of(summary.streams));
  checkTable(summary, 'proposals', of(summary.proposals));
  checkTable(
    summary,
    'year',
    summary.year.flatMap((row) =>
      of([row], row.trainings + row.inspections + row.tasks + row.commendations + row.surveys + row.briefings),
    ),
  );
  checkTeams(summary);
  checkFigures(summary);
}

interface Counted {
  readonly source: SourceRow | undefined;
  readonly key: string;
  readonly count: number;
}

function checkRow({ file, table, sourceRows, merged, excluded, reason }: ReconciliationRow): void {
  if (sourceRows !== merged + excluded)
    throw failure(
      [file],
      table,
      sourceRows,
      merged + excluded,
      ['dòng nguồn', 'đã tổng hợp và đã loại'],
      ['source rows', 'merged and excluded'],
    );
  if (excluded > 0 && reason === null)
    throw new ReconciliationError(
      {
        vi: `Đối soát không khớp: tệp «${file}», bảng ${tableNames[table].vi}: ${excluded} dòng bị loại mà không có lý do.`,
        en: `Reconciliation failed: file “${file}”, table ${tableNames[table].en}: ${excluded} rows are excluded without a reason.`,
      },
      [file],
      table,
    );
}

/**
 * Merged rows by the file their source names, against what the reconciliation says. Rows whose source is withheld name
 * no file: files with none of their rows found may own them, and only the total of those can be compared.
 */
function checkTable({ reconciliation }: Checked, table: ReconciliationRow['table'], rows: readonly Counted[]): void {
  const expected = new Map<string, { file: string; merged: number }>();
  for (const { organisation, file, table: of, merged } of reconciliation) {
    if (of !== table) continue;
    const entry = expected.get(`${organisation}\n${file}`);
    if (entry) entry.merged += merged;
    else expected.set(`${organisation}\n${file}`, { file, merged });
  }
  const found = new Map<string, number>();
  let withheld = 0;
  let above: SourceRow | null = null;
  let place = '';
  for (const { source, key, count } of rows) {
    if (!source)
      throw new ReconciliationError(
        {
          vi: `Đối soát không khớp: bảng ${tableNames[table].vi} có dòng không có nguồn (${key}).`,
          en: `Reconciliation failed: the table ${tableNames[table].en} has a row without a source (${key}).`,
        },
        [],
        table,
      );
    if (source.organisation === null) withheld += count;
    else {
      // Rows of one file stand together.
      if (above?.organisation !== source.organisation || above.file !== source.file)
        place = `${source.organisation}\n${source.file}`;
      above = source;
      found.set(place, (found.get(place) ?? 0) + count);
      if (!expected.has(place)) throw mismatch([source.file], table, 0, count);
    }
  }
  const unfound: { file: string; merged: number }[] = [];
  for (const [place, { file, merged }] of expected) {
    const count = found.get(place) ?? 0;
    if (count === 0 && merged > 0) unfound.push({ file, merged });
    else if (count !== merged) throw mismatch([file], table, merged, count);
  }
  const owed = unfound.reduce((sum, { merged }) => sum + merged, 0);
  if (owed !== withheld)
    throw mismatch(
      unfound.map(({ file }) => file),
      table,
      owed,
      withheld,
    );
}

function checkTeams({ teams, members }: Checked): void {
  const active = new Map<string, number>();
  for (const { organisation, active: counts } of members)
    active.set(organisation, (active.get(organisation) ?? 0) + Number(counts));
  for (const { organisation, name, size } of teams) {
    const listed = active.get(organisation) ?? 0;
    if (listed !== size)
      throw new ReconciliationError(
        {
          vi: `Đối soát không khớp: «Đội ngũ» ghi ${size} người cho ${name}, «Danh sách» có ${listed}.`,
          en: `Reconciliation failed: «Đội ngũ» states ${size} people for ${name}, «Danh sách» has ${listed}.`,
        },
        [],
        'members',
      );
  }
}

function checkFigures(summary: Checked): void {
  const { figures, submissions, findings } = summary;
  const teams = summary.teams.filter(({ level }) => level !== 'bloc');
  const timed = (timeliness: string): number => submissions.filter((row) => row.timeliness === timeliness).length;
  const open = (severity: string): number =>
    findings.filter(({ finding, acknowledged }) => acknowledged === null && finding.severity === severity).length;
  const recounted: Partial<Record<keyof Figures, number>> = {
    organisations: submissions.length,
    submitted: submissions.filter(({ timeliness }) => timeliness !== 'missing').length,
    onTime: timed('onTime'),
    inGrace: timed('inGrace'),
    late: timed('late'),
    missing: timed('missing'),
    receiptUnknown: timed('unknown'),
    nilReports: submissions.filter(({ nil }) => nil).length,
    rosters: teams.length,
    teams: teams.filter(({ size, teamKind }) => size > 0 && teamKind !== 'group').length,
    groups: teams.filter(({ size, teamKind }) => size > 0 && teamKind === 'group').length,
    people: teams.reduce((sum, { size }) => sum + size, 0),
    issues: countIssues(summary.streams),
    streams: summary.streams.length,
    proposals: summary.proposals.length,
    errors: open('error'),
    warnings: open('warning'),
    acknowledged: findings.filter(({ acknowledged }) => acknowledged !== null).length,
  };
  for (const [figure, count] of Object.entries(recounted)) {
    const stated = figures[figure as keyof Figures];
    if (stated !== count)
      throw new ReconciliationError(
        {
          vi: `Đối soát không khớp: chỉ tiêu «${figure}» ghi ${String(stated)}, đếm lại từ các bảng được ${count}.`,
          en: `Reconciliation failed: the figure “${figure}” states ${String(stated)}, the tables give ${count}.`,
        },
        [],
        figure,
      );
  }
}

const tableNames: Readonly<Record<ReconciliationRow['table'], Message>> = {
  members: { vi: '«Danh sách»', en: '«Danh sách»' },
  streams: { vi: '«Nội dung»', en: '«Nội dung»' },
  proposals: { vi: '«Kiến nghị»', en: '«Kiến nghị»' },
  year: { vi: '«Công tác năm»', en: '«Công tác năm»' },
  file: { vi: '«tệp»', en: '“file”' },
};

function mismatch(
  files: readonly string[],
  table: ReconciliationRow['table'],
  expected: number,
  found: number,
): ReconciliationError {
  return failure(files, table, expected, found, ['dòng phải có', 'dòng thực có'], ['rows expected', 'rows found']);
}

function failure(
  files: readonly string[],
  table: ReconciliationRow['table'],
  expected: number,
  found: number,
  vi: readonly [string, string],
  en: readonly [string, string],
): ReconciliationError {
  const named = files.length > 0 ? files.map((file) => `«${file}»`).join(', ') : '—';
  return new ReconciliationError(
    {
      vi: `Đối soát không khớp: tệp ${named}, bảng ${tableNames[table].vi}: ${vi[0]} ${expected}, ${vi[1]} ${found}.`,
      en: `Reconciliation failed: file ${named}, table ${tableNames[table].en}: ${en[0]} ${expected}, ${en[1]} ${found}.`,
    },
    files,
    table,
  );
}
