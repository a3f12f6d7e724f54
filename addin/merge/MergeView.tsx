import { Button, Field, makeStyles, ProgressBar, Spinner, Text, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useCallback, useEffect, useState, type ReactElement } from 'react';
import type { Session, SummaryStatus } from '../../core/api.ts';
import { Icon } from '../icons.tsx';
import { Notice } from '../parts/Notice.tsx';
import { PeriodPicker } from '../parts/PeriodPicker.tsx';
import { periodText } from '../parts/moments.ts';
import { usePeriod } from '../parts/use-period.ts';
import { reasonOf, usePane } from '../pane.ts';
import { Conflicts } from './Conflicts.tsx';
import { FigureGrid } from './FigureGrid.tsx';
import { readSummaryWorkbook, rehearse, type Rehearsal } from './server.ts';
import { SummaryList } from './SummaryList.tsx';
import { useMerge } from './use-merge.ts';

const Trace = lazy(async () => ({ default: (await import('./Trace.tsx')).Trace }));

const useStyles = makeStyles({
  tab: { display: 'flex', flexDirection: 'column', gap: '10px', padding: '8px 12px 12px' },
  note: { color: tokens.colorNeutralForeground2 },
  bar: { display: 'flex', gap: '6px' },
  grow: { flex: '1 1 0', minWidth: 0 },
});

/** Rehearse, merge, open the summary, trace its rows. */
export function MergeView({ session }: { readonly session: Session }): ReactElement {
  const styles = useStyles();
  const { api, host, profile, words, language, announce } = usePane();
  const texts = words.merge;
  const [period, setPeriod] = usePeriod(session, profile);
  const merge = useMerge(period);
  const [rehearsal, setRehearsal] = useState<Rehearsal | null>(null);
  const [rehearsing, setRehearsing] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [fetching, setFetching] = useState<string | null>(null);
  const [downloaded, setDownloaded] = useState<string | null>(null);
  const mayMerge = session.role === 'bloc';
  const { followed } = merge;

  useEffect(() => {
    setRehearsal(null);
    setProblem(null);
    setDownloaded(null);
  }, [period]);

  const tryOut = useCallback(async () => {
    setRehearsing(true);
    setProblem(null);
    try {
      const tried = await rehearse(api, period);
      setRehearsal(tried);
      announce(texts.rehearsed(tried.conflicts.length));
    } catch (failure) {
      setProblem(failure);
    } finally {
      setRehearsing(false);
    }
  }, [api, period, announce, texts]);

  const open = async ({ id, period: month }: SummaryStatus): Promise<void> => {
    setFetching(id);
    setProblem(null);
    try {
      const name = `Tong-hop-${month}.xlsx`;
      await host.insertTemplate(await readSummaryWorkbook(api, id), name);
      setDownloaded(name);
      announce((host.kind === 'excel' ? texts.opened : texts.downloaded)(name));
    } catch (failure) {
      setProblem(failure);
    } finally {
      setFetching(null);
    }
  };
  const inExcel = host.kind === 'excel';
  const openWords = inExcel ? texts.openExcel : texts.download;
  const handedOver = inExcel ? texts.opened : texts.downloaded;
  const rehearsed = rehearsal?.summary ?? null;
  const publishedOne =
    followed?.state === 'published' ? followed : (merge.summaries.value?.find(({ current }) => current) ?? null);

  return (
    <div className={styles.tab}>
      <PeriodPicker period={period} words={words} onChange={setPeriod} />
      <Text size={200} className={styles.note}>
        {texts.intro}
      </Text>
      <div className={styles.bar}>
        {mayMerge && (
          <Button
            className={styles.grow}
            disabledFocusable={rehearsing}
            {...(rehearsing ? { icon: <Spinner size="extra-tiny" aria-hidden /> } : {})}
            onClick={() => void tryOut()}
          >
            {rehearsing ? texts.rehearsing : rehearsal ? texts.rehearseAgain : texts.rehearse}
          </Button>
        )}
        {mayMerge && (
          <Button
            className={styles.grow}
            appearance="primary"
            icon={<Icon name="merge" />}
            disabledFocusable={merge.running}
            onClick={() => void merge.start()}
          >
            {publishedOne ? texts.runAgain : texts.run}
          </Button>
        )}
      </div>
      {problem !== null && <Notice intent="error">{reasonOf(problem, words, language)}</Notice>}
      {merge.problem !== null && <Notice intent="error">{reasonOf(merge.problem, words, language)}</Notice>}
      {followed && merge.running && (
        <>
          <Field validationState="none" validationMessage={texts.running(followed.done, followed.total)}>
            <ProgressBar
              aria-label={texts.running(followed.done, followed.total)}
              {...(followed.total > 0 ? { value: followed.done, max: followed.total } : {})}
            />
          </Field>
          {merge.slow && <Notice intent="info">{texts.slow}</Notice>}
          <div>
            <Button onClick={() => void merge.cancel()}>{texts.cancel}</Button>
          </div>
        </>
      )}
      {followed?.state === 'cancelled' && <Notice intent="info">{texts.cancelled}</Notice>}
      {followed?.state === 'failed' && (
        <Notice intent="error">
          {texts.failed} {followed.problem?.[language]}
        </Notice>
      )}
      {followed?.state === 'published' && (
        <Notice
          intent="success"
          action={{
            label: fetching === followed.id ? texts.downloading : openWords,
            onClick: () => void open(followed),
          }}
        >
          {texts.published(periodText(followed.period, language))} {downloaded !== null && handedOver(downloaded)}
        </Notice>
      )}
      {downloaded !== null && followed?.state !== 'published' && (
        <Notice intent="success">{handedOver(downloaded)}</Notice>
      )}
      {rehearsal && (
        <>
          {rehearsal.summary && <FigureGrid figures={rehearsal.summary.figures} texts={texts.figures} />}
          <Conflicts
            conflicts={rehearsal.conflicts}
            period={period}
            mayDecide={mayMerge}
            onDecided={() => void tryOut()}
          />
        </>
      )}
      {(rehearsed !== null || publishedOne !== null) && (
        <Suspense fallback={<Spinner size="tiny" label={words.loading} />}>
          <Trace rehearsed={rehearsed} published={publishedOne?.id ?? null} session={session} />
        </Suspense>
      )}
      <SummaryList
        summaries={merge.summaries}
        fetching={fetching}
        opens={inExcel}
        onOpen={(summary) => void open(summary)}
      />
    </div>
  );
}
