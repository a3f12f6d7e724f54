/** Excel.WorksheetCollection and Excel.Worksheet. */
import { usedArea, type Area, type ModelSheet } from '../model.ts';
import { ApiError, invalidArgument, type HostObject } from '../protocol.ts';
import { EventType, type ExcelState } from '../state.ts';
import { comments } from './comments.ts';
import { method, to, value, variable } from './members.ts';
import { range, rangeByAddress } from './range.ts';

export function worksheets(state: ExcelState): HostObject {
  const register = (event: EventType): [string, ReturnType<typeof method>][] => {
    const [name, since] = eventMembers[event];
    return [
      [`_Register${name}Event`, method(() => void state.registered.add(event), since)],
      [`_Unregister${name}Event`, method(() => void state.registered.delete(event), since)],
    ];
  };
  return {
    type: 'WorksheetCollection',
    items: () => state.model.sheets.map((sheet) => worksheet(state, sheet)),
    item: (key) => found(state, key),
    methods: {
      GetItemOrNullObject: method((key) => found(state, key), 4),
      GetActiveWorksheet: method(() => worksheet(state, state.active)),
      GetCount: method(() => state.model.sheets.length, 4),
      Add: method((name) => {
        state.assertWritable(null, 'WorksheetCollection.add');
        const sheet = addSheet(state, typeof name === 'string' ? name : null);
        return worksheet(state, sheet);
      }),
      ...Object.fromEntries(Object.values(EventType).flatMap(register)),
    },
  };
}

const eventMembers: Readonly<Record<EventType, readonly [name: string, since: number]>> = {
  [EventType.changed]: ['DataChanged', 9],
  [EventType.activated]: ['Activated', 7],
  [EventType.added]: ['Added', 7],
  [EventType.selection]: ['SelectionChanged', 9],
  [EventType.deleted]: ['Deleted', 7],
  [EventType.formatted]: ['FormatChanged', 9],
  [EventType.sorted]: ['RowSorted', 10],
  [EventType.rowHidden]: ['RowHiddenChanged', 11],
};

function found(state: ExcelState, key: unknown): HostObject | null {
  const sheet = state.sheet(key);
  return sheet && worksheet(state, sheet);
}

/** Adds an empty sheet; throws InvalidArgument when the name is taken or none. */
export function addSheet(state: ExcelState, name: string | null): ModelSheet {
  let free = name ?? 'Sheet1';
  for (let number = 1; name === null && state.sheet(free); number++) free = `Sheet${number}`;
  if (state.sheet(free)) throw new ApiError('ItemAlreadyExists', 'A resource with the same name already exists.', free);
  if (free === '' || free.length > 31 || /[[\]:*?/\\]/.test(free)) throw invalidArgument('WorksheetCollection.add');
  const none: readonly [string, string] = ['', ''];
  const sheet: ModelSheet = {
    id: state.newId(),
    name: free,
    visibility: 'Visible',
    cells: new Map(),
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: [],
    comments: [],
    notes: [],
    conditionalFormats: [],
    validations: {},
    tables: [],
    filtered: false,
    isProtected: false,
    headersFooters: { odd: none, even: none, first: none },
  };
  state.model.sheets.push(sheet);
  state.emit(EventType.added, { worksheetId: sheet.id, source: 'Local' });
  return sheet;
}

export function worksheet(state: ExcelState, sheet: ModelSheet): HostObject {
  const writable = (where: string): void => {
    state.assertWritable(null, `Worksheet.${where}`);
  };
  const used = (valuesOnly: unknown): Area | null => usedArea(sheet, valuesOnly === true);
  return {
    type: 'Worksheet',
    id: sheet.id,
    properties: {
      Id: value(() => sheet.id),
      Name: variable(
        () => sheet.name,
        (name) => {
          writable('name');
          sheet.name = String(name);
        },
      ),
      Position: value(() => state.model.sheets.indexOf(sheet)),
      Visibility: variable(
        () => sheet.visibility,
        (visibility) => {
          writable('visibility');
          sheet.visibility = visibility as ModelSheet['visibility'];
        },
      ),
    },
    navigations: {
      Protection: to(
        () => ({
          type: 'WorksheetProtection',
          properties: { Protected: value(() => sheet.isProtected, 2) },
        }),
        2,
      ),
      Comments: to(() => comments(state, sheet), 10),
      AutoFilter: to(() => autoFilter(sheet.filtered), 9),
      Tables: to(() => tables(sheet)),
      PageLayout: to(() => pageLayout(sheet), 9),
    },
    methods: {
      Activate: method(() => {
        if (sheet.visibility !== 'Visible') throw invalidArgument('Worksheet.activate');
        if (state.active === sheet) return;
        state.active = sheet;
        state.selection = { sheet, area: { top: 1, left: 1, bottom: 1, right: 1 } };
        state.emit(EventType.activated, { worksheetId: sheet.id });
      }),
      Delete: method(() => {
        writable('delete');
        state.model.sheets = state.model.sheets.filter((other) => other !== sheet);
        state.emit(EventType.deleted, { worksheetId: sheet.id, source: 'Local' });
      }),
      GetRange: method((address) => rangeByAddress(state, sheet, address, 'Worksheet.getRange')),
      GetCell: method((row, column) => {
        const [top, left] = [Number(row) + 1, Number(column) + 1];
        return range(state, sheet, { top, left, bottom: top, right: left });
      }),
      GetRangeByIndexes: method((row, column, rows, columns) => {
        const [top, left] = [Number(row) + 1, Number(column) + 1];
        return range(state, sheet, { top, left, bottom: top + Number(rows) - 1, right: left + Number(columns) - 1 });
      }, 7),
      GetUsedRange: method((valuesOnly) =>
        range(state, sheet, used(valuesOnly) ?? { top: 1, left: 1, bottom: 1, right: 1 }),
      ),
      GetUsedRangeOrNullObject: method((valuesOnly) => {
        const area = used(valuesOnly);
        return area && range(state, sheet, area);
      }, 4),
    },
  };
}

function autoFilter(filtered: boolean): HostObject {
  return {
    type: 'AutoFilter',
    properties: { Enabled: value(() => filtered, 9), IsDataFiltered: value(() => filtered, 9) },
  };
}

function tables(sheet: ModelSheet): HostObject {
  return {
    type: 'TableCollection',
    items: () =>
      sheet.tables.map(({ name, filtered }) => ({
        type: 'Table',
        id: name,
        properties: { Id: value(() => name), Name: value(() => name) },
        navigations: { AutoFilter: to(() => autoFilter(filtered), 9) },
      })),
  };
}

/** `&L…&C…&R…` → its three parts. */
function sections(coded: string): Readonly<Record<'Left' | 'Center' | 'Right', string>> {
  const out = { Left: '', Center: '', Right: '' };
  const names = { L: 'Left', C: 'Center', R: 'Right' } as const;
  let current: keyof typeof out = 'Center';
  for (const piece of coded.split(/(?=&[LCR])/)) {
    const letter = /^&([LCR])/.exec(piece)?.[1] as keyof typeof names | undefined;
    if (letter) current = names[letter];
    out[current] += letter ? piece.slice(2) : piece;
  }
  return out;
}

function pageLayout(sheet: ModelSheet): HostObject {
  const page = ([header, footer]: readonly [string, string]): HostObject => {
    const [above, below] = [sections(header), sections(footer)];
    return {
      type: 'HeaderFooter',
      properties: {
        LeftHeader: value(() => above.Left, 9),
        CenterHeader: value(() => above.Center, 9),
        RightHeader: value(() => above.Right, 9),
        LeftFooter: value(() => below.Left, 9),
        CenterFooter: value(() => below.Center, 9),
        RightFooter: value(() => below.Right, 9),
      },
    };
  };
  const { odd, even, first } = sheet.headersFooters;
  return {
    type: 'PageLayout',
    navigations: {
      HeadersFooters: to(
        () => ({
          type: 'HeaderFooterGroup',
          properties: { State: value(() => headerState(sheet), 9) },
          navigations: {
            DefaultForAllPages: to(() => page(odd), 9),
            OddPages: to(() => page(odd), 9),
            EvenPages: to(() => page(even), 9),
            FirstPage: to(() => page(first), 9),
          },
        }),
        9,
      ),
    },
  };
}

function headerState({ headersFooters: { even, first } }: ModelSheet): string {
  const isUsed = (page: readonly string[]): boolean => page.some((text) => text !== '');
  if (isUsed(even)) return isUsed(first) ? 'FirstOddAndEven' : 'OddAndEven';
  return isUsed(first) ? 'FirstAndDefault' : 'Default';
}
