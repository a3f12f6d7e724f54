/** Runs checks and submissions for the Submit tab. */
import { useCallback, useMemo, useReducer, useRef, useState } from 'react';
import type { Receipt, Session } from '../../core/api.ts';
import { ApiProblem, type Api } from '../api.ts';
import { acknowledgeFinding } from '../track/server.ts';
import { presentMonth } from '../parts/use-period.ts';
import { usePane } from '../pane.ts';
import { collaboratorsIn, judgedOf, namedFindings, type Judged, type Selection } from './gate.ts';
import { inLanes } from './lanes.ts';
import { linesOf, reduceQueue, targetOf, type Entry, type Line } from './queue.ts';
import { submitWorkbook, validateOnServer } from './server.ts';

/** The key of the workbook open in Excel. */
const openKey = 'open';
const lanes = 3;

type Outcome = 'received' | 'failed' | 'heldBack' | 'stopped';

export interface Submitting {
  readonly lines: readonly Line[];
  /** Of the running batch; null when nothing is being sent. */
  readonly batch: { readonly done: number; readonly total: number } | null;
  readonly fetching: boolean;
  readonly addFiles: (files: readonly File[]) => Promise<void>;
  readonly addOpen: () => Promise<void>;
  readonly select: (key: string, selection: Selection) => void;
  readonly giveReason: (key: string, reason: string | null) => void;
  readonly send: (keys: readonly string[]) => Promise<void>;
  readonly stop: (key: string | null) => void;
  readonly remove: (key: string) => void;
  readonly removeAll: () => void;
}

export function useSubmit(session: Session): Submitting {
  const { host, api, engine, profile, words, announce } = usePane();
  const [entries, dispatch] = useReducer(reduceQueue, []);
  const [batch, setBatch] = useState<Submitting['batch']>(null);
  const [fetching, setFetching] = useState(false);
  const count = useRef(0);
  const aborts = useRef(new Map<string, AbortController>());
  const stopping = useRef(false);
  const skipped = useRef(new Set<string>());
  const lines = useMemo(() => linesOf(entries, session), [entries, session]);

  const check = useCallback(
    async (key: string, name: string, bytes: Uint8Array) => {
      dispatch({ type: 'checking', key });
      try {
        const asOf = new Date().toISOString();
        const checked = await engine.ask('check', {
          source: { bytes },
          profile,
          asOf,
          fileName: name,
        });
        dispatch({ type: 'checked', key, judged: judgedOf(checked), session });
      } catch (problem) {
        dispatch({ type: 'unreadable', key, problem });
      }
    },
    [engine, profile, session],
  );

  const addFiles = useCallback(
    async (files: readonly File[]) => {
      const added = await Promise.all(
        files.map(async (file) => {
          count.current += 1;
          const key = `file-${count.current}`;
          return { key, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
        }),
      );
      dispatch({ type: 'added', entries: added });
      for (const { key, name, bytes } of added) await check(key, name, bytes);
    },
    [check],
  );

  const addOpen = useCallback(async () => {
    setFetching(true);
    dispatch({ type: 'added', entries: [{ key: openKey, name: '', bytes: null }] });
    try {
      const { name } = await host.readOpenWorkbook();
      // The very bytes that will be sent are checked, so that pane and server judge the same file.
      const bytes = await host.fileBytes();
      dispatch({ type: 'fetched', key: openKey, name, bytes });
      await check(openKey, name, bytes);
    } catch (problem) {
      dispatch({ type: 'unreadable', key: openKey, problem });
    } finally {
      setFetching(false);
    }
  }, [host, check]);

  const sendOne = useCallback(
    async (entry: Entry): Promise<Outcome> => {
      const { key, name, bytes, selection, judged, reason } = entry;
      if (bytes === null || judged === null) return 'failed';
      const abort = new AbortController();
      aborts.current.set(key, abort);
      dispatch({ type: 'sending', key, sent: 0 });
      try {
        // A name on the roster must not be stored with an opinion: asked before, for afterwards is too late.
        if (judged.kind === 'report') {
          const answer = { file: name, bytes, selection, signal: abort.signal };
          const collaborators = collaboratorsIn(await validateOnServer(api, answer), judged);
          if (collaborators.length > 0) {
            dispatch({ type: 'heldBack', key, collaborators });
            return 'heldBack';
          }
        }
        const onProgress = (sent: number): void => dispatch({ type: 'sending', key, sent });
        const receipt = await submitWorkbook(api, {
          file: name,
          bytes,
          selection,
          presentMonth: presentMonth(session, profile),
          signal: abort.signal,
          onProgress,
        });
        const problem = reason === null ? null : await recordReason(api, receipt, judged, reason);
        dispatch({ type: 'received', key, receipt, problem });
        return 'received';
      } catch (problem) {
        if (problem instanceof ApiProblem && problem.type === 'cancelled') {
          dispatch({ type: 'stopped', key });
          return 'stopped';
        }
        dispatch({ type: 'failed', key, problem });
        return 'failed';
      } finally {
        aborts.current.delete(key);
      }
    },
    [api, session, profile],
  );

  const send = useCallback(
    async (keys: readonly string[]) => {
      const isStopping = (): boolean => stopping.current;
      const wanted = new Set(keys);
      const chosen = lines.filter(({ entry }) => wanted.has(entry.key)).map(({ entry }) => entry);
      stopping.current = false;
      skipped.current.clear();
      dispatch({ type: 'queued', keys });
      setBatch({ done: 0, total: chosen.length });
      let done = 0;
      const counts: Record<Outcome, number> = { received: 0, failed: 0, heldBack: 0, stopped: 0 };
      await inLanes(
        chosen,
        lanes,
        (entry) => targetOf(entry) ?? entry.key,
        async (entry) => {
          if (!skipped.current.has(entry.key)) counts[await sendOne(entry)] += 1;
          done += 1;
          setBatch({ done, total: chosen.length });
        },
        isStopping,
      );
      setBatch(null);
      announce(isStopping() ? words.submit.cancelled : words.submit.finished(counts));
    },
    [lines, sendOne, announce, words],
  );

  const stop = useCallback(
    (key: string | null) => {
      if (key !== null) {
        const abort = aborts.current.get(key);
        abort?.abort();
        if (abort) return;
        skipped.current.add(key);
        dispatch({ type: 'stopped', key });
        return;
      }
      stopping.current = true;
      for (const { key: waiting, stage } of entries)
        if (stage === 'waiting') dispatch({ type: 'stopped', key: waiting });
      for (const abort of aborts.current.values()) abort.abort();
    },
    [entries],
  );

  return useMemo(
    () => ({
      lines,
      batch,
      fetching,
      addFiles,
      addOpen,
      select: (key, selection) => dispatch({ type: 'selected', key, selection }),
      giveReason: (key, reason) => dispatch({ type: 'reasoned', key, reason }),
      send,
      stop,
      remove: (key) => dispatch({ type: 'removed', key }),
      removeAll: () => dispatch({ type: 'removedAll' }),
    }),
    [lines, batch, fetching, addFiles, addOpen, send, stop],
  );
}

/** The receipt stands whether or not the reason could be recorded; answers what went wrong, or null. */
async function recordReason(api: Api, receipt: Receipt, judged: Judged, reason: string): Promise<unknown> {
  try {
    for (const { id } of namedFindings(judged))
      await acknowledgeFinding(api, receipt.id, id, { reason, expires: null });
    return null;
  } catch (problem) {
    return problem;
  }
}
