/** What Excel has besides the workbook itself: selection, permissions, events, memory of results. */
import type { CellValue } from '../../core/sheet.ts';
import { showArea } from './address.ts';
import {
  cellKey,
  isEmptyCell,
  plainStyle,
  type Area,
  type ModelCell,
  type ModelSheet,
  type ModelStyle,
  type ModelWorkbook,
} from './model.ts';
import { accessDenied, HostNotImplemented, invalidArgument, type ApiLevel } from './protocol.ts';

/** Event numbers of the wire protocol. */
export const EventType = {
  changed: 10,
  activated: 11,
  added: 13,
  selection: 14,
  deleted: 15,
  formatted: 18,
  sorted: 19,
  rowHidden: 22,
} as const;
export type EventType = (typeof EventType)[keyof typeof EventType];

export type Push = (event: EventType, message: Readonly<Record<string, unknown>>) => void;

export class ExcelState {
  readonly model: ModelWorkbook;
  readonly level: ApiLevel;
  active: ModelSheet;
  selection: { sheet: ModelSheet; area: Area };
  /** Event numbers the add-in has registered for. */
  readonly registered = new Set<EventType>();
  /** Workbooks opened by `Excel.createWorkbook`, as base64. */
  readonly created = new Map<string, string>();
  /** Insertions asked for by `insertWorksheetsFromBase64`; done when the batch is answered. */
  pendingWork: (() => Promise<void>)[] = [];
  private readonly results = new Map<string, CellValue>();
  private readonly push: Push;
  private nextId = 0;

  constructor(model: ModelWorkbook, level: ApiLevel, push: Push) {
    const [first] = model.sheets;
    if (!first) throw new RangeError('a workbook has at least one sheet');
    this.model = model;
    this.level = level;
    this.push = push;
    this.active = model.sheets.find(({ visibility }) => visibility === 'Visible') ?? first;
    this.selection = { sheet: this.active, area: { top: 1, left: 1, bottom: 1, right: 1 } };
    for (const sheet of model.sheets)
      for (const [key, { formula, value }] of sheet.cells)
        if (formula !== undefined) this.results.set(resultKey(sheet, key, formula), value);
  }

  newId(): string {
    return `{host-${++this.nextId}}`;
  }

  sheet(key: unknown): ModelSheet | null {
    if (typeof key === 'number') return this.model.sheets[key] ?? null;
    const text = String(key);
    return this.model.sheets.find(({ id, name }) => id === text || name.toLowerCase() === text.toLowerCase()) ?? null;
  }

  /** Throws AccessDenied where Excel would not let the add-in write. */
  assertWritable(sheet: ModelSheet | null, where: string): void {
    if (this.model.readOnly || sheet?.isProtected === true) throw accessDenied(where);
  }

  emit(event: EventType, message: Readonly<Record<string, unknown>>): void {
    if (this.registered.has(event)) this.push(event, message);
  }

  changed(sheet: ModelSheet, area: Area, source: 'add-in' | 'user', changeType = 'RangeEdited'): void {
    this.emit(EventType.changed, {
      worksheetId: sheet.id,
      address: showArea(area),
      changeType,
      source: 'Local',
      triggerSource: source === 'add-in' ? 'ThisLocalAddin' : 'Unknown',
      shiftDirection: 'None',
    });
  }

  /** Fonts, number formats, fills; Excel does not say who changed them. */
  formatted(sheet: ModelSheet, area: Area): void {
    this.emit(EventType.formatted, { worksheetId: sheet.id, address: showArea(area), source: 'Local' });
  }

  cellAt(sheet: ModelSheet, row: number, column: number): ModelCell | undefined {
    return sheet.cells.get(cellKey(row, column));
  }

  styleAt(sheet: ModelSheet, row: number, column: number): ModelStyle {
    return this.cellAt(sheet, row, column)?.style ?? plainStyle;
  }

  restyle(sheet: ModelSheet, row: number, column: number, change: Partial<ModelStyle>): void {
    const key = cellKey(row, column);
    const cell = sheet.cells.get(key);
    const style = { ...(cell?.style ?? plainStyle), ...change };
    if (cell) sheet.cells.set(key, { ...cell, style, ...(change.font === undefined ? {} : { rich: false }) });
    else sheet.cells.set(key, { value: '', style });
  }

  /** What typing the value into the cell gives: `=` starts a formula, digits a number or date, `'` keeps text as it is. */
  enter(sheet: ModelSheet, row: number, column: number, input: unknown): void {
    const key = cellKey(row, column);
    const style = sheet.cells.get(key)?.style ?? plainStyle;
    // null in an array of values leaves the cell as it is.
    if (input === null) return;
    const cell: ModelCell = { style, ...this.interpret(sheet, key, input, style) };
    if (isEmptyCell(cell) && JSON.stringify(cell.style) === JSON.stringify(plainStyle)) sheet.cells.delete(key);
    else sheet.cells.set(key, cell);
  }

  private interpret(
    sheet: ModelSheet,
    key: number,
    input: unknown,
    style: ModelStyle,
  ): Pick<ModelCell, 'value' | 'formula'> & { style?: ModelStyle } {
    if (typeof input === 'number' || typeof input === 'boolean') return { value: input };
    if (typeof input !== 'string') throw invalidArgument('Range.values');
    if (input.startsWith("'")) return { value: input.slice(1) };
    if (style.numberFormat === '@' || input === '') return { value: input };
    if (input.startsWith('=') && input.length > 1) {
      const formula = input.slice(1);
      const value = this.results.get(resultKey(sheet, key, formula));
      // No calculation here: only formulas whose result is known from before can be put back.
      if (value === undefined) throw new HostNotImplemented(`calculating ${input}`);
      return { value, formula };
    }
    // `+5` and `-A1` start a formula too.
    if (/^[+-][^\d.,]/.test(input) || input.startsWith('@')) throw new HostNotImplemented(`calculating ${input}`);
    if (/^(true|false)$/i.test(input)) return { value: input.toLowerCase() === 'true' };
    if (/^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/.test(input)) return { value: { error: input } };
    const numeric = /^\s*[+-]?(\d[\d,]*)?\.?\d+(e[+-]?\d+)?\s*(%?)\s*$/i.exec(input);
    if (numeric) {
      const number = Number(input.replace(/[,%\s]/g, ''));
      return { value: numeric[3] === '%' ? number / 100 : number };
    }
    const date = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(input.trim());
    if (date && Number(date[1]) <= 12 && Number(date[2]) <= 31) {
      const days =
        (Date.UTC(Number(date[3]), Number(date[1]) - 1, Number(date[2])) - Date.UTC(1899, 11, 30)) / 86_400_000;
      const numberFormat = style.numberFormat === 'General' ? 'm/d/yyyy' : style.numberFormat;
      return { value: this.model.date1904 ? days - 1462 : days, style: { ...style, numberFormat } };
    }
    return { value: input };
  }
}

function resultKey(sheet: ModelSheet, key: number, formula: string): string {
  return `${sheet.id} ${key} ${formula}`;
}
