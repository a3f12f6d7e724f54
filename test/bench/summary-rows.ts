/**
 * What a peer writes that writes as much as we do: every merged row with a link to its provenance row, and every
 * provenance row with a link back. The rows are taken as they were read; nothing is parsed, judged or counted.
 */
import { createHash } from 'node:crypto';
import { columnName } from '../../core/sheet.ts';

/** A row as a peer read it, blank cells null. */
export interface ReadRow {
  readonly sheet: string;
  /** 1-based. */
  readonly row: number;
  readonly values: unknown[];
}

export interface FormulaCell {
  readonly formula: string;
  readonly result: string;
}

export type PeerCell = string | number | null | FormulaCell;

export interface PeerSheet {
  readonly name: string;
  readonly widths: readonly number[];
  readonly rows: readonly (readonly PeerCell[])[];
}

/** Rows with fewer values are titles, sections and signatures. */
const fewestValues = 6;
const header = 1;

/** Merged rows on one sheet, their provenance on the other: nine and eleven columns, as the summary has. */
export class SummaryRows {
  private readonly merged: PeerCell[][] = [];
  private readonly sources: PeerCell[][] = [];

  /** Takes one workbook's rows. */
  add(file: string, bytes: Uint8Array, rows: readonly ReadRow[]): void {
    const hash = createHash('sha256').update(bytes).digest('hex');
    const texts = rows.flatMap(({ values }) => values).filter((value) => typeof value === 'string');
    const organisation = texts[0] ?? '';
    for (const { sheet, row, values } of rows) {
      const filled = values.filter((value) => value !== null && value !== undefined && value !== '');
      if (filled.length < fewestValues) continue;
      const at = this.merged.length + 1;
      const key = `S${at}`;
      const cells = filled.slice(1, 7).map((value) => (typeof value === 'number' ? value : String(value)));
      while (cells.length < 6) cells.push('');
      this.merged.push([at, organisation, ...cells, linkTo('Nguồn', at + header, key)]);
      const back = linkTo('Nội dung', at + header, `Nội dung, dòng ${at + header}`);
      const place = columnName(2) + String(row);
      this.sources.push([key, organisation, file, sheet, place, back, null, file, null, 'rules', hash]);
    }
  }

  get count(): number {
    return this.merged.length;
  }

  sheets(): readonly PeerSheet[] {
    return [
      { name: 'Nội dung', widths: [6, 30, 24, 36, 62, 15, 15, 30, 9], rows: this.merged },
      { name: 'Nguồn', widths: [10, 38, 36, 18, 8, 24, 10, 22, 14, 19, 30], rows: this.sources },
    ];
  }
}

function linkTo(sheet: string, row: number, text: string): FormulaCell {
  return { formula: `HYPERLINK("#'${sheet}'!A${row}","${text}")`, result: text };
}
