/** Reads and judges what was sent, before anything is stored. Throws HttpProblem for what may not be stored at all. */
import { FileRefused } from '../../core/file/refused.ts';
import { extractWorkbook } from '../../core/extract.ts';
import { isBloc, organisationName } from '../../core/organisation.ts';
import { isPeriod, periodEnd, periodLabel } from '../../core/period.ts';
import { organisationsAt, type Profile } from '../../core/profile.ts';
import type { Extract } from '../../core/submission.ts';
import { activeMembers } from '../../core/team.ts';
import type { Services } from '../route.ts';
import { inflate } from '../zlib.ts';
import { rosterPartition } from '../protocol/partitions.ts';
import * as problems from './problems.ts';
import { readStandings } from './standing.ts';

export interface Upload {
  /** The committee selected. */
  readonly organisation: string;
  /** The period selected: `YYYY-MM`, or `YYYY` for a year record. */
  readonly period: string;
  /** The file's name as it was called where it came from. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

type Judging = Pick<Services, 'store' | 'profile' | 'now'>;

/** The extract of an upload that may be stored, acceptable or not; without an id. */
export async function judgeUpload(services: Judging, upload: Upload): Promise<Extract> {
  const { profile } = services;
  checkSelection(profile, upload);
  const rosterNames = await rosterNamesOf(services, upload.organisation);
  const extract = read(services, upload, rosterNames);
  const marked = extract.findings.find(({ rule }) => rule === 'classification-mark');
  if (marked) throw problems.classified(marked);
  checkFiling(extract, upload, profile);
  // An ad-hoc or quick report need not state a period: it belongs to the one it was handed in for.
  return extract.kind === 'report' && extract.period === null ? { ...extract, period: upload.period } : extract;
}

/** Names of the committee's active collaborators, by its current roster: reports must not mention them. */
export async function rosterNamesOf(services: Judging, organisation: string): Promise<string[]> {
  const { standings } = await readStandings(services, rosterPartition, organisation, 'roster');
  const document = standings.find(({ current }) => current)?.extract.document;
  return document?.kind === 'roster' ? activeMembers(document).flatMap(({ name }) => name?.value ?? []) : [];
}

/** Throws HttpProblem for a period that is none, or a committee that is not in its register. */
function checkSelection(profile: Profile, { organisation, period }: Pick<Upload, 'organisation' | 'period'>): void {
  if (!isPeriod(period)) throw problems.unusableSelection({ vi: 'Hãy kiểm tra kỳ.', en: 'Check the period.' });
  if (isBloc(profile, organisation)) return;
  if (!profile.organisations.some(({ id }) => id === organisation)) throw problems.notFound();
  if (!organisationsAt(profile, periodEnd(period)).some(({ id }) => id === organisation))
    throw problems.inactiveOrganisation(organisationName(profile, organisation), periodLabel(period));
}

function read(
  services: Judging,
  { organisation, period, file, bytes }: Upload,
  rosterNames: readonly string[],
): Extract {
  try {
    return extractWorkbook(file, bytes, {
      profile: services.profile,
      asOf: services.now().toISOString(),
      expectedOrganisation: organisation,
      expectedPeriod: period,
      rosterNames,
      inflate,
    });
  } catch (error) {
    if (error instanceof FileRefused) throw problems.fileRefused(error);
    throw error;
  }
}

function checkFiling({ document, organisation, period }: Extract, upload: Upload, profile: Profile): void {
  if (!document) return;
  if (organisation !== upload.organisation)
    throw problems.wrongOrganisation(
      organisation === null ? null : organisationName(profile, organisation),
      organisationName(profile, upload.organisation),
    );
  if (document.kind === 'roster') return;
  const selected = periodLabel(upload.period);
  if (period === null) {
    const type = document.kind === 'report' ? document.type?.value : undefined;
    if (type === 'adHoc' || type === 'quick') return;
    throw problems.wrongPeriod(null, selected);
  }
  const fits = period === upload.period || (document.kind === 'year' && upload.period.startsWith(`${period}-`));
  if (!fits) throw problems.wrongPeriod(periodLabel(period), selected);
}
