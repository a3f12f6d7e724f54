/**
 * Excel for tests: holds a workbook open, answers the unmodified office.js through the native bridge, and lets a test
 * play the user and break things. Runs in Node and inside a page.
 */
import { parseA1, type CellValue } from '../../core/sheet.ts';
import { parseArea } from './address.ts';
import type { EventListener } from './bridge.ts';
import { loadModel } from './load.ts';
import { cellKey, cellPlace, snapshot, type ModelSheet, type ModelWorkbook } from './model.ts';
import { decodeBase64, showSelection, workbook } from './objects/workbook.ts';
import { addSheet } from './objects/worksheet.ts';
import { RichApi, type ApiLevel } from './protocol.ts';
import { saveModel } from './save.ts';
import { EventType, ExcelState } from './state.ts';

export interface ExcelOptions {
  /** File name; `Book1.xlsx` when left out. */
  readonly name?: string;
  /** The highest ExcelApi 1.x the host has; `latestLevel` when left out. */
  readonly level?: ApiLevel;
  /** What office.js is told it runs in. */
  readonly platform?: 'windows' | 'mac' | 'web';
  /** Milliseconds every answer takes. */
  readonly latency?: number;
  /** Largest request and answer in bytes: 5 MB, as Excel on the web has it. */
  readonly payloadLimit?: number;
  readonly readOnly?: boolean;
  /** Display language, `vi-VN` when left out. */
  readonly language?: string;
}

/** The highest level office.js from npm knows. */
export const latestLevel: ApiLevel = 15;

/** What the next call fails with: an error of the API, or a status of the bridge below it. */
export type Failure = { readonly code: string; readonly message?: string } | { readonly status: number };

export const failures = {
  itemNotFound: { code: 'ItemNotFound', message: "The requested resource doesn't exist." },
  accessDenied: { code: 'AccessDenied', message: 'You cannot perform the requested operation.' },
  busy: { code: 'GeneralException', message: 'There was an internal error while processing the request.' },
  editing: {
    code: 'InvalidOperationInCellEditMode',
    message: 'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB.',
  },
  tooManyRequests: { status: 5102 },
  requestTooLarge: { status: 5103 },
  responseTooLarge: { status: 5104 },
} as const satisfies Record<string, Failure>;

export interface LoggedRequest {
  readonly kind: 'batch' | 'file' | 'slice' | 'close';
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly actions: number;
  readonly writes: boolean;
}

/** Status numbers of the bridge. */
const Status = { ok: 0, requestTooLarge: 5103, responseTooLarge: 5104, unknown: 7000 } as const;

const ownMethods = new Set(['NotifyActionHandlerReady', '_RemoveReference', '_RemoveAllReferences']);

export class ExcelHost {
  readonly model: ModelWorkbook;
  readonly options: ExcelOptions;
  readonly level: ApiLevel;
  /** Batches and file reads in the order they came. */
  readonly requests: LoggedRequest[] = [];
  /** Members that were asked for and are not served: a test that ends with any has proved nothing. */
  readonly unserved: string[] = [];
  private readonly original: Uint8Array;
  private readonly state: ExcelState;
  private readonly api: RichApi;
  private readonly upcoming: (Failure | null)[] = [];
  private readonly files = new Map<number, Uint8Array>();
  private listener: EventListener | null = null;
  private nextFile = 0;

  private constructor(model: ModelWorkbook, original: Uint8Array, options: ExcelOptions) {
    this.model = model;
    this.original = original;
    this.options = options;
    this.level = options.level ?? latestLevel;
    this.state = new ExcelState(model, this.level, (event, message) => {
      this.listener?.([[65_536, event, 'Workbook', JSON.stringify(message), 0, false]]);
    });
    this.api = new RichApi({
      level: this.level,
      root: () => workbook(this.state),
      create: (type) =>
        type === 'Microsoft.InternalService.AddinInternalService'
          ? { type, methods: { NotifyActionHandlerReady: { since: 0, call: () => null } } }
          : undefined,
      unserved: (what) => this.unserved.push(what),
    });
  }

  /** Throws FileRefused for bytes that are no workbook. */
  static async open(bytes: Uint8Array, options: ExcelOptions = {}): Promise<ExcelHost> {
    const model = await loadModel(bytes, options.name ?? 'Book1.xlsx');
    model.readOnly = options.readOnly ?? false;
    return new ExcelHost(model, bytes, options);
  }

  // What a test sees.

  /** Batches sent with `context.sync()`; what office.js sends on its own at the start is not counted. */
  get syncs(): number {
    return this.requests.filter(({ kind }) => kind === 'batch').length;
  }

  /** Files handed out by getFileAsync and not closed: Excel allows two. */
  get openFiles(): number {
    return this.files.size;
  }

  /** The selection with its sheet: `'Báo cáo'!B3`. */
  get selection(): string {
    return showSelection(this.state);
  }

  /** True once the add-in listens for edits. */
  get isWatched(): boolean {
    return this.state.registered.has(EventType.changed);
  }

  /** Workbooks opened by `Excel.createWorkbook`. */
  get createdWorkbooks(): Uint8Array[] {
    return [...this.state.created.values()].map(decodeBase64);
  }

  /** All content as one text: equal before and after means that nothing was changed. */
  snapshot(): string {
    return snapshot(this.model);
  }

  /** The file as Excel would save it now; the original bytes when nothing differs. */
  bytes(): Promise<Uint8Array> {
    return saveModel(this.model, this.original);
  }

  valueOf(sheet: string, cell: string): CellValue {
    const { row, column } = this.place(cell);
    return this.sheet(sheet).cells.get(cellKey(row, column))?.value ?? '';
  }

  // What a user does.

  /** Types into a cell; null clears it. */
  edit(sheet: string, cell: string, value: string | number | boolean | null): void {
    const target = this.sheet(sheet);
    const { row, column } = this.place(cell);
    this.state.enter(target, row, column, value ?? '');
    this.state.changed(target, { top: row, left: column, bottom: row, right: column }, 'user');
  }

  /** Pastes or clears a block: one event for all of it. */
  paste(sheet: string, cell: string, values: readonly (readonly (string | number | null)[])[]): void {
    const target = this.sheet(sheet);
    const { row, column } = this.place(cell);
    values.forEach((line, down) =>
      line.forEach((value, across) => this.state.enter(target, row + down, column + across, value ?? '')),
    );
    const columns = Math.max(...values.map(({ length }) => length));
    const area = { top: row, left: column, bottom: row + values.length - 1, right: column + columns - 1 };
    this.state.changed(target, area, 'user');
  }

  /** Inserts empty rows above `row`; formats, comments and merges below move along. */
  insertRows(sheet: string, row: number, count = 1): void {
    const target = this.sheet(sheet);
    this.moveRows(target, (one) => (one >= row ? one + count : one));
    const area = parseArea(`${row}:${row + count - 1}`);
    if (area) this.state.changed(target, area, 'user', 'RowInserted');
  }

  deleteRow(sheet: string, row: number): void {
    const target = this.sheet(sheet);
    this.moveRows(target, (one) => (one === row ? null : one > row ? one - 1 : one));
    const area = parseArea(`${row}:${row}`);
    if (area) this.state.changed(target, area, 'user', 'RowDeleted');
  }

  /** Two rows change places, as by sorting. */
  sortRows(sheet: string, first: number, second: number): void {
    const target = this.sheet(sheet);
    this.moveRows(target, (one) => (one === first ? second : one === second ? first : one));
    const message = { worksheetId: target.id, address: `${first}:${second}`, source: 'Local' };
    this.state.emit(EventType.sorted, message);
  }

  /** null: the row is gone. */
  private moveRows(target: ModelSheet, moved: (row: number) => number | null): void {
    const cells = [...target.cells];
    target.cells.clear();
    for (const [key, cell] of cells) {
      const place = cellPlace(key);
      const row = moved(place.row);
      if (row !== null) target.cells.set(cellKey(row, place.column), cell);
    }
    target.merges = target.merges.flatMap((merge) => {
      const [top, bottom] = [moved(merge.top), moved(merge.bottom)];
      return top === null || bottom === null ? [] : [{ ...merge, top, bottom }];
    });
    const kept = <Placed extends { readonly row: number }>(placed: readonly Placed[]): Placed[] =>
      placed.flatMap((one) => {
        const row = moved(one.row);
        return row === null ? [] : [{ ...one, row }];
      });
    target.comments = kept(target.comments);
    target.notes = kept(target.notes);
    const hidden = [...target.hiddenRows];
    target.hiddenRows.clear();
    for (const one of hidden) {
      const row = moved(one);
      if (row !== null) target.hiddenRows.add(row);
    }
  }

  selectCell(sheet: string, cell: string): void {
    const target = this.sheet(sheet);
    const { row, column } = this.place(cell);
    this.state.active = target;
    this.state.selection = { sheet: target, area: { top: row, left: column, bottom: row, right: column } };
    this.state.emit(EventType.selection, { worksheetId: target.id, address: cell });
  }

  activate(sheet: string): void {
    const target = this.sheet(sheet);
    this.state.active = target;
    this.state.emit(EventType.activated, { worksheetId: target.id });
  }

  addSheet(name: string): void {
    addSheet(this.state, name);
  }

  protect(sheet: string, on = true): void {
    this.sheet(sheet).isProtected = on;
  }

  setReadOnly(on: boolean): void {
    this.model.readOnly = on;
  }

  addComment(sheet: string, cell: string, content: string, author = 'User'): void {
    const { row, column } = this.place(cell);
    this.sheet(sheet).comments.push({ id: this.state.newId(), row, column, author, content, replies: [] });
  }

  addReply(sheet: string, cell: string, content: string, author = 'User'): void {
    const { row, column } = this.place(cell);
    const thread = this.sheet(sheet).comments.find((one) => one.row === row && one.column === column);
    thread?.replies.push({ id: this.state.newId(), author, content });
  }

  addNote(sheet: string, cell: string, content: string): void {
    const { row, column } = this.place(cell);
    this.sheet(sheet).notes.push({ row, column, content });
  }

  setFont(sheet: string, cell: string, font: string): void {
    const { row, column } = this.place(cell);
    const target = this.sheet(sheet);
    this.state.restyle(target, row, column, { font });
    this.state.formatted(target, { top: row, left: column, bottom: row, right: column });
  }

  hideRow(sheet: string, row: number): void {
    const target = this.sheet(sheet);
    target.hiddenRows.add(row);
    const message = { worksheetId: target.id, address: `${row}:${row}`, changeType: 'Hidden', source: 'Local' };
    this.state.emit(EventType.rowHidden, message);
  }

  /** Excel fires no event for this up to the level that office.js from npm knows. */
  renameSheet(sheet: string, name: string): void {
    this.sheet(sheet).name = name;
  }

  // What goes wrong.

  /** The next `times` calls fail so. */
  failNext(failure: Failure, times = 1): void {
    for (let index = 0; index < times; index++) this.upcoming.push(failure);
  }

  /** The next `calls` calls work, the one after them fails. */
  failAfter(calls: number, failure: Failure): void {
    for (let index = 0; index < calls; index++) this.upcoming.push(null);
    this.upcoming.push(failure);
  }

  // What the bridge asks.

  listen(listener: EventListener): void {
    this.listener = listener;
  }

  /** One batch: the answer's text, or the status of a failure below the API. */
  async answer(body: string): Promise<string | number> {
    await this.delay();
    const { Actions: actions } = JSON.parse(body) as { Actions: readonly { ActionType: number; Name: string }[] };
    // What office.js sends by itself, at the start and to let go of ranges after `Excel.run`.
    const isOwn = actions.every(({ ActionType, Name }) => ActionType === 1 || ownMethods.has(Name));
    const response = this.respond(body, isOwn ? null : (this.upcoming.shift() ?? null));
    for (const work of this.state.pendingWork.splice(0)) await work();
    if (!isOwn)
      this.requests.push({
        kind: 'batch',
        requestBytes: utf8Length(body),
        responseBytes: typeof response === 'string' ? utf8Length(response) : 0,
        actions: actions.length,
        writes: actions.some(({ ActionType }) => ActionType === 4),
      });
    return response;
  }

  private respond(body: string, failure: Failure | null): string | number {
    const limit = this.options.payloadLimit ?? 5 * 1024 * 1024;
    if (failure && 'status' in failure) return failure.status;
    if (failure) {
      const { code, message = code } = failure;
      return JSON.stringify({
        Results: [],
        Error: { Code: code, Message: message, Location: '', ActionIndex: 0, HttpStatusCode: 500 },
      });
    }
    if (utf8Length(body) > limit) return Status.requestTooLarge;
    const response = this.api.process(body);
    return utf8Length(response) > limit ? Status.responseTooLarge : response;
  }

  /** A handle and the size, or the status of a failure. */
  async openFile(): Promise<readonly [handle: number, size: number] | number> {
    await this.delay();
    this.log('file');
    const failure = this.upcoming.shift();
    if (failure) return 'status' in failure ? failure.status : 5001;
    if (this.files.size >= 2) return 5001;
    const bytes = await this.bytes();
    const handle = ++this.nextFile;
    this.files.set(handle, bytes);
    return [handle, bytes.length];
  }

  async slice(handle: number, offset: number, size: number): Promise<Uint8Array | number> {
    await this.delay();
    this.log('slice');
    const failure = this.upcoming.shift();
    if (failure) return 'status' in failure ? failure.status : 5001;
    return this.files.get(handle)?.slice(offset, offset + size) ?? Status.unknown;
  }

  closeFile(handle: number): void {
    this.log('close');
    this.files.delete(handle);
  }

  private log(kind: LoggedRequest['kind']): void {
    this.requests.push({ kind, requestBytes: 0, responseBytes: 0, actions: 0, writes: false });
  }

  private async delay(): Promise<void> {
    const { latency = 0 } = this.options;
    await new Promise<void>((resolve) => {
      setTimeout(resolve, latency);
    });
  }

  private sheet(name: string): ModelSheet {
    const sheet = this.state.sheet(name);
    if (!sheet) throw new RangeError(`there is no sheet ${name}`);
    return sheet;
  }

  private place(cell: string): { row: number; column: number } {
    const place = parseA1(cell);
    if (!place) throw new RangeError(`${cell} is no cell`);
    return place;
  }
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}
