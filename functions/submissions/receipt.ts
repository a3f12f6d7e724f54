/** The receipt of a submission, made from the records each time: the standing in it is the present one. */
import type { Receipt, SubmissionView } from '../../core/api.ts';
import { diffExtracts } from '../../core/diff.ts';
import type { Extract } from '../../core/submission.ts';
import { parseSubmissionId } from '../protocol/partitions.ts';
import type { Services } from '../route.ts';
import * as problems from './problems.ts';
import { readStandings, type Standing } from './standing.ts';

type Reading = Pick<Services, 'store' | 'profile' | 'now'>;

/** Throws HttpProblem 404 for an id that stands for nothing. */
export async function receiptOf(services: Reading, id: string, repeated = false): Promise<Receipt> {
  const { standing, before } = await findStanding(services, id);
  const { record, extract } = standing;
  return {
    ...commonParts(standing),
    repeated,
    findings: extract.findings.map((finding) => ({
      ...finding,
      related: [...finding.related],
      cites: [...finding.cites],
      fix: finding.fix && { label: finding.fix.label, edits: finding.fix.edits.map((edit) => ({ ...edit })) },
    })),
    changes: before && record.kind !== 'unknown' ? changesOf(before.extract, extract) : null,
  };
}

/** A submission as listed. */
export function submissionView(standing: Standing): SubmissionView {
  const { record, errors, warnings } = standing;
  return { ...commonParts(standing), errors, warnings, withdrawn: record.withdrawn, excluded: record.excluded };
}

/** The submission's standing and that of the version before it. Throws HttpProblem 404. */
export async function findStanding(
  services: Reading,
  id: string,
): Promise<{ readonly standing: Standing; readonly before: Standing | null; readonly all: readonly Standing[] }> {
  const name = parseSubmissionId(id);
  if (name === null) throw problems.notFound();
  const { standings } = await readStandings(services, name.partition, name.organisation, name.kind);
  const index = standings.findIndex(({ record }) => record.id === id);
  const standing = standings[index];
  if (!standing) throw problems.notFound();
  return { standing, before: standings[index - 1] ?? null, all: standings };
}

function commonParts({ record, status, timeliness, current }: Standing) {
  const { id, organisation, kind, version, file, hash, ruleset, receivedAt, receivedBy, partition } = record;
  return {
    id,
    organisation,
    kind,
    period: partition,
    version,
    file,
    hash,
    ruleset,
    receivedAt,
    receivedBy,
    status,
    timeliness,
    current,
  };
}

function changesOf(before: Extract, after: Extract): NonNullable<Receipt['changes']> {
  const { rows, findings } = diffExtracts(before, after);
  return {
    cells: rows.flatMap(({ table, label, cells }) =>
      cells.map((cell) => ({
        table,
        row: label,
        column: cell.column,
        before: cell.before?.value ?? null,
        after: cell.after?.value ?? null,
      })),
    ),
    fixed: findings.fixed.length,
    introduced: findings.added.length,
    remaining: findings.remaining.length,
  };
}
