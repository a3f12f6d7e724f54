/** What the Check tab remembers, and every way it changes. */
import type { Checked } from '../engine/protocol.ts';
import type { AppliedBatch } from '../host.ts';
import type { SeverityFilter } from './findings.ts';

/** A workbook under check: the open one, or a chosen file. */
export interface Entry {
  readonly key: string;
  readonly name: string;
  /** The bytes of a chosen file; null for the workbook open in Excel. */
  readonly bytes: Uint8Array | null;
  readonly stage: 'reading' | 'judging' | 'done' | 'failed';
  /** The last result: kept while a new check runs, so that the list does not blink. */
  readonly checked: Checked | null;
  readonly problem: unknown;
}

/** Changes made by the pane, newest first. */
export interface LogEntry {
  readonly id: string;
  readonly key: string;
  /** Local time of day. */
  readonly at: string;
  readonly cells: readonly string[];
  /** How to take it back: a batch in Excel, the bytes before in a browser. */
  readonly undo: AppliedBatch | Uint8Array;
  readonly undone: boolean;
}

export interface CheckState {
  readonly entries: readonly Entry[];
  /** The entry whose findings are listed. */
  readonly shown: string | null;
  readonly severity: SeverityFilter;
  readonly text: string;
  readonly log: readonly LogEntry[];
}

export const initialState: CheckState = { entries: [], shown: null, severity: 'all', text: '', log: [] };

export type CheckEvent =
  /** `name` empty: not known yet. */
  | { readonly type: 'opened'; readonly key: string; readonly name: string; readonly bytes: Uint8Array | null }
  | { readonly type: 'read'; readonly key: string; readonly name: string }
  | { readonly type: 'judged'; readonly key: string; readonly checked: Checked }
  | { readonly type: 'failed'; readonly key: string; readonly problem: unknown }
  | { readonly type: 'rewritten'; readonly key: string; readonly bytes: Uint8Array }
  | { readonly type: 'removed'; readonly key: string }
  | { readonly type: 'shown'; readonly key: string }
  | { readonly type: 'filtered'; readonly severity?: SeverityFilter; readonly text?: string }
  | { readonly type: 'applied'; readonly entry: LogEntry }
  | { readonly type: 'undone'; readonly id: string };

export function reduce(state: CheckState, event: CheckEvent): CheckState {
  switch (event.type) {
    case 'opened': {
      const known = state.entries.find(({ key }) => key === event.key);
      const entry: Entry = {
        key: event.key,
        name: event.name || (known?.name ?? ''),
        bytes: event.bytes,
        stage: 'reading',
        checked: known?.checked ?? null,
        problem: null,
      };
      const entries = known
        ? state.entries.map((one) => (one.key === event.key ? entry : one))
        : [...state.entries, entry];
      return { ...state, entries, shown: state.shown ?? event.key };
    }
    case 'read':
      return change(state, event.key, { name: event.name, stage: 'judging' });
    case 'judged':
      return change(state, event.key, { checked: event.checked, stage: 'done', problem: null });
    case 'failed':
      return change(state, event.key, { checked: null, stage: 'failed', problem: event.problem });
    case 'rewritten':
      return change(state, event.key, { bytes: event.bytes });
    case 'removed': {
      const entries = state.entries.filter(({ key }) => key !== event.key);
      const shown = state.shown === event.key ? (entries[0]?.key ?? null) : state.shown;
      return { ...state, entries, shown, log: state.log.filter(({ key }) => key !== event.key) };
    }
    case 'shown':
      return { ...state, shown: event.key, severity: 'all', text: '' };
    case 'filtered':
      return { ...state, severity: event.severity ?? state.severity, text: event.text ?? state.text };
    case 'applied':
      return { ...state, log: [event.entry, ...state.log] };
    case 'undone':
      return { ...state, log: state.log.map((one) => (one.id === event.id ? { ...one, undone: true } : one)) };
  }
}

/** The change that may be taken back now: the newest of a workbook, since older ones lie beneath it. */
export function undoable(state: CheckState, key: string): LogEntry | null {
  return state.log.find((one) => one.key === key && !one.undone) ?? null;
}

function change(state: CheckState, key: string, part: Partial<Entry>): CheckState {
  return { ...state, entries: state.entries.map((one) => (one.key === key ? { ...one, ...part } : one)) };
}
