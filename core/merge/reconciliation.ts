/** «Đối soát»: every row of every workbook handed in is merged or excluded for a stated reason. */
import type { Message } from '../message.ts';
import type { Extract, Refusal } from '../submission.ts';
import { compareCodes, inTurn } from './compare.ts';
import type { Election, Fate } from './elect.ts';
import { noStreamText } from './reasons.ts';
import type { Register } from './register.ts';
import { hasText } from './streams.ts';
import type { ReconciliationRow } from './summary.ts';
import { timesOf } from '../year-record.ts';

type Table = ReconciliationRow['table'];

/** In register order, then by file; unknown organisations and refused files last. */
export function reconciliationRows(
  election: Election,
  refusals: readonly Refusal[],
  register: Register,
): ReconciliationRow[] {
  const refused = [...refusals].sort(
    inTurn<Refusal>(
      (a, b) => compareCodes(a.file, b.file),
      (a, b) => compareCodes(a.hash ?? '', b.hash ?? ''),
      (a, b) => compareCodes(a.code ?? '', b.code ?? ''),
      (a, b) => compareCodes(a.reason.vi, b.reason.vi),
      (a, b) => compareCodes(a.reason.en, b.reason.en),
    ),
  );
  return [
    ...election.fates.flatMap((fate) =>
      tablesOf(fate).map(([table, counts]) => ({
        organisation: fate.extract.organisation,
        organisationName: register.name(fate.extract.organisation),
        file: fate.extract.file,
        table,
        ...counts,
      })),
    ),
    ...refused.map(({ file, reason }) => ({
      organisation: null,
      organisationName: null,
      file,
      table: 'file' as const,
      ...leftOut(0, reason),
    })),
  ];
}

type Counts = Pick<ReconciliationRow, 'sourceRows' | 'merged' | 'excluded' | 'reason'>;

function tablesOf({ extract, reason }: Fate): [Table, Counts][] {
  return sourceCounts(extract).map(([table, rows, unusable]) => {
    if (reason) return [table, leftOut(rows, reason)];
    const merged = rows - unusable;
    return [table, { sourceRows: rows, merged, excluded: unusable, reason: unusable > 0 ? noStreamText : null }];
  });
}

/** A workbook or table left out says why even when it has no rows. */
function leftOut(rows: number, reason: Message): Counts {
  return { sourceRows: rows, merged: 0, excluded: rows, reason };
}

/** Per table of a workbook: rows, and how many of them cannot be merged even from an accepted workbook. */
function sourceCounts({ document }: Extract): [table: Table, rows: number, unusable: number][] {
  switch (document?.kind) {
    case 'roster':
      return [['members', document.members.length, 0]];
    case 'report':
      return [
        ['streams', document.streams.length, document.streams.filter((stream) => !hasText(stream)).length],
        ['proposals', document.proposals.length, 0],
      ];
    case 'year':
      return [
        [
          'year',
          timesOf([
            ...document.trainings,
            ...document.inspections,
            ...document.commendations,
            ...document.surveys,
            ...document.briefings,
          ]) + document.tasks.length,
          0,
        ],
      ];
    case undefined:
      return [['file', 0, 0]];
  }
}
