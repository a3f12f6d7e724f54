/** Excel.Workbook: the object every batch starts from. */
import { showAddress } from '../address.ts';
import { loadModel } from '../load.ts';
import type { ModelSheet } from '../model.ts';
import { HostNotImplemented, invalidArgument, type HostObject } from '../protocol.ts';
import { EventType, type ExcelState } from '../state.ts';
import { comments } from './comments.ts';
import { method, to, value, variable } from './members.ts';
import { range } from './range.ts';
import { worksheets } from './worksheet.ts';

export function workbook(state: ExcelState): HostObject {
  const { model } = state;
  return {
    type: 'Workbook',
    properties: {
      Name: value(() => model.name, 7),
      ReadOnly: value(() => model.readOnly, 8),
    },
    navigations: {
      Worksheets: to(() => worksheets(state)),
      Application: to(() => application(state)),
      Comments: to(() => comments(state, null), 10),
      Properties: to(() => documentProperties(state), 7),
      Functions: to(() => functions(state), 2),
      Names: to(() => ({
        type: 'NamedItemCollection',
        items: () =>
          model.names.map(({ name, formula }) => ({
            type: 'NamedItem',
            properties: { Name: value(() => name), Formula: value(() => `=${formula}`, 7) },
          })),
      })),
      Settings: to(() => settings(state), 4),
    },
    methods: {
      GetSelectedRange: method(() => range(state, state.selection.sheet, state.selection.area)),
      InsertWorksheetsFromBase64: method((base64, options) => {
        state.assertWritable(null, 'Workbook.insertWorksheetsFromBase64');
        if (options !== null && options !== undefined && Object.keys(options).length > 0)
          throw new HostNotImplemented('options of insertWorksheetsFromBase64');
        // Loading is asynchronous: the sheets are there once the batch is answered.
        state.pendingWork.push(async () => {
          await insertSheets(state, String(base64));
        });
        return [];
      }, 13),
    },
  };
}

async function insertSheets(state: ExcelState, base64: string): Promise<void> {
  const other = await loadModel(decodeBase64(base64), 'inserted.xlsx');
  for (const sheet of other.sheets) {
    let name = sheet.name;
    for (let number = 2; state.sheet(name); number++) name = `${sheet.name} (${number})`;
    const inserted: ModelSheet = { ...sheet, id: state.newId(), name };
    state.model.sheets.push(inserted);
    state.emit(EventType.added, { worksheetId: inserted.id, source: 'Local' });
  }
}

export function decodeBase64(text: string): Uint8Array {
  let binary: string;
  try {
    binary = atob(text);
  } catch {
    throw invalidArgument('base64');
  }
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

function application(state: ExcelState): HostObject {
  const created = (id: string): HostObject => ({
    type: 'WorkbookCreated',
    id,
    properties: { Id: value(() => id, 8) },
    methods: { Open: method(() => undefined, 8) },
  });
  return {
    type: 'Application',
    methods: {
      CreateWorkbook: method((base64) => {
        const id = state.newId();
        state.created.set(id, typeof base64 === 'string' ? base64 : '');
        return created(id);
      }, 8),
      _GetWorkbookCreatedById: method((id) => created(String(id)), 8),
    },
  };
}

function documentProperties(state: ExcelState): HostObject {
  const { properties, customProperties } = state.model;
  const property = (name: string): ReturnType<typeof variable> =>
    variable(
      () => properties.get(name) ?? '',
      (given) => {
        state.assertWritable(null, `DocumentProperties.${name}`);
        properties.set(name, String(given));
      },
      7,
    );
  const names = ['Author', 'Category', 'Comments', 'Company', 'Keywords', 'Manager', 'Subject', 'Title'];
  const custom = (key: string): HostObject => ({
    type: 'CustomProperty',
    id: key,
    properties: {
      Key: value(() => key, 7),
      Type: value(() => 'String', 7),
      Value: value(() => customProperties.get(key), 7),
    },
  });
  return {
    type: 'DocumentProperties',
    properties: {
      ...Object.fromEntries(names.map((name) => [name, property(name)])),
      LastAuthor: value(() => properties.get('LastAuthor') ?? '', 7),
    },
    navigations: {
      Custom: to(
        () => ({
          type: 'CustomPropertyCollection',
          items: () => [...customProperties.keys()].map(custom),
          item: (key) => (customProperties.has(String(key)) ? custom(String(key)) : null),
          methods: {
            Add: method((key, given) => {
              state.assertWritable(null, 'CustomPropertyCollection.add');
              customProperties.set(String(key), given as string | number | boolean);
              return custom(String(key));
            }, 7),
          },
        }),
        7,
      ),
    },
  };
}

/** Worksheet functions: only DATE, by which the date system can be told. */
function functions(state: ExcelState): HostObject {
  return {
    type: 'Functions',
    methods: {
      Date: method((year, month, day) => {
        const days = (Date.UTC(Number(year), Number(month) - 1, Number(day)) - Date.UTC(1899, 11, 30)) / 86_400_000;
        return {
          type: 'FunctionResult',
          properties: {
            Value: value(() => (state.model.date1904 ? days - 1462 : days), 2),
            Error: value(() => null, 2),
          },
        };
      }, 2),
    },
  };
}

function settings(state: ExcelState): HostObject {
  const { settings: stored } = state.model;
  const setting = (key: string): HostObject => ({
    type: 'Setting',
    id: key,
    properties: { Key: value(() => key, 4), Value: value(() => stored.get(key), 4) },
    methods: { Delete: method(() => void stored.delete(key), 4) },
  });
  const found = (key: unknown): HostObject | null => (stored.has(String(key)) ? setting(String(key)) : null);
  return {
    type: 'SettingCollection',
    items: () => [...stored.keys()].map(setting),
    item: found,
    methods: {
      Add: method((key, given) => {
        state.assertWritable(null, 'SettingCollection.add');
        stored.set(String(key), given);
        return setting(String(key));
      }, 4),
      GetItemOrNullObject: method(found, 4),
    },
  };
}

/** The selection as a reader sees it: `'Báo cáo'!B3`. */
export function showSelection(state: ExcelState): string {
  return showAddress(state.selection.sheet.name, state.selection.area);
}
