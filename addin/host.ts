/**
 * What the pane needs of whatever holds the workbook. Two implementations: Excel (`excel.ts`) and a plain browser,
 * where workbooks are dropped files (`browser-host.ts`). Every failure a user can meet is a `HostProblem`.
 */
import type { Edit, Finding } from '../core/finding.ts';
import type { Message } from '../core/message.ts';
import type { CellValue, Workbook } from '../core/sheet.ts';

/** Thrown by a host when something cannot be done; the message is shown as it is. */
export class HostProblem extends Error {
  /** Stable, kebab-case: `sheet-protected`, `read-only`, `busy`, `not-found`, `not-supported`, `no-workbook`, `too-large`, … */
  readonly code: string;
  readonly reason: Message;

  constructor(code: string, reason: Message, options?: ErrorOptions) {
    super(reason.en, options);
    this.name = 'HostProblem';
    this.code = code;
    this.reason = reason;
  }
}

/** One cell written: what stood there, so that it can be put back. */
export interface AppliedEdit {
  readonly edit: Edit;
  readonly before: {
    /** The formula where the cell had one, else its value; null when it was empty. */
    readonly content: CellValue | null;
    readonly formula?: string;
    readonly numberFormat: string;
    readonly font: string;
  };
}

/** A batch of edits that was applied; `undo` takes it back as a whole. */
export interface AppliedBatch {
  readonly id: string;
  readonly edits: readonly AppliedEdit[];
}

/** Something the user did to the workbook. `address` is a range in A1 notation without the sheet; null: anywhere on it. */
export interface WorkbookChange {
  /** Its name, or the host's id of it. */
  readonly sheet: string;
  readonly address: string | null;
}

export type Appearance = 'light' | 'dark';

/** The workbook in front of the user. */
export interface OpenWorkbook {
  /** File name as shown to the user, such as `BC-11.xlsx`. */
  readonly name: string;
  /** False while it lacks what only the saved file tells; see `completeWorkbook`. */
  readonly complete: boolean;
  readonly workbook: Workbook;
}

export interface WorkbookHost {
  readonly kind: 'excel' | 'browser';
  /** The open workbook as neutral sheets. Throws HostProblem. */
  readOpenWorkbook(signal?: AbortSignal): Promise<OpenWorkbook>;
  /** Only what changed since `previous` is read again where the host can; else the whole. */
  rereadWorkbook(
    previous: OpenWorkbook,
    changes: readonly WorkbookChange[],
    signal?: AbortSignal,
  ): Promise<OpenWorkbook>;
  /** Adds what only the saved file tells, after the first findings are shown; hosts that read all at once have none. */
  completeWorkbook?(previous: OpenWorkbook, signal?: AbortSignal): Promise<OpenWorkbook>;
  /** Activates the sheet and selects the cell (A1 notation). */
  select(cell: { readonly sheet: string; readonly cell: string }): Promise<void>;
  /** Writes all edits in one batch, or none. */
  applyFixes(edits: readonly Edit[]): Promise<AppliedBatch>;
  /** Puts back what the batch changed. Cells edited since then are left alone and given back. */
  undo(batch: AppliedBatch): Promise<{ readonly leftAlone: readonly string[] }>;
  /** Marks the cells of the findings, words in the user's language; earlier marks are replaced. */
  annotate(findings: readonly Finding[], language: 'vi' | 'en'): Promise<void>;
  /** Takes away every mark made by `annotate` and nothing else. */
  clear(): Promise<void>;
  /** Calls back after edits, several together; returns the unsubscriber. */
  onChange(listener: (changes: readonly WorkbookChange[]) => void): () => void;
  /** The .xlsx bytes as they would be saved now; `onProgress` gets 0…1. */
  fileBytes(options?: {
    readonly onProgress?: (done: number) => void;
    readonly signal?: AbortSignal;
  }): Promise<Uint8Array>;
  /** Opens a workbook made by the pane: as a new workbook in Excel, as a download in a browser. */
  insertTemplate(bytes: Uint8Array, name: string): Promise<void>;
  /** Adds the sheets of such a workbook behind those of the open one; false where this Excel cannot. Excel alone has it. */
  insertSheets?(bytes: Uint8Array): Promise<boolean>;
  /** Light or dark as the host shows itself; null follows the system. */
  appearance(): Appearance | null;
  /** Calls back when the appearance changes; returns the unsubscriber. */
  onAppearance(listener: () => void): () => void;
}
