/** Something asked of the server: loading, there, or failed; asked again on demand. */
import { useCallback, useEffect, useState } from 'react';
import { ApiProblem } from '../api.ts';

export interface Loaded<Value> {
  /** The newest answer; kept while it is asked again. */
  readonly value: Value | null;
  readonly loading: boolean;
  readonly problem: unknown;
  readonly reload: () => void;
}

interface State<Value> {
  readonly of: unknown;
  readonly value: Value | null;
  readonly problem: unknown;
  readonly loading: boolean;
}

/** `load` must be stable (useCallback): another function is another question, and the old answer is let go. */
export function useLoaded<Value>(load: (signal: AbortSignal) => Promise<Value>): Loaded<Value> {
  const [state, setState] = useState<State<Value>>({ of: load, value: null, problem: null, loading: true });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    setState((before) => ({
      of: load,
      value: before.of === load ? before.value : null,
      problem: null,
      loading: true,
    }));
    load(abort.signal).then(
      (value) => {
        if (!abort.signal.aborted) setState({ of: load, value, problem: null, loading: false });
      },
      (problem: unknown) => {
        if (abort.signal.aborted || (problem instanceof ApiProblem && problem.type === 'cancelled')) return;
        setState((before) => ({ ...before, problem, loading: false }));
      },
    );
    return () => abort.abort();
  }, [load, turn]);
  const reload = useCallback(() => setTurn((count) => count + 1), []);
  const current = state.of === load;
  return {
    value: current ? state.value : null,
    loading: current ? state.loading : true,
    problem: current ? state.problem : null,
    reload,
  };
}
