import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components';
import { lazy, Suspense, useCallback, useEffect, useRef, useState, type ReactElement } from 'react';
import type { Finding } from '../../core/finding.ts';
import { Icon } from '../icons.tsx';
import { DropZone } from '../parts/DropZone.tsx';
import { reasonOf, usePane } from '../pane.ts';
import { FileList } from './FileList.tsx';
import { planFixes } from './findings.ts';
import { FixLog } from './FixLog.tsx';
import { Results } from './Results.tsx';
import { undoable } from './state.ts';
import { useCheck } from './use-check.ts';

const FixPreview = lazy(async () => ({ default: (await import('./FixPreview.tsx')).FixPreview }));

const useStyles = makeStyles({
  tab: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '12px' },
  bar: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  grow: { flexGrow: 1 },
  intro: { color: tokens.colorNeutralForeground2 },
  waiting: { padding: '24px 0' },
});

/** Checks the open workbook, or chosen files, and helps to put them right. */
export function CheckTab(): ReactElement {
  const styles = useStyles();
  const { host, words, language, announce, saveFile } = usePane();
  const [notice, setNotice] = useState<{ text: string; intent: 'success' | 'error' } | null>(null);
  const say = useCallback(
    (text: string, intent: 'success' | 'error') => {
      setNotice({ text, intent });
      announce(text);
    },
    [announce],
  );
  const check = useCheck(say);
  const { state, checkOpen } = check;
  const [fixing, setFixing] = useState<readonly Finding[] | null>(null);
  const entry = state.entries.find(({ key }) => key === state.shown) ?? null;
  const inExcel = host.kind === 'excel';

  // Who opens the pane in Excel wants the answer, not a button.
  const begun = useRef(false);
  useEffect(() => {
    if (!inExcel || begun.current) return;
    begun.current = true;
    void checkOpen();
  }, [inExcel, checkOpen]);

  const select = (finding: Finding): void => {
    const { sheet, cell } = finding;
    if (sheet === null || cell === null) return;
    host.select({ sheet, cell }).catch((problem: unknown) => say(reasonOf(problem, words, language), 'error'));
  };
  const busy = entry !== null && (entry.stage === 'reading' || entry.stage === 'judging');
  const checked = entry?.checked ?? null;

  return (
    <div className={styles.tab} aria-busy={busy}>
      {inExcel ? (
        <div className={styles.bar}>
          <Button
            className={styles.grow}
            appearance={checked ? 'secondary' : 'primary'}
            icon={busy ? <Spinner size="extra-tiny" aria-hidden /> : <Icon name="check" />}
            disabledFocusable={busy}
            onClick={() => void checkOpen()}
          >
            {busy ? words.check.judging : checked ? words.check.again : words.check.run}
          </Button>
        </div>
      ) : (
        <DropZone
          label={words.check.drop}
          note={words.check.dropNote}
          button={words.check.choose}
          compact={state.entries.length > 0}
          onFiles={(files) => void check.checkFiles(files)}
        />
      )}
      {state.entries.length === 0 && (
        <Text size={200} className={styles.intro}>
          {words.check.intro}
        </Text>
      )}
      {!inExcel && state.entries.length > 0 && (
        <FileList
          entries={state.entries}
          shown={state.shown}
          words={words}
          onShow={check.show}
          onRemove={check.remove}
        />
      )}
      {notice && (
        <MessageBar intent={notice.intent} layout="multiline">
          <MessageBarBody>{notice.text}</MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button
                appearance="transparent"
                size="small"
                icon={<Icon name="close" size={14} />}
                aria-label={words.close}
                onClick={() => setNotice(null)}
              />
            }
          />
        </MessageBar>
      )}
      {entry?.stage === 'failed' && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{reasonOf(entry.problem, words, language)}</MessageBarBody>
        </MessageBar>
      )}
      {busy && !checked && (
        <Spinner
          className={styles.waiting}
          size="small"
          label={entry.stage === 'reading' ? words.check.reading : words.check.judging}
        />
      )}
      {entry && (
        <FixLog
          log={state.log.filter(({ key }) => key === entry.key)}
          latest={undoable(state, entry.key)}
          words={words}
          onUndo={(logged) => void check.undo(logged)}
          onSave={entry.bytes && (() => entry.bytes && saveFile(entry.bytes, entry.name))}
        />
      )}
      {entry && checked && (
        <Results
          entry={entry}
          checked={checked}
          severity={state.severity}
          text={state.text}
          onFilter={check.filter}
          onSelect={inExcel ? select : null}
          onFix={setFixing}
          onMark={() => void check.mark(entry)}
          onUnmark={() => void check.unmark(entry)}
        />
      )}
      {fixing && entry && checked && (
        <Suspense fallback={null}>
          <FixPreview
            plan={planFixes(fixing)}
            workbook={checked.workbook}
            words={words}
            onClose={() => setFixing(null)}
            onApply={(edits) => {
              setFixing(null);
              void check.fix(entry, edits);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
