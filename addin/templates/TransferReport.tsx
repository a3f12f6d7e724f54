import { Button, makeStyles, mergeClasses, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { TransferLine } from '../../core/transfer.ts';
import type { Messages } from '../messages/vi.ts';

const useStyles = makeStyles({
  report: { display: 'flex', flexDirection: 'column', gap: '8px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  line: {
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    padding: '4px 0',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  cells: { fontWeight: tokens.fontWeightSemibold },
  place: { color: tokens.colorNeutralForeground2 },
  value: { display: 'block', maxHeight: `calc(2 * ${tokens.lineHeightBase200})`, overflow: 'hidden' },
});

const step = 50;

/** What was moved and what was left, cell by cell; what was left comes first. */
export function TransferReport({
  lines,
  words,
}: {
  readonly lines: readonly TransferLine[];
  readonly words: Messages;
}): ReactElement {
  const styles = useStyles();
  const left = lines.filter(({ to }) => to === null);
  const moved = lines.filter(({ to }) => to !== null);
  return (
    <div className={styles.report} role="region" aria-label={words.templates.report}>
      <MessageBar intent={left.length === 0 ? 'success' : 'warning'} layout="multiline">
        <MessageBarBody>
          {left.length === 0
            ? words.templates.repairedAll(moved.length)
            : words.templates.repaired(moved.length, left.length)}
        </MessageBarBody>
      </MessageBar>
      <Lines title={words.templates.left} lines={left} words={words} />
      <Lines title={words.templates.moved} lines={moved} words={words} />
    </div>
  );
}

function Lines({
  title,
  lines,
  words,
}: {
  readonly title: string;
  readonly lines: readonly TransferLine[];
  readonly words: Messages;
}): ReactElement | null {
  const styles = useStyles();
  const [shown, setShown] = useState(10);
  if (lines.length === 0) return null;
  return (
    <div>
      <h3 className={styles.title}>
        {title} ({lines.length})
      </h3>
      <ul className={styles.list}>
        {lines.slice(0, shown).map(({ from, to, place, value, reason }) => (
          <li key={`${from.sheet}!${from.cell}`} className={styles.line}>
            <span className={styles.cells}>
              {from.sheet}!{from.cell}
              {to ? ` → ${to.cell}` : ''}
            </span>{' '}
            <span className={styles.place}>
              {[place, reason === null ? '' : words.templates.reasons[reason]]
                .filter((part) => part !== '')
                .join(' – ')}
            </span>
            {value !== '' && <span className={mergeClasses(styles.value)}>{value}</span>}
          </li>
        ))}
      </ul>
      {lines.length > shown && (
        <Button size="small" appearance="transparent" onClick={() => setShown(shown + step)}>
          {words.check.moreCells(lines.length - shown)}
        </Button>
      )}
    </div>
  );
}
