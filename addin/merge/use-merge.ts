/** Starts a merge and follows it; takes up again one that was under way when the pane was closed. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { SummaryStatus } from '../../core/api.ts';
import { ApiProblem } from '../api.ts';
import type { Loaded } from '../parts/use-loaded.ts';
import { useLoaded } from '../parts/use-loaded.ts';
import { periodText } from '../parts/moments.ts';
import { usePane } from '../pane.ts';
import { cancelMerge, readSummaries, readSummary, startMerge } from './server.ts';

const firstWait = 400;
const longestWait = 3000;
/** After this the user is told that it goes on without them. */
const slowAfter = 60_000;

export interface Merging {
  readonly summaries: Loaded<readonly SummaryStatus[]>;
  /** The merge followed, from its start until another; null before the first. */
  readonly followed: SummaryStatus | null;
  readonly running: boolean;
  readonly slow: boolean;
  readonly problem: unknown;
  readonly start: () => Promise<void>;
  readonly cancel: () => Promise<void>;
}

export function useMerge(period: string): Merging {
  const { api, words, language, announce } = usePane();
  const [followed, setFollowed] = useState<SummaryStatus | null>(null);
  const [slow, setSlow] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const load = useCallback((signal: AbortSignal) => readSummaries(api, period, signal), [api, period]);
  const summaries = useLoaded(load);
  const running = followed !== null && isUnderWay(followed);
  const said = useRef(announce);
  said.current = announce;

  useEffect(() => {
    setFollowed(null);
    setProblem(null);
    setSlow(false);
  }, [period]);

  const underWay = summaries.value?.find(isUnderWay) ?? null;
  useEffect(() => {
    if (underWay) setFollowed((before) => before ?? underWay);
  }, [underWay]);

  const id = running ? followed.id : null;
  const { reload } = summaries;
  useEffect(() => {
    if (id === null) return;
    const abort = new AbortController();
    const started = Date.now();
    const follow = async (wait: number): Promise<void> => {
      await pause(wait, abort.signal);
      if (abort.signal.aborted) return;
      try {
        const status = await readSummary(api, id, abort.signal);
        setSlow(Date.now() - started > slowAfter);
        setProblem(null);
        setFollowed(status);
        if (isUnderWay(status)) {
          await follow(Math.min(wait * 1.4, longestWait));
          return;
        }
        said.current(endWords(status, words.merge, periodText(status.period, language)));
        reload();
      } catch (failure) {
        if (isCancelled(failure)) return;
        // The merge goes on without us: it is looked for again until it answers.
        setProblem(failure);
        await follow(longestWait);
      }
    };
    void follow(firstWait);
    return () => abort.abort();
  }, [api, id, words, language, reload]);

  const starting = useRef(false);
  const start = useCallback(async () => {
    // A second press before the answer is no second merge.
    if (starting.current) return;
    starting.current = true;
    setProblem(null);
    setSlow(false);
    try {
      setFollowed(await startMerge(api, period));
    } catch (failure) {
      setProblem(failure);
    } finally {
      starting.current = false;
    }
  }, [api, period]);

  const cancel = useCallback(async () => {
    if (id === null) return;
    try {
      setFollowed(await cancelMerge(api, id));
      said.current(words.merge.cancelled);
      reload();
    } catch (failure) {
      setProblem(failure);
    }
  }, [api, id, words, reload]);

  return useMemo(
    () => ({ summaries, followed, running, slow, problem, start, cancel }),
    [summaries, followed, running, slow, problem, start, cancel],
  );
}

function isCancelled(problem: unknown): boolean {
  return problem instanceof ApiProblem && problem.type === 'cancelled';
}

function isUnderWay({ state }: SummaryStatus): boolean {
  return state === 'waiting' || state === 'running';
}

function endWords(
  { state }: SummaryStatus,
  texts: ReturnType<typeof usePane>['words']['merge'],
  period: string,
): string {
  if (state === 'published') return texts.published(period);
  return state === 'cancelled' ? texts.cancelled : texts.failed;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
