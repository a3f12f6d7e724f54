/** The workbooks to submit and how far each has come. */
import type { Receipt, Session } from '../../core/api.ts';
import { obstaclesOf, selectionOf, type Judged, type Obstacle, type Selection, type ToldFinding } from './gate.ts';

export type Stage =
  'waitingCheck' | 'checking' | 'unreadable' | 'checked' | 'waiting' | 'sending' | 'received' | 'failed';

export interface Entry {
  readonly key: string;
  readonly name: string;
  /** Null until Excel has handed the file over. */
  readonly bytes: Uint8Array | null;
  readonly stage: Stage;
  /** Share sent, 0…1. */
  readonly sent: number;
  readonly judged: Judged | null;
  readonly selection: Selection;
  /** Why named office-holders stay. */
  readonly reason: string | null;
  /** Collaborators the server found named, before anything was stored. */
  readonly collaborators: readonly ToldFinding[];
  readonly receipt: Receipt | null;
  readonly problem: unknown;
}

export type QueueEvent =
  | { readonly type: 'added'; readonly entries: readonly Pick<Entry, 'key' | 'name' | 'bytes'>[] }
  | { readonly type: 'fetched'; readonly key: string; readonly name: string; readonly bytes: Uint8Array }
  | { readonly type: 'checking'; readonly key: string }
  | { readonly type: 'checked'; readonly key: string; readonly judged: Judged; readonly session: Session }
  | { readonly type: 'unreadable'; readonly key: string; readonly problem: unknown }
  | { readonly type: 'selected'; readonly key: string; readonly selection: Selection }
  | { readonly type: 'reasoned'; readonly key: string; readonly reason: string | null }
  | { readonly type: 'queued'; readonly keys: readonly string[] }
  | { readonly type: 'sending'; readonly key: string; readonly sent: number }
  /** `problem`: what could not be recorded beside it. */
  | { readonly type: 'received'; readonly key: string; readonly receipt: Receipt; readonly problem: unknown }
  | { readonly type: 'heldBack'; readonly key: string; readonly collaborators: readonly ToldFinding[] }
  | { readonly type: 'failed'; readonly key: string; readonly problem: unknown }
  /** Back to where it can be sent again. */
  | { readonly type: 'stopped'; readonly key: string }
  | { readonly type: 'removed'; readonly key: string }
  | { readonly type: 'removedAll' };

export function reduceQueue(entries: readonly Entry[], event: QueueEvent): readonly Entry[] {
  const change = (key: string, part: Partial<Entry>): readonly Entry[] =>
    entries.map((entry) => (entry.key === key ? { ...entry, ...part } : entry));
  switch (event.type) {
    case 'added': {
      const added = new Set(event.entries.map(({ key }) => key));
      return [...entries.filter(({ key }) => !added.has(key)), ...event.entries.map(freshEntry)];
    }
    case 'fetched':
      return change(event.key, { name: event.name, bytes: event.bytes });
    case 'checking':
      return change(event.key, { stage: 'checking' });
    case 'checked':
      return change(event.key, {
        stage: 'checked',
        judged: event.judged,
        selection: selectionOf(event.judged, event.session),
      });
    case 'unreadable':
      return change(event.key, { stage: 'unreadable', problem: event.problem });
    case 'selected':
      return change(event.key, { selection: event.selection });
    case 'reasoned':
      return change(event.key, { reason: event.reason });
    case 'queued': {
      const queued = new Set(event.keys);
      return entries.map((entry) =>
        queued.has(entry.key) ? { ...entry, stage: 'waiting', sent: 0, problem: null } : entry,
      );
    }
    case 'sending':
      return change(event.key, { stage: 'sending', sent: event.sent });
    case 'received':
      return change(event.key, {
        stage: 'received',
        sent: 1,
        receipt: event.receipt,
        bytes: null,
        problem: event.problem,
      });
    case 'heldBack':
      return change(event.key, { stage: 'checked', sent: 0, collaborators: event.collaborators });
    case 'failed':
      return change(event.key, { stage: 'failed', problem: event.problem });
    case 'stopped':
      return change(event.key, { stage: 'checked', sent: 0 });
    case 'removed':
      return entries.filter(({ key }) => key !== event.key);
    case 'removedAll':
      return entries.filter(({ stage }) => stage === 'waiting' || stage === 'sending');
  }
}

function freshEntry({ key, name, bytes }: Pick<Entry, 'key' | 'name' | 'bytes'>): Entry {
  return {
    key,
    name,
    bytes,
    stage: 'waitingCheck',
    sent: 0,
    judged: null,
    selection: { organisation: null, period: null },
    reason: null,
    collaborators: [],
    receipt: null,
    problem: null,
  };
}

/** How an entry stands for the user. */
export type Standing = 'checking' | 'unreadable' | 'blocked' | 'ready' | 'faulty' | 'sending' | 'failed' | 'received';

export interface Line {
  readonly entry: Entry;
  readonly standing: Standing;
  readonly obstacles: readonly Obstacle[];
  readonly errors: number;
  readonly warnings: number;
  /** The earlier entry of the same organisation, kind and period. */
  readonly duplicateOf: Entry | null;
}

export function linesOf(entries: readonly Entry[], session: Session): readonly Line[] {
  const first = new Map<string, Entry>();
  return entries.map((entry) => {
    const { judged } = entry;
    const obstacles = judged ? obstaclesOf(judged, entry.selection, session, entry.reason, entry.collaborators) : [];
    const count = (severity: string): number =>
      judged?.findings.filter((finding) => finding.severity === severity).length ?? 0;
    const target = targetOf(entry);
    const duplicateOf = target === null ? null : (first.get(target) ?? null);
    if (target !== null && !duplicateOf) first.set(target, entry);
    const errors = count('error');
    return {
      entry,
      standing: standingOf(entry, obstacles, errors),
      obstacles,
      errors,
      warnings: count('warning'),
      duplicateOf,
    };
  });
}

/** What a submission takes the place of; null while that is not known. */
export function targetOf({ judged, selection }: Entry): string | null {
  if (!judged || selection.organisation === null) return null;
  return `${selection.organisation} ${judged.kind} ${selection.period ?? ''}`;
}

function standingOf(entry: Entry, obstacles: readonly Obstacle[], errors: number): Standing {
  switch (entry.stage) {
    case 'waitingCheck':
    case 'checking':
      return 'checking';
    case 'waiting':
    case 'sending':
      return 'sending';
    case 'checked':
      return obstacles.length > 0 ? 'blocked' : errors > 0 ? 'faulty' : 'ready';
    default:
      return entry.stage;
  }
}

export type Tally = Readonly<Record<Standing, number>>;

export function tallyOf(lines: readonly Line[]): Tally {
  const tally = { checking: 0, unreadable: 0, blocked: 0, ready: 0, faulty: 0, sending: 0, failed: 0, received: 0 };
  for (const { standing } of lines) tally[standing] += 1;
  return tally;
}

/** True where the user has something to do or to know before all is sent. */
export function needsAttention({ standing, duplicateOf }: Line): boolean {
  return (
    standing === 'unreadable' ||
    standing === 'blocked' ||
    standing === 'faulty' ||
    standing === 'failed' ||
    (duplicateOf !== null && standing !== 'received')
  );
}
