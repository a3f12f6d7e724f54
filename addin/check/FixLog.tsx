import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Messages } from '../messages/vi.ts';
import type { LogEntry } from './state.ts';

const useStyles = makeStyles({
  log: { margin: 0, fontSize: tokens.fontSizeBase200 },
  title: { cursor: 'pointer', color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: '4px 0 0', padding: 0 },
  item: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '8px', minHeight: '28px' },
  undone: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground2 },
});

/** What the pane has changed; the newest change can be taken back. */
export function FixLog({
  log,
  latest,
  words,
  onUndo,
  onSave,
}: {
  readonly log: readonly LogEntry[];
  readonly latest: LogEntry | null;
  readonly words: Messages;
  readonly onUndo: (entry: LogEntry) => void;
  /** Hands out the corrected file; null where the workbook itself was corrected. */
  readonly onSave: (() => void) | null;
}): ReactElement | null {
  const styles = useStyles();
  if (log.length === 0) return null;
  return (
    <details className={styles.log} open>
      <summary className={styles.title}>{words.check.log}</summary>
      <ul className={styles.list}>
        {log.map((entry) => (
          <li key={entry.id} className={styles.item}>
            <Text size={200} className={entry.undone ? styles.undone : undefined} title={entry.cells.join(', ')}>
              {entry.at} · {words.check.applied(entry.cells.length)}
            </Text>
            {entry.id === latest?.id && (
              <Button size="small" onClick={() => onUndo(entry)}>
                {words.check.undo}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {onSave && latest && (
        <Button size="small" appearance="primary" onClick={onSave}>
          {words.check.fixedCopy}
        </Button>
      )}
    </details>
  );
}
