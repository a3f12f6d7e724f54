import type { ReactElement } from 'react';
import { SignInFirst } from '../parts/SignInFirst.tsx';
import { usePane } from '../pane.ts';
import { MergeView } from './MergeView.tsx';

/** Makes the Bloc's summary of a month. */
export function MergeTab(): ReactElement {
  const { session, words } = usePane();
  if (!session) return <SignInFirst why={words.merge.needAccount} />;
  return <MergeView key={session.name} session={session} />;
}
