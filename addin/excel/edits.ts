/** Writes safe fixes, all or none, and takes them back. */
import type { Edit } from '../../core/finding.ts';
import type { CellValue } from '../../core/sheet.ts';
import type { AppliedBatch, AppliedEdit } from '../host.ts';
import { fontOf } from './font.ts';
import { problem } from './problem.ts';
import { hasApi, reading, writing } from './run.ts';

/** Throws HostProblem: nothing is written then. Throws RangeError when two edits are for one cell. */
export async function applyFixes(edits: readonly Edit[]): Promise<AppliedBatch> {
  const cells = new Set(edits.map(({ sheet, cell }) => `${sheet}!${cell}`));
  if (cells.size !== edits.length) throw new RangeError('two edits for one cell: apply one, check again');
  const applied = await reading(async (context) => {
    const states = await loadCells(context, edits);
    return edits.map((edit, index): AppliedEdit => {
      const state = states[index];
      if (!state) throw new RangeError('every edit has a cell');
      return { edit, before: beforeOf(state) };
    });
  });
  try {
    await writing(async (context) => {
      for (const edit of edits) writeEdit(context, edit);
      await context.sync();
    });
  } catch (error) {
    await putBack(applied);
    throw error;
  }
  return { id: crypto.randomUUID(), edits: applied };
}

/** Cells that no longer hold what the fix wrote are left alone. Throws HostProblem. */
export async function undo(batch: AppliedBatch): Promise<{ readonly leftAlone: readonly string[] }> {
  const now = await reading((context) =>
    loadCells(
      context,
      batch.edits.map(({ edit }) => edit),
    ),
  );
  const untouched = batch.edits.filter(({ edit }, index) => now[index]?.formula === (edit.value ?? ''));
  await writing(async (context) => {
    for (const one of untouched) restore(context, one);
    await context.sync();
  });
  const leftAlone = batch.edits.filter((one) => !untouched.includes(one));
  return { leftAlone: leftAlone.map(({ edit }) => `${edit.sheet}!${edit.cell}`) };
}

interface CellState {
  readonly value: unknown;
  /** The value again where there is no formula. */
  readonly formula: unknown;
  readonly type: string;
  readonly numberFormat: string;
  readonly font: string;
}

/** Refuses sheets that are gone or protected. */
async function loadCells(context: Excel.RequestContext, edits: readonly Edit[]): Promise<CellState[]> {
  const names = [...new Set(edits.map(({ sheet }) => sheet))];
  const sheets = new Map(names.map((name) => [name, context.workbook.worksheets.getItemOrNullObject(name)]));
  for (const sheet of sheets.values()) sheet.load(hasApi(2) ? 'name,protection/protected' : 'name');
  const ranges = edits.map(({ sheet, cell }) => {
    const range = sheets.get(sheet)?.getRange(cell);
    range?.load('values,formulas,valueTypes,numberFormat,format/font/name');
    return range;
  });
  await context.sync();
  for (const sheet of sheets.values()) {
    if (sheet.isNullObject) throw problem('not-found');
    if (hasApi(2) && sheet.protection.protected) throw problem('sheet-protected');
  }
  return ranges.map((range): CellState => {
    if (!range) throw problem('not-found');
    return {
      value: first(range.values),
      formula: first(range.formulas),
      type: String(first(range.valueTypes)),
      numberFormat: String(first(range.numberFormat)),
      font: fontOf(range) ?? '',
    };
  });
}

function first(grid: readonly (readonly unknown[])[]): unknown {
  return grid[0]?.[0];
}

function beforeOf({ value, formula, type, numberFormat, font }: CellState): AppliedEdit['before'] {
  const content = contentOf(value, type);
  const isFormula = typeof formula === 'string' && formula.startsWith('=') && !(type === 'String' && formula === value);
  return { content, ...(isFormula ? { formula: formula.slice(1) } : {}), numberFormat, font };
}

function contentOf(value: unknown, type: string): CellValue | null {
  if (type === 'Empty') return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value : '';
  return type === 'Error' ? { error: text } : text;
}

function writeEdit(context: Excel.RequestContext, { sheet, cell, value, numberFormat, font }: Edit): void {
  const range = context.workbook.worksheets.getItem(sheet).getRange(cell);
  // The format first: it decides how the value is taken.
  if (numberFormat !== undefined) range.numberFormat = [[numberFormat]];
  if (font !== undefined) range.format.font.name = font;
  range.values = [[asTyped(value, numberFormat === '@')]];
}

function restore(context: Excel.RequestContext, { edit, before }: AppliedEdit): void {
  const range = context.workbook.worksheets.getItem(edit.sheet).getRange(edit.cell);
  if (edit.numberFormat !== undefined) range.numberFormat = [[before.numberFormat]];
  if (edit.font !== undefined && before.font !== '') range.format.font.name = before.font;
  if (before.formula !== undefined) range.formulas = [[`=${before.formula}`]];
  else range.values = [[asTyped(before.content, before.numberFormat === '@')]];
}

/** After a failed batch: whatever came through is taken back as far as Excel lets us. */
async function putBack(applied: readonly AppliedEdit[]): Promise<void> {
  try {
    await writing(async (context) => {
      for (const one of applied) restore(context, one);
      await context.sync();
    });
  } catch {
    // The first failure is the one to tell: it stopped the writing, and now stops this too.
  }
}

/** Only plain words are taken by Excel as they are; digits could become dates, signs could start a formula. */
const plainWords = /^(?!(?:true|false)$)\p{L}[\p{L}\p{M} ,.;:()«»“”–—/-]*$/iu;

function asTyped(value: CellValue | null, isTextFormat: boolean): string | number | boolean {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value !== 'string' || isTextFormat || plainWords.test(value)) return value;
  return `'${value}`;
}
