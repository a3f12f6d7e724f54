import type { Message } from './message.ts';

export type Severity = 'error' | 'warning' | 'info';

/** The clause a finding rests on: document, clause number, its operative words verbatim. */
export interface Citation {
  readonly document: string;
  readonly clause: string;
  readonly quote: string;
  /** The dates the clause is in force, inclusive; null is open. */
  readonly from: string | null;
  readonly to: string | null;
}

/** A cell to write, in A1 notation. `value` null clears it. */
export interface Edit {
  readonly sheet: string;
  readonly cell: string;
  readonly value: string | number | null;
  readonly numberFormat?: string;
  readonly font?: string;
}

/** A safe change the user may accept after a preview. */
export interface Fix {
  readonly label: Message;
  readonly edits: readonly Edit[];
}

/** One thing to tell the user: serialisable, the same object in the pane, over HTTP, in a workbook, on the command line. */
export interface Finding {
  /** Stable over runs and hosts: rule, organisation, period, cell and what was found, hashed; survives changes elsewhere in the file. */
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  /** Findings with one root cause share a group. */
  readonly group: string;
  /** Sheet and A1 address of the cell at fault; null when the finding is about the whole file or set. */
  readonly sheet: string | null;
  readonly cell: string | null;
  /** Further cells involved, as `Sheet!A1`. */
  readonly related: readonly string[];
  readonly message: Message;
  /** What to do about it. */
  readonly remedy: Message;
  readonly cites: readonly Citation[];
  readonly fix: Fix | null;
}

export const severityOrder: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
