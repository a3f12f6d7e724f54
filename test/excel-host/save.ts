/** The open workbook → .xlsx bytes: the file it came from, with what was changed written over it. */
import type ExcelJS from 'exceljs';
import { withCustomProperties } from '../../core/file/template/custom-properties.ts';
import { newWorkbook } from '../../core/file/exceljs.ts';
import type { CellValue } from '../../core/sheet.ts';
import { showArea } from './address.ts';
import { loadModel, readWithExceljs } from './load.ts';
import { cellPlace, isEmptyCell, snapshot, type ModelCell, type ModelSheet, type ModelWorkbook } from './model.ts';

/** `original` as long as nothing differs from it; else written anew. Threaded comments are written as notes. */
export async function saveModel(model: ModelWorkbook, original: Uint8Array | null): Promise<Uint8Array> {
  const before = original === null ? null : await loadModel(original, model.name);
  if (original !== null && before !== null && sameContent(before, model)) return original;
  const book = original === null ? newWorkbook() : await readWithExceljs(original);
  const names = new Set(model.sheets.map(({ name }) => name));
  for (const { name } of [...book.worksheets]) if (!names.has(name)) book.removeWorksheet(name);
  for (const sheet of model.sheets) {
    const kept = before?.sheets.find(({ name }) => name === sheet.name) ?? null;
    writeSheet(sheet, kept, book.getWorksheet(sheet.name) ?? book.addWorksheet(sheet.name));
  }
  const { properties } = model;
  book.title = properties.get('Title') ?? '';
  book.subject = properties.get('Subject') ?? '';
  book.creator = properties.get('Author') ?? '';
  book.keywords = properties.get('Keywords') ?? '';
  book.category = properties.get('Category') ?? '';
  book.description = properties.get('Comments') ?? '';
  book.company = properties.get('Company') ?? '';
  book.manager = properties.get('Manager') ?? '';
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  if (model.customProperties.size === 0) return bytes;
  return withCustomProperties(bytes, new Map([...model.customProperties].map(([key, value]) => [key, String(value)])));
}

function sameContent(before: ModelWorkbook, now: ModelWorkbook): boolean {
  // Settings and the read-only state are no part of the file's content.
  const outside = { settings: new Map(), readOnly: false };
  return snapshot({ ...before, ...outside }) === snapshot({ ...now, ...outside });
}

function writeSheet(sheet: ModelSheet, before: ModelSheet | null, target: ExcelJS.Worksheet): void {
  target.state = sheet.visibility === 'Visible' ? 'visible' : sheet.visibility === 'Hidden' ? 'hidden' : 'veryHidden';
  for (const [key, cell] of sheet.cells) writeCell(cell, before?.cells.get(key) ?? null, cellOf(target, key));
  for (const key of before?.cells.keys() ?? []) if (!sheet.cells.has(key)) cellOf(target, key).value = null;
  if (!before) {
    for (const merge of sheet.merges) target.mergeCells(showArea(merge));
    for (const row of sheet.hiddenRows) target.getRow(row).hidden = true;
    const { dataValidations } = target as unknown as { dataValidations: { model: Readonly<Record<string, unknown>> } };
    dataValidations.model = sheet.validations;
  }
  const notes = [
    ...sheet.notes,
    ...sheet.comments.map(({ row, column, content, replies }) => ({
      row,
      column,
      content: [content, ...replies.map((reply) => reply.content)].join('\n'),
    })),
  ];
  for (const { row, column } of [...(before?.notes ?? []), ...(before?.comments ?? [])])
    removeNote(target.getCell(row, column));
  for (const { row, column, content } of notes) target.getCell(row, column).note = content;
  const written = target as unknown as { conditionalFormattings: unknown[] };
  written.conditionalFormattings = sheet.conditionalFormats.map((format) => ({
    ref: format.address,
    rules: [
      format.source ?? {
        type: 'expression',
        priority: format.priority,
        formulae: [format.formula.replace(/^=/, '')],
        style:
          format.fill === null
            ? {}
            : { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: `FF${format.fill.slice(1)}` } } },
      },
    ],
  }));
}

function cellOf(sheet: ExcelJS.Worksheet, key: number): ExcelJS.Cell {
  const { row, column } = cellPlace(key);
  return sheet.getCell(row, column);
}

function removeNote(cell: ExcelJS.Cell): void {
  // exceljs offers no way to take a note off again.
  Object.assign(cell, { _comment: undefined });
}

function writeCell(cell: ModelCell, before: ModelCell | null, target: ExcelJS.Cell): void {
  if (target.isMerged && target.master !== target) return;
  const changed = before === null || before.value !== cell.value || before.formula !== cell.formula;
  // exceljs forgets results such as 0 and turns dated numbers into dates: numbers and formulas are always put back.
  if (cell.formula !== undefined)
    target.value = { formula: cell.formula, result: valueOf(cell.value) } as ExcelJS.CellValue;
  else if (typeof cell.value === 'number') target.value = cell.value;
  else if (changed) target.value = isEmptyCell(cell) ? null : (valueOf(cell.value) as ExcelJS.CellValue);
  if (before === null || before.style !== cell.style) {
    const same = before !== null && JSON.stringify(before.style) === JSON.stringify(cell.style);
    if (!same) writeStyle(cell, before, target);
  }
}

function writeStyle(cell: ModelCell, before: ModelCell | null, target: ExcelJS.Cell): void {
  const { font, size, bold, numberFormat, fill } = cell.style;
  if (before?.style.font !== font || before.style.size !== size || before.style.bold !== bold)
    target.font = { ...target.font, name: font, size, bold };
  if (before?.style.numberFormat !== numberFormat) target.numFmt = numberFormat;
  if (before?.style.fill !== fill && (before !== null || fill !== null))
    target.fill =
      fill === null
        ? { type: 'pattern', pattern: 'none' }
        : { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${fill.slice(1)}` } };
}

function valueOf(value: CellValue): unknown {
  return typeof value === 'object' ? { error: value.error } : value;
}
