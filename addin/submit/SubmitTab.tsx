import type { ReactElement } from 'react';
import { SignInFirst } from '../parts/SignInFirst.tsx';
import { usePane } from '../pane.ts';
import { SubmitQueue } from './SubmitQueue.tsx';

/** Sends workbooks to the Bloc: the open one, or files that came by mail. */
export function SubmitTab(): ReactElement {
  const { session, words } = usePane();
  if (!session) return <SignInFirst why={words.submit.needAccount} />;
  if (session.role === 'auditor') return <p>{words.submit.readOnly}</p>;
  // What one account chose is not the next one's.
  return <SubmitQueue key={session.name} session={session} />;
}
