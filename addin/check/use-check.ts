/** Runs checks, fixes and marks for the Check tab. The newest question about a workbook wins. */
import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import type { Edit } from '../../core/finding.ts';
import type { WorkbookChange } from '../host.ts';
import { reasonOf, usePane } from '../pane.ts';
import { countFindings } from './findings.ts';
import { followWorkbook } from './follow.ts';
import { initialState, reduce, type CheckState, type Entry, type LogEntry } from './state.ts';

/** The key of the workbook open in Excel. */
const openKey = 'open';

export interface CheckActions {
  readonly state: CheckState;
  /** Reads and checks the workbook open in Excel. */
  readonly checkOpen: () => Promise<void>;
  readonly checkFiles: (files: readonly File[]) => Promise<void>;
  readonly fix: (entry: Entry, edits: readonly Edit[]) => Promise<void>;
  readonly undo: (logged: LogEntry) => Promise<void>;
  readonly mark: (entry: Entry) => Promise<void>;
  readonly unmark: (entry: Entry) => Promise<void>;
  readonly remove: (key: string) => void;
  readonly show: (key: string) => void;
  readonly filter: (filter: { severity?: CheckState['severity']; text?: string }) => void;
}

/** `say` tells the user how an action ended; failures too. */
export function useCheck(say: (text: string, intent: 'success' | 'error') => void): CheckActions {
  const { host, engine, profile, words, language, announce, saveFile } = usePane();
  const [state, dispatch] = useReducer(reduce, initialState);
  const turns = useRef(new Map<string, number>());
  const files = useRef(0);

  const judge = useCallback(
    async (key: string, name: string, source: Parameters<typeof engine.ask<'check'>>[1]['source'], quiet: boolean) => {
      const turn = (turns.current.get(key) ?? 0) + 1;
      turns.current.set(key, turn);
      const stale = (): boolean => turns.current.get(key) !== turn;
      dispatch({ type: 'read', key, name });
      try {
        const checked = await engine.ask('check', {
          source,
          profile,
          asOf: new Date().toISOString(),
          fileName: name,
        });
        if (stale()) return;
        dispatch({ type: 'judged', key, checked });
        const { error, warning } = countFindings(checked.findings);
        if (!quiet) announce(words.check.announce(error, warning));
      } catch (problem) {
        if (!stale()) dispatch({ type: 'failed', key, problem });
      }
    },
    [engine, profile, announce, words],
  );
  const incomplete = (problem: unknown): string => words.check.incomplete(reasonOf(problem, words, language));
  // The follower lives as long as the host; what it calls changes with language and account.
  const latest = useRef({ judge, say, incomplete });
  useEffect(() => {
    latest.current = { judge, say, incomplete };
  });

  const follower = useMemo(
    () =>
      followWorkbook(host, {
        onRead: ({ name, workbook }, asked) => latest.current.judge(openKey, name, { workbook }, !asked),
        onFailed: (problem) => dispatch({ type: 'failed', key: openKey, problem }),
        onIncomplete: (problem) => latest.current.say(latest.current.incomplete(problem), 'error'),
      }),
    [host],
  );
  const { reread } = follower;
  const checkOpen = useCallback(async () => {
    dispatch({ type: 'opened', key: openKey, name: '', bytes: null });
    await follower.readAll();
  }, [follower]);

  useEffect(() => host.onChange((changes) => void reread(changes)), [host, reread]);

  // Who signs in brings the server's rules: what is shown was judged by those that ship.
  const judgedBy = useRef(profile);
  useEffect(() => {
    if (judgedBy.current === profile) return;
    judgedBy.current = profile;
    for (const { key, name, bytes } of state.entries)
      if (bytes) void judge(key, name, { bytes }, true);
      else void follower.readAll();
  }, [profile, state.entries, judge, follower]);

  const checkFiles = useCallback(
    async (chosen: readonly File[]) => {
      for (const file of chosen) {
        files.current += 1;
        const key = `file-${files.current}`;
        const bytes = new Uint8Array(await file.arrayBuffer());
        dispatch({ type: 'opened', key, name: file.name, bytes });
        await judge(key, file.name, { bytes }, chosen.length > 1);
      }
    },
    [judge],
  );

  const tell = useCallback(
    (problem: unknown) => say(reasonOf(problem, words, language), 'error'),
    [say, words, language],
  );
  const inBrowser = useCallback(
    async (entry: Entry, bytes: Uint8Array) => {
      dispatch({ type: 'rewritten', key: entry.key, bytes });
      await judge(entry.key, entry.name, { bytes }, false);
    },
    [judge],
  );
  const changesOf = (edits: readonly Edit[]): WorkbookChange[] =>
    edits.map(({ sheet, cell }) => ({ sheet, address: cell }));

  const fix = useCallback(
    async (entry: Entry, edits: readonly Edit[]) => {
      try {
        const logged = {
          key: entry.key,
          cells: edits.map(({ sheet, cell }) => `${sheet}!${cell}`),
          at: timeNow(),
          undone: false,
        };
        if (entry.bytes) {
          const bytes = await engine.ask('applyEdits', { bytes: entry.bytes, edits });
          dispatch({ type: 'applied', entry: { ...logged, id: crypto.randomUUID(), undo: entry.bytes } });
          await inBrowser(entry, bytes);
        } else {
          const batch = await host.applyFixes(edits);
          dispatch({ type: 'applied', entry: { ...logged, id: batch.id, undo: batch } });
          await reread(changesOf(edits));
        }
        say(words.check.applied(edits.length), 'success');
      } catch (problem) {
        tell(problem);
      }
    },
    [engine, host, inBrowser, reread, say, tell, words],
  );

  const undo = useCallback(
    async (logged: LogEntry) => {
      const entry = state.entries.find(({ key }) => key === logged.key);
      if (!entry) return;
      try {
        let leftAlone: readonly string[] = [];
        if (logged.undo instanceof Uint8Array) await inBrowser(entry, logged.undo);
        else {
          leftAlone = (await host.undo(logged.undo)).leftAlone;
          await reread(changesOf(logged.undo.edits.map(({ edit }) => edit)));
        }
        dispatch({ type: 'undone', id: logged.id });
        const done = words.check.undone(logged.cells.length - leftAlone.length);
        say(leftAlone.length === 0 ? done : `${done} ${words.check.leftAlone(leftAlone.join(', '))}`, 'success');
      } catch (problem) {
        tell(problem);
      }
    },
    [state.entries, host, inBrowser, reread, say, tell, words],
  );

  const mark = useCallback(
    async ({ bytes, checked, name }: Entry) => {
      if (!checked) return;
      try {
        if (bytes) {
          const annotated = await engine.ask('annotate', { bytes, findings: checked.findings });
          saveFile(annotated, name.replace(/(\.xlsx)?$/i, '-ghi-chu.xlsx'));
          return;
        }
        await host.annotate(checked.findings, language);
        say(words.check.marked, 'success');
      } catch (problem) {
        tell(problem);
      }
    },
    [engine, host, language, saveFile, say, tell, words],
  );

  const unmark = useCallback(
    async ({ bytes, name }: Entry) => {
      try {
        if (bytes) {
          saveFile(await engine.ask('clear', { bytes }), name);
          return;
        }
        await host.clear();
        say(words.check.unmarked, 'success');
      } catch (problem) {
        tell(problem);
      }
    },
    [engine, host, saveFile, say, tell, words],
  );

  return useMemo(
    () => ({
      state,
      checkOpen,
      checkFiles,
      fix,
      undo,
      mark,
      unmark,
      remove: (key) => dispatch({ type: 'removed', key }),
      show: (key) => dispatch({ type: 'shown', key }),
      filter: (filter) => dispatch({ type: 'filtered', ...filter }),
    }),
    [state, checkOpen, checkFiles, fix, undo, mark, unmark],
  );
}

function timeNow(): string {
  return new Date().toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit' });
}
