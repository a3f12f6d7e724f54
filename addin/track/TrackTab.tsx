import type { ReactElement } from 'react';
import { SignInFirst } from '../parts/SignInFirst.tsx';
import { usePane } from '../pane.ts';
import { TrackViews } from './TrackViews.tsx';

/** Who has sent what: the period's board, chasing, requests, proposals. */
export function TrackTab(): ReactElement {
  const { session, words } = usePane();
  if (!session) return <SignInFirst why={words.track.needAccount} />;
  return <TrackViews key={session.name} session={session} />;
}
