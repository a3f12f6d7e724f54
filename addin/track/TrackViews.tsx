import { Button, makeStyles, Spinner, Tab, TabList, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState, type ReactElement } from 'react';
import type { Session } from '../../core/api.ts';
import { Notice } from '../parts/Notice.tsx';
import { PeriodPicker } from '../parts/PeriodPicker.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import { usePeriod } from '../parts/use-period.ts';
import { reasonOf, usePane } from '../pane.ts';
import { BoardView } from './BoardView.tsx';
import { ChaseView } from './ChaseView.tsx';
import { ProposalsView } from './ProposalsView.tsx';
import { RequestsView } from './RequestsView.tsx';
import { readBoard } from './server.ts';

const useStyles = makeStyles({
  tab: { display: 'flex', flexDirection: 'column', gap: '10px', padding: '8px 12px 12px' },
  top: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '4px' },
  views: { margin: '0 -6px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  view: { padding: '6px', fontSize: tokens.fontSizeBase200 },
  panel: { display: 'flex', flexDirection: 'column', gap: '10px' },
});

type View = 'board' | 'chase' | 'requests' | 'proposals';
const viewsOf: Readonly<Record<Session['role'], readonly View[]>> = {
  staff: ['board', 'requests', 'proposals'],
  bloc: ['board', 'chase', 'requests', 'proposals'],
  auditor: ['board', 'requests', 'proposals'],
};

export function TrackViews({ session }: { readonly session: Session }): ReactElement {
  const styles = useStyles();
  const { api, profile, words, language } = usePane();
  const texts = words.track;
  const [period, setPeriod] = usePeriod(session, profile);
  const [view, setView] = useState<View>('board');
  const load = useCallback((signal: AbortSignal) => readBoard(api, period, signal), [api, period]);
  const board = useLoaded(load);
  const place = useRef<HTMLDivElement>(null);
  useShown(place, board.reload);

  return (
    <div className={styles.tab} ref={place} aria-busy={board.loading}>
      <div className={styles.top}>
        <PeriodPicker period={period} words={words} onChange={setPeriod} />
        <Button size="small" disabledFocusable={board.loading} onClick={board.reload}>
          {board.loading ? texts.loading : texts.refresh}
        </Button>
      </div>
      <TabList
        size="small"
        className={styles.views}
        aria-label={texts.viewsLabel}
        selectedValue={view}
        onTabSelect={(_, { value }) => setView(value as View)}
      >
        {viewsOf[session.role].map((one) => (
          <Tab key={one} value={one} id={`track-${one}`} className={styles.view}>
            {texts.views[one]}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" aria-labelledby={`track-${view}`} className={styles.panel}>
        {board.problem !== null && (
          <Notice intent="error" action={{ label: words.retry, onClick: board.reload }}>
            {reasonOf(board.problem, words, language)}
          </Notice>
        )}
        {view === 'board' && board.value && (
          <BoardView board={board.value} session={session} onChanged={board.reload} />
        )}
        {view === 'board' && !board.value && board.loading && <Spinner size="small" label={texts.loading} />}
        {view === 'chase' && <ChaseView period={period} />}
        {view === 'requests' && board.value && (
          <RequestsView board={board.value} session={session} onChanged={board.reload} />
        )}
        {view === 'proposals' && <ProposalsView period={period} session={session} />}
      </div>
    </div>
  );
}

/** Asks again when the tab comes back into view: others submit meanwhile. */
function useShown(place: React.RefObject<HTMLElement | null>, onShown: () => void): void {
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let hidden = false;
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry) return;
      if (entry.isIntersecting && hidden) onShown();
      hidden = !entry.isIntersecting;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [place, onShown]);
}
