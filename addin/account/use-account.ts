/** The user's account as the pane shows it. */
import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import { sessionSchema, type Session } from '../../core/api.ts';
import { ApiProblem, openApi, type Api } from '../api.ts';
import { openIdentity, type Identity, type TrialChoice } from '../identity.ts';

export interface Account {
  readonly api: Api;
  readonly session: Session | null;
  readonly state: 'connecting' | 'offline' | 'signedOut' | 'signingIn' | 'signedIn';
  /** How one signs in here; null until the server has said. */
  readonly mode: Identity['mode'] | null;
  /** True while the dialog for trying things out is open. */
  readonly choosing: boolean;
  readonly problem: unknown;
  /** Starts the sign-in: the dialog, or the account's own pop-up. */
  readonly open: () => void;
  readonly dismiss: () => void;
  readonly signIn: (choice: TrialChoice | null) => Promise<void>;
  readonly signOut: () => Promise<void>;
}

interface State {
  readonly state: Account['state'];
  readonly mode: Account['mode'];
  readonly session: Session | null;
  readonly choosing: boolean;
  readonly problem: unknown;
}

type Event =
  | { readonly type: 'reached'; readonly mode: Identity['mode'] }
  | { readonly type: 'unreachable'; readonly problem: unknown }
  | { readonly type: 'choosing'; readonly open: boolean }
  | { readonly type: 'started' }
  | { readonly type: 'entered'; readonly session: Session }
  | { readonly type: 'refused'; readonly problem: unknown }
  | { readonly type: 'left' };

const initial: State = { state: 'connecting', mode: null, session: null, choosing: false, problem: null };

function next(state: State, event: Event): State {
  switch (event.type) {
    case 'reached':
      return { ...state, state: 'signedOut', mode: event.mode, problem: null };
    case 'unreachable':
      return { ...state, state: 'offline', choosing: false, problem: event.problem };
    case 'choosing':
      return { ...state, choosing: event.open, problem: null };
    case 'started':
      return { ...state, state: 'signingIn', problem: null };
    case 'entered':
      return { ...state, state: 'signedIn', session: event.session, choosing: false, problem: null };
    case 'refused':
      return { ...state, state: 'signedOut', session: null, problem: event.problem };
    case 'left':
      return { ...state, state: 'signedOut', session: null };
  }
}

export function useAccount(): Account {
  const [state, dispatch] = useReducer(next, initial);
  const identity = useRef<Identity | null>(null);
  const api = useMemo(() => openApi({ token: () => identity.current?.token() ?? Promise.resolve(null) }), []);

  const connect = useCallback(async (): Promise<Identity | null> => {
    if (identity.current) return identity.current;
    try {
      const opened = await openIdentity();
      identity.current = opened;
      dispatch({ type: 'reached', mode: opened.mode });
      return opened;
    } catch (problem) {
      dispatch({ type: 'unreachable', problem });
      return null;
    }
  }, []);

  useEffect(() => void connect(), [connect]);

  const signIn = useCallback(
    async (choice: TrialChoice | null): Promise<void> => {
      const opened = await connect();
      if (!opened) return;
      dispatch({ type: 'started' });
      try {
        await opened.signIn(choice);
        dispatch({ type: 'entered', session: await api.call(sessionSchema, 'profile') });
      } catch (problem) {
        await opened.signOut();
        dispatch({ type: 'refused', problem: problem instanceof ApiProblem ? problem : null });
      }
    },
    [api, connect],
  );

  const open = useCallback(() => {
    void connect().then((opened) => {
      if (opened?.mode === 'dev') dispatch({ type: 'choosing', open: true });
      else if (opened) void signIn(null);
    });
  }, [connect, signIn]);

  const dismiss = useCallback(() => dispatch({ type: 'choosing', open: false }), []);
  const signOut = useCallback(async () => {
    await identity.current?.signOut();
    dispatch({ type: 'left' });
  }, []);

  return useMemo(
    () => ({ ...state, api, open, dismiss, signIn, signOut }),
    [state, api, open, dismiss, signIn, signOut],
  );
}
