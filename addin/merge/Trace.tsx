import { useCallback, useState, type ReactElement } from 'react';
import type { Session } from '../../core/api.ts';
import { Answered } from '../parts/Answered.tsx';
import { Disclosure } from '../parts/Disclosure.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import { usePane } from '../pane.ts';
import { DrillThrough } from './DrillThrough.tsx';
import { readContent, type ShownSummary } from './server.ts';

/** Tracing of rows: those of the rehearsal, else those of the published summary. */
export function Trace({
  rehearsed,
  published,
  session,
}: {
  readonly rehearsed: ShownSummary | null;
  /** Summary id. */
  readonly published: string | null;
  readonly session: Session;
}): ReactElement {
  const { words } = usePane();
  const [open, setOpen] = useState(false);
  return (
    <Disclosure open={open} onToggle={() => setOpen(!open)} head={words.merge.drill}>
      {rehearsed ? (
        <DrillThrough summary={rehearsed} published={null} session={session} />
      ) : (
        published !== null && <PublishedTrace id={published} session={session} />
      )}
    </Disclosure>
  );
}

function PublishedTrace({ id, session }: { readonly id: string; readonly session: Session }): ReactElement {
  const { api } = usePane();
  const load = useCallback((signal: AbortSignal) => readContent(api, id, signal), [api, id]);
  return (
    <Answered answer={useLoaded(load)}>
      {(summary) => <DrillThrough summary={summary} published={id} session={session} />}
    </Answered>
  );
}
