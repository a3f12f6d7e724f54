/** Excel.Range and what hangs on it. Excel counts from 0 in `rowIndex`, the model from 1. */
import { overlaps, parseArea, sheetOf, showAddress, showArea } from '../address.ts';
import {
  isColumnHidden,
  isEmptyCell,
  maxColumn,
  maxRow,
  usedArea,
  type Area,
  type ModelSheet,
  type ModelStyle,
} from '../model.ts';
import { HostNotImplemented, invalidArgument, type HostObject } from '../protocol.ts';
import { EventType, type ExcelState } from '../state.ts';
import { conditionalFormats } from './conditional-formats.ts';
import { method, to, value, variable } from './members.ts';
import { worksheet } from './worksheet.ts';

/** More cells than this are asked for by mistake: Excel answers `null` for a whole column. */
const mostCells = 5_000_000;

export function rangeByAddress(state: ExcelState, sheet: ModelSheet, address: unknown, where: string): HostObject {
  if (address === null || address === undefined || address === '')
    return range(state, sheet, { top: 1, left: 1, bottom: maxRow, right: maxColumn });
  if (typeof address !== 'string') throw invalidArgument(where);
  const area = parseArea(address);
  const named = sheetOf(address);
  if (!area) throw invalidArgument(where);
  if (named !== null && named !== sheet.name) throw invalidArgument(where);
  return range(state, sheet, area);
}

export function range(state: ExcelState, sheet: ModelSheet, area: Area): HostObject {
  const rows = area.bottom - area.top + 1;
  const columns = area.right - area.left + 1;
  const isWhole = rows === maxRow || columns === maxColumn;

  /** A grid of what each cell gives; null for whole rows and columns. */
  const grid = <T>(read: (row: number, column: number) => T): T[][] | null => {
    if (isWhole || rows * columns > mostCells) return null;
    return Array.from({ length: rows }, (_, down) =>
      Array.from({ length: columns }, (__, across) => read(area.top + down, area.left + across)),
    );
  };
  /** The one value all cells share, null when they differ. */
  const shared = <T>(read: (row: number, column: number) => T): T | null => {
    const all = grid(read)?.flat() ?? [];
    const [first] = all;
    return first !== undefined && all.every((one) => one === first) ? first : null;
  };
  const write = (name: string, given: unknown, put: (row: number, column: number, one: unknown) => void): void => {
    state.assertWritable(sheet, `Range.${name}`);
    if (isWhole) throw new HostNotImplemented(`Range.${name}= on whole rows or columns`);
    const at = (down: number, across: number): unknown => {
      if (!Array.isArray(given)) return given;
      const line = (given as unknown[])[down];
      return Array.isArray(line) ? (line as unknown[])[across] : undefined;
    };
    const fits =
      !Array.isArray(given) ||
      (given.length === rows && given.every((line) => Array.isArray(line) && line.length === columns));
    if (!fits)
      throw invalidArgument(
        `Range.${name}`,
        "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
      );
    grid((row, column) => {
      put(row, column, at(row - area.top, column - area.left));
    });
  };
  const contents = (name: string): ReturnType<typeof variable> =>
    variable(
      () => grid((row, column) => shownValue(state, sheet, row, column, name === 'formulas')),
      (given) => {
        write(name, given, (row, column, one) => {
          state.enter(sheet, row, column, one);
        });
        state.changed(sheet, area, 'add-in');
      },
    );
  const sub = (part: Area): HostObject => range(state, sheet, part);
  const used = (valuesOnly: unknown): Area | null => {
    const found = usedArea(sheet, valuesOnly === true);
    return found && overlaps(found, area) ? intersect(found, area) : null;
  };

  return {
    type: 'Range',
    properties: {
      Address: value(() => showAddress(sheet.name, area)),
      RowIndex: value(() => area.top - 1),
      ColumnIndex: value(() => area.left - 1),
      RowCount: value(() => rows),
      ColumnCount: value(() => columns),
      CellCount: value(() => (rows * columns > 2 ** 31 - 1 ? -1 : rows * columns)),
      Values: contents('values'),
      Formulas: contents('formulas'),
      ValueTypes: value(() => grid((row, column) => valueType(state, sheet, row, column))),
      NumberFormat: variable(
        () => grid((row, column) => state.styleAt(sheet, row, column).numberFormat),
        (given) => {
          write('numberFormat', given, (row, column, one) => {
            state.restyle(sheet, row, column, { numberFormat: String(one) });
          });
          state.formatted(sheet, area);
        },
      ),
      RowHidden: variable(
        () => shared((row) => sheet.hiddenRows.has(row)),
        (hidden) => {
          state.assertWritable(sheet, 'Range.rowHidden');
          for (let row = area.top; row <= area.bottom; row++)
            if (hidden === true) sheet.hiddenRows.add(row);
            else sheet.hiddenRows.delete(row);
        },
        2,
      ),
      ColumnHidden: value(() => shared((_, column) => isColumnHidden(sheet, column)), 2),
    },
    navigations: {
      Format: to(() => rangeFormat(state, sheet, area, grid, shared)),
      Worksheet: to(() => worksheet(state, sheet)),
      ConditionalFormats: to(() => conditionalFormats(state, sheet, area), 6),
    },
    methods: {
      GetCell: method((row, column) => {
        const place = { row: area.top + Number(row), column: area.left + Number(column) };
        return sub({ top: place.row, left: place.column, bottom: place.row, right: place.column });
      }),
      GetRow: method((row) => sub({ ...area, top: area.top + Number(row), bottom: area.top + Number(row) })),
      GetColumn: method((column) =>
        sub({ ...area, left: area.left + Number(column), right: area.left + Number(column) }),
      ),
      GetUsedRange: method((valuesOnly) => {
        const found = used(valuesOnly);
        return sub(found ?? { ...area, bottom: area.top, right: area.left });
      }),
      GetUsedRangeOrNullObject: method((valuesOnly) => {
        const found = used(valuesOnly);
        return found && sub(found);
      }, 4),
      GetCellProperties: method(
        (options) => grid((row, column) => cellProperties(state, sheet, row, column, options)),
        9,
      ),
      GetRowProperties: method((options) => {
        assertOnly(options, ['rowHidden'], 'getRowProperties');
        return Array.from({ length: rows }, (_, index) => ({ rowHidden: sheet.hiddenRows.has(area.top + index) }));
      }, 9),
      GetColumnProperties: method((options) => {
        assertOnly(options, ['columnHidden'], 'getColumnProperties');
        return Array.from({ length: columns }, (_, index) => ({
          columnHidden: isColumnHidden(sheet, area.left + index),
        }));
      }, 9),
      GetMergedAreasOrNullObject: method(() => {
        const merges = sheet.merges.filter((merge) => overlaps(merge, area));
        return merges.length === 0 ? null : rangeAreas(state, sheet, merges);
      }, 13),
      Merge: method(() => {
        state.assertWritable(sheet, 'Range.merge');
        sheet.merges.push(area);
      }, 2),
      Clear: method((applyTo) => {
        state.assertWritable(sheet, 'Range.clear');
        if (applyTo !== 'Contents') throw new HostNotImplemented(`Range.clear(${String(applyTo)})`);
        grid((row, column) => {
          state.enter(sheet, row, column, '');
        });
        state.changed(sheet, area, 'add-in');
      }),
      Select: method(() => {
        if (sheet.visibility !== 'Visible') throw invalidArgument('Range.select');
        state.active = sheet;
        state.selection = { sheet, area };
        state.emit(EventType.selection, { worksheetId: sheet.id, address: showArea(area) });
      }),
    },
  };
}

function rangeAreas(state: ExcelState, sheet: ModelSheet, areas: readonly Area[]): HostObject {
  return {
    type: 'RangeAreas',
    properties: {
      Address: value(() => areas.map((area) => showAddress(sheet.name, area)).join(','), 9),
      AreaCount: value(() => areas.length, 9),
    },
    navigations: {
      Areas: to(() => ({ type: 'RangeCollection', items: () => areas.map((area) => range(state, sheet, area)) }), 9),
    },
  };
}

function shownValue(state: ExcelState, sheet: ModelSheet, row: number, column: number, asFormula: boolean): unknown {
  const cell = state.cellAt(sheet, row, column);
  if (!cell) return '';
  if (asFormula && cell.formula !== undefined) return `=${cell.formula}`;
  return typeof cell.value === 'object' ? cell.value.error : cell.value;
}

function valueType(state: ExcelState, sheet: ModelSheet, row: number, column: number): string {
  const cell = state.cellAt(sheet, row, column);
  if (!cell || isEmptyCell(cell)) return 'Empty';
  switch (typeof cell.value) {
    case 'number':
      return 'Double';
    case 'boolean':
      return 'Boolean';
    case 'string':
      return 'String';
    default:
      return 'Error';
  }
}

type Grid = <T>(read: (row: number, column: number) => T) => T[][] | null;
type Shared = <T>(read: (row: number, column: number) => T) => T | null;

function rangeFormat(state: ExcelState, sheet: ModelSheet, area: Area, grid: Grid, shared: Shared): HostObject {
  const style = <K extends keyof ModelStyle>(name: K, show: (value: ModelStyle[K]) => unknown = (one) => one) =>
    variable(
      () =>
        shared((row, column) =>
          isMixed(state, sheet, row, column, name) ? null : show(state.styleAt(sheet, row, column)[name]),
        ),
      (given) => {
        state.assertWritable(sheet, `RangeFormat.${name}`);
        grid((row, column) => {
          state.restyle(sheet, row, column, { [name]: given });
        });
        state.formatted(sheet, area);
      },
    );
  return {
    type: 'RangeFormat',
    navigations: {
      Font: to(() => ({
        type: 'RangeFont',
        properties: { Name: style('font'), Size: style('size'), Bold: style('bold') },
      })),
      Fill: to(() => ({
        type: 'RangeFill',
        properties: { Color: style('fill', (color) => color ?? '#FFFFFF') },
        methods: {
          Clear: method(() => {
            state.assertWritable(sheet, 'RangeFill.clear');
            grid((row, column) => {
              state.restyle(sheet, row, column, { fill: null });
            });
            state.formatted(sheet, area);
          }),
        },
      })),
    },
  };
}

/** A cell of several fonts has no one font name. */
function isMixed(state: ExcelState, sheet: ModelSheet, row: number, column: number, name: keyof ModelStyle): boolean {
  return name === 'font' && state.cellAt(sheet, row, column)?.rich === true;
}

function cellProperties(state: ExcelState, sheet: ModelSheet, row: number, column: number, options: unknown): unknown {
  assertOnly(options, ['format'], 'getCellProperties');
  const { format } = options as { format?: { font?: { name?: boolean } } };
  assertOnly(format, ['font'], 'getCellProperties');
  assertOnly(format?.font, ['name'], 'getCellProperties');
  const mixed = isMixed(state, sheet, row, column, 'font');
  return { format: { font: { name: mixed ? null : state.styleAt(sheet, row, column).font } } };
}

function assertOnly(options: unknown, names: readonly string[], where: string): void {
  for (const [name, wanted] of Object.entries((options ?? {}) as Record<string, unknown>))
    if (wanted !== undefined && !names.includes(name)) throw new HostNotImplemented(`${where}({${name}})`);
}

function intersect(a: Area, b: Area): Area {
  return {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
}
