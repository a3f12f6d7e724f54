/** What every tab may use. Components below a tab take data and events instead. */
import { createContext, useContext } from 'react';
import type { Session } from '../core/api.ts';
import type { Message } from '../core/message.ts';
import type { Profile } from '../core/profile.ts';
import { ApiProblem, type Api } from './api.ts';
import type { Engine } from './engine/engine.ts';
import { HostProblem, type WorkbookHost } from './host.ts';
import type { Language } from './language.ts';
import type { Messages } from './messages/vi.ts';

export interface Pane {
  readonly host: WorkbookHost;
  readonly api: Api;
  readonly engine: Engine;
  readonly language: Language;
  readonly words: Messages;
  /** The rule profile: the server's when signed in, else the one that ships. */
  readonly profile: Profile;
  /** Null while signed out. */
  readonly session: Session | null;
  /** Opens the sign-in. */
  readonly signIn: () => void;
  /** Said by screen readers, politely. */
  readonly announce: (text: string) => void;
  /** Hands the user a file. */
  readonly saveFile: (bytes: Uint8Array, name: string) => void;
}

export const PaneContext = createContext<Pane | null>(null);

export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error('used outside the pane');
  return pane;
}

/** Whatever was thrown, as something to tell the user. */
export function reasonOf(problem: unknown, words: Messages, language: Language): string {
  const say = (message: Message): string => message[language];
  if (problem instanceof HostProblem) return say(problem.reason);
  if (problem instanceof ApiProblem)
    return problem.detail ? `${say(problem.title)} ${say(problem.detail)}` : say(problem.title);
  return words.problem.unknown;
}
