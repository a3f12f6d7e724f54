/** The figures as cells of «Tổng quan»: text and shares made of them come with formula and result together. */
import type { Formula } from '../row-writer.ts';
import type { Figure, FigureId } from './figures.ts';

export interface FigureCells {
  readonly figures: readonly Figure[];
  readonly row: (id: FigureId) => number;
  /** The absolute address of a figure. */
  readonly cell: (id: FigureId) => string;
  readonly value: (id: FigureId) => number;
  readonly share: (id: FigureId, of: FigureId) => Formula;
  /** Joins words and figures into a text. */
  readonly say: (...parts: readonly (string | Part)[]) => Formula;
}

/** A piece of a text that is calculated. */
export interface Part {
  readonly formula: string;
  readonly result: string | number;
}

/** `first` is the row of the first figure; they stand in column E. */
export function figureCells(figures: readonly Figure[], first: number): FigureCells {
  const rows = new Map(figures.map((figure, index) => [figure.id, { row: first + index, value: figure.value }]));
  const find = (id: FigureId): { row: number; value: number } => {
    const found = rows.get(id);
    if (!found) throw new RangeError(`no figure ${id}`);
    return found;
  };
  const cell = (id: FigureId): string => `$E$${find(id).row}`;
  return {
    figures,
    row: (id) => find(id).row,
    cell,
    value: (id) => find(id).value,
    share: (id, of) => ({
      formula: `IF(${cell(of)}=0,0,${cell(id)}/${cell(of)})`,
      result: find(of).value === 0 ? 0 : find(id).value / find(of).value,
    }),
    say: (...parts) => ({
      formula: parts.map((part) => (typeof part === 'string' ? quoted(part) : part.formula)).join('&'),
      result: parts.map((part) => (typeof part === 'string' ? part : String(part.result))).join(''),
    }),
  };
}

/** A figure as a part of a text. */
export function figurePart(cells: FigureCells, id: FigureId): Part {
  return { formula: cells.cell(id), result: cells.value(id) };
}

/** One of two texts, by a comparison of figures. */
export function choose(test: string, holds: boolean, yes: Part, no: Part): Part {
  return { formula: `IF(${test},${yes.formula},${no.formula})`, result: holds ? yes.result : no.result };
}

export function words(text: string): Part {
  return { formula: quoted(text), result: text };
}

function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}
