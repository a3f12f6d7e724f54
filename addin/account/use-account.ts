/** The user's account as the pane shows it. */
import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import { sessionSchema, type Session } from '../../core/api.ts';
import { openApi, type Api } from '../api.ts';
import { openIdentity, type Identity, type TrialChoice } from '../identity.ts';

export interface Account {
  readonly api: Api;
  readonly session: Session | null;
  readonly state: 'connecting' | 'offline' | 'signedOut' | 'signingIn' | 'signedIn';
  /** How one signs in here; null until the server has said. */
  readonly mode: Identity['mode'] | null;
  /** True while the dialog for trying things out is open. */
  readonly choosing: boolean;
  /** Why the last sign-in came to nothing; null until one was asked for. */
  readonly problem: unknown;
  /** Starts the sign-in: the dialog, or the account's own pop-up. */
  readonly open: () => void;
  /** Closes the dialog, or forgets the problem. */
  readonly dismiss: () => void;
  /** Throws ApiProblem or HostProblem. */
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
  | { readonly type: 'unreachable' }
  | { readonly type: 'choosing'; readonly open: boolean }
  | { readonly type: 'started' }
  | { readonly type: 'entered'; readonly session: Session }
  | { readonly type: 'refused' }
  | { readonly type: 'troubled'; readonly problem: unknown }
  | { readonly type: 'left' };

const initial: State = { state: 'connecting', mode: null, session: null, choosing: false, problem: null };

function next(state: State, event: Event): State {
  switch (event.type) {
    case 'reached':
      return { ...state, state: 'signedOut', mode: event.mode, problem: null };
    case 'unreachable':
      return { ...state, state: 'offline', choosing: false };
    case 'choosing':
      return { ...state, choosing: event.open, problem: null };
    case 'started':
      return { ...state, state: 'signingIn', problem: null };
    case 'entered':
      return { ...state, state: 'signedIn', session: event.session, choosing: false, problem: null };
    case 'refused':
      return { ...state, state: 'signedOut', session: null };
    case 'troubled':
      return { ...state, problem: event.problem };
    case 'left':
      return { ...state, state: 'signedOut', session: null };
  }
}

export function useAccount(): Account {
  const [state, dispatch] = useReducer(next, initial);
  const identity = useRef<Identity | null>(null);
  const api = useMemo(() => openApi({ token: () => identity.current?.token() ?? Promise.resolve(null) }), []);

  const connect = useCallback(async (): Promise<Identity> => {
    if (identity.current) return identity.current;
    try {
      const opened = await openIdentity();
      identity.current = opened;
      dispatch({ type: 'reached', mode: opened.mode });
      return opened;
    } catch (problem) {
      dispatch({ type: 'unreachable' });
      throw problem;
    }
  }, []);

  useEffect(() => {
    // Without the server the pane checks all the same; why it is away is told to whoever wants to sign in.
    connect().catch(() => undefined);
  }, [connect]);

  const signIn = useCallback(
    async (choice: TrialChoice | null): Promise<void> => {
      const opened = await connect();
      dispatch({ type: 'started' });
      try {
        await opened.signIn(choice);
        dispatch({ type: 'entered', session: await api.call(sessionSchema, 'profile') });
      } catch (problem) {
        await opened.signOut();
        dispatch({ type: 'refused' });
        throw problem;
      }
    },
    [api, connect],
  );

  const open = useCallback(() => {
    connect()
      .then((opened) => {
        if (opened.mode !== 'dev') return signIn(null);
        dispatch({ type: 'choosing', open: true });
        return undefined;
      })
      .catch((problem: unknown) => dispatch({ type: 'troubled', problem }));
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
