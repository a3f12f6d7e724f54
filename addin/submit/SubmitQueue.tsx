import { Button, Field, makeStyles, ProgressBar, Select, Spinner, Text, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { Session } from '../../core/api.ts';
import { Icon } from '../icons.tsx';
import { DropZone } from '../parts/DropZone.tsx';
import { Notice } from '../parts/Notice.tsx';
import { usePane } from '../pane.ts';
import { EntryCard } from './EntryCard.tsx';
import { needsAttention, tallyOf, type Line } from './queue.ts';
import { useSubmit } from './use-submit.ts';

const useStyles = makeStyles({
  tab: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '12px' },
  note: { color: tokens.colorNeutralForeground2 },
  bar: { display: 'flex', gap: '6px', alignItems: 'center' },
  grow: { flexGrow: 1 },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: '6px' },
  actions: {
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    margin: '0 -12px -12px',
    padding: '8px 12px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

type Showing = 'all' | 'attention' | 'received';

/** The workbooks to send, what stands in their way, and their receipts. */
export function SubmitQueue({ session }: { readonly session: Session }): ReactElement {
  const styles = useStyles();
  const { host, words, profile, language } = usePane();
  const texts = words.submit;
  const submitting = useSubmit(session);
  const { lines, batch } = submitting;
  const [showing, setShowing] = useState<Showing>('all');
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const tally = tallyOf(lines);
  const keysOf = (...standings: Line['standing'][]): string[] =>
    lines.filter(({ standing }) => standings.includes(standing)).map(({ entry }) => entry.key);
  const ready = keysOf('ready');
  const faulty = keysOf('faulty');
  const failed = keysOf('failed');
  const shown = lines.filter(
    (line) => showing === 'all' || (showing === 'received' ? line.standing === 'received' : needsAttention(line)),
  );
  const checked = lines.length - tally.checking;
  const inExcel = host.kind === 'excel';

  return (
    <div className={styles.tab}>
      {inExcel && (
        <Button
          appearance={lines.length === 0 ? 'primary' : 'secondary'}
          icon={submitting.fetching ? <Spinner size="extra-tiny" aria-hidden /> : <Icon name="submit" />}
          disabledFocusable={submitting.fetching || batch !== null}
          onClick={() => void submitting.addOpen()}
        >
          {submitting.fetching ? texts.reading : texts.openWorkbook}
        </Button>
      )}
      <DropZone
        label={lines.length > 0 ? texts.dropMore : texts.drop}
        note={texts.dropNote}
        button={texts.choose}
        compact={inExcel || lines.length > 0}
        onFiles={(files) => void submitting.addFiles(files)}
      />
      {lines.length === 0 && (
        <Text size={200} className={styles.note}>
          {texts.intro} {texts.absence}
        </Text>
      )}
      {lines.length > 0 && lines[0]?.entry.judged && lines.some(({ entry }) => differs(entry, session)) && (
        <Notice intent="warning">{texts.rulesetDiffers}</Notice>
      )}
      {tally.checking > 0 && lines.length > 1 && (
        <Field validationState="none" validationMessage={texts.checking(checked, lines.length)}>
          <ProgressBar value={checked} max={lines.length} aria-label={texts.checking(checked, lines.length)} />
        </Field>
      )}
      {lines.length > 1 && (
        <>
          <Text size={200} weight="semibold">
            {tallyWords(tally, texts)}
          </Text>
          <div className={styles.bar}>
            <Select
              className={styles.grow}
              size="small"
              aria-label={texts.show}
              value={showing}
              onChange={(_, { value }) => setShowing(value === 'attention' || value === 'received' ? value : 'all')}
            >
              <option value="all">{texts.showAll}</option>
              <option value="attention">{texts.showAttention}</option>
              <option value="received">{texts.showReceived}</option>
            </Select>
            <Button size="small" appearance="subtle" disabled={batch !== null} onClick={submitting.removeAll}>
              {texts.removeAll}
            </Button>
          </div>
        </>
      )}
      {lines.length > 0 && shown.length === 0 && <Text size={200}>{texts.noneShown}</Text>}
      <ul className={styles.list} aria-label={texts.files}>
        {shown.map((line) => (
          <li key={line.entry.key}>
            <EntryCard
              line={line}
              open={lines.length === 1 || opened.has(line.entry.key)}
              busy={batch !== null}
              profile={profile}
              session={session}
              words={words}
              language={language}
              onToggle={() => setOpened(toggled(opened, line.entry.key))}
              onSelect={(selection) => submitting.select(line.entry.key, selection)}
              onReason={(reason) => submitting.giveReason(line.entry.key, reason)}
              onSend={() => void submitting.send([line.entry.key])}
              onStop={() => submitting.stop(line.entry.key)}
              onRemove={() => submitting.remove(line.entry.key)}
            />
          </li>
        ))}
      </ul>
      {(batch !== null || ready.length + faulty.length + failed.length > 0) && (
        <div className={styles.actions}>
          {batch ? (
            <>
              <Field validationState="none" validationMessage={texts.sending(batch.done, batch.total)}>
                <ProgressBar value={batch.done} max={batch.total} aria-label={texts.sending(batch.done, batch.total)} />
              </Field>
              <Button onClick={() => submitting.stop(null)}>{texts.cancel}</Button>
            </>
          ) : (
            <>
              {ready.length > 0 && (
                <Button
                  appearance="primary"
                  icon={<Icon name="submit" />}
                  disabledFocusable={tally.checking > 0}
                  onClick={() => void submitting.send(ready)}
                >
                  {texts.send(ready.length)}
                </Button>
              )}
              {faulty.length > 0 && (
                <>
                  <Text size={200} className={styles.note}>
                    {texts.faultyNote}
                  </Text>
                  <Button disabledFocusable={tally.checking > 0} onClick={() => void submitting.send(faulty)}>
                    {texts.sendFaulty(faulty.length)}
                  </Button>
                </>
              )}
              {failed.length > 0 && (
                <Button onClick={() => void submitting.send(failed)}>{texts.retryAll(failed.length)}</Button>
              )}
            </>
          )}
        </div>
      )}
    </div>
  );
}

function differs({ judged }: Line['entry'], session: Session): boolean {
  return judged !== null && judged.ruleset !== session.ruleset;
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}

function tallyWords(tally: ReturnType<typeof tallyOf>, texts: ReturnType<typeof usePane>['words']['submit']): string {
  const parts: [number, (count: number) => string][] = [
    [tally.received, texts.tally.received],
    [tally.ready, texts.tally.ready],
    [tally.faulty, texts.tally.faulty],
    [tally.blocked + tally.unreadable, texts.tally.blocked],
    [tally.failed, texts.tally.failed],
  ];
  return parts.flatMap(([count, say]) => (count === 0 ? [] : [say(count)])).join(' · ');
}
