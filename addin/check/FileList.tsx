import { Button, makeStyles, mergeClasses, Spinner, Text, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { Icon } from '../icons.tsx';
import type { Messages } from '../messages/vi.ts';
import { SeverityMark } from '../parts/SeverityMark.tsx';
import { countFindings } from './findings.ts';
import type { Entry } from './state.ts';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: '4px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
    // Drawn where colours are forced and shadows are not.
    outline: '1px solid transparent',
    maxHeight: '30vh',
    overflowY: 'auto',
  },
  item: { display: 'flex', alignItems: 'center' },
  file: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    padding: '6px 8px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: 'inherit',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { border: '2px solid Highlight' },
  },
  name: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  good: { display: 'inline-flex', color: tokens.colorPaletteGreenForeground1 },
});

/** The chosen files with how each stands. */
export function FileList({
  entries,
  shown,
  words,
  onShow,
  onRemove,
}: {
  readonly entries: readonly Entry[];
  readonly shown: string | null;
  readonly words: Messages;
  readonly onShow: (key: string) => void;
  readonly onRemove: (key: string) => void;
}): ReactElement {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={words.check.files}>
      {entries.map((entry) => (
        <li key={entry.key} className={styles.item}>
          <button
            type="button"
            className={mergeClasses(styles.file, entry.key === shown && styles.current)}
            aria-current={entry.key === shown}
            onClick={() => onShow(entry.key)}
          >
            <Standing entry={entry} words={words} good={styles.good} />
            <span className={styles.name}>{entry.name}</span>
          </button>
          <Button
            appearance="subtle"
            size="small"
            icon={<Icon name="close" size={14} />}
            aria-label={words.check.remove(entry.name)}
            onClick={() => onRemove(entry.key)}
          />
        </li>
      ))}
    </ul>
  );
}

function Standing({
  entry,
  words,
  good,
}: {
  readonly entry: Entry;
  readonly words: Messages;
  readonly good: string;
}): ReactElement {
  if (entry.stage === 'reading' || entry.stage === 'judging')
    return <Spinner size="extra-tiny" aria-label={words.check.judging} />;
  const counts = countFindings(entry.checked?.findings ?? []);
  if (entry.stage === 'failed') return <SeverityMark severity="error" label={words.severity.error} size={16} />;
  const worst = counts.error > 0 ? 'error' : counts.warning > 0 ? 'warning' : null;
  if (worst)
    return (
      <>
        <SeverityMark severity={worst} label={words.severity[worst]} size={16} />
        <Text size={200}>{counts[worst]}</Text>
      </>
    );
  return (
    <span className={good} role="img" aria-label={words.check.clean}>
      <Icon name="good" size={16} />
    </span>
  );
}
