import { useCallback, type ReactElement } from 'react';
import { Answered } from '../parts/Answered.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import { usePane } from '../pane.ts';
import { ReceiptView } from '../submit/ReceiptView.tsx';
import { readReceipt } from './server.ts';

/** A receipt called up again. */
export function StoredReceipt({ id }: { readonly id: string }): ReactElement {
  const { api, profile, words, language } = usePane();
  const load = useCallback((signal: AbortSignal) => readReceipt(api, id, signal), [api, id]);
  return (
    <Answered answer={useLoaded(load)}>
      {(receipt) => <ReceiptView receipt={receipt} judged={null} profile={profile} words={words} language={language} />}
    </Answered>
  );
}
