import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState, type ReactElement, type ReactNode } from 'react';
import { severityOrder, type Finding } from '../../core/finding.ts';
import type { Language } from '../language.ts';
import type { Messages } from '../messages/vi.ts';
import { SeverityMark } from './SeverityMark.tsx';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: '6px' },
  item: { display: 'flex', gap: '6px', alignItems: 'flex-start' },
  text: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  cell: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});

/** As much of a finding as is shown; the server's answers have it too. */
export type ShownFinding = Pick<Finding, 'id' | 'severity' | 'sheet' | 'cell' | 'message'>;

const few = 4;

/** Findings in short, worst first; the rest behind a visible "N more". */
export function FindingBrief<Shown extends ShownFinding>({
  findings,
  words,
  language,
  action,
}: {
  readonly findings: readonly Shown[];
  readonly words: Messages;
  readonly language: Language;
  /** What stands beside a finding. */
  readonly action?: (finding: Shown) => ReactNode;
}): ReactElement {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const sorted = [...findings].sort((a, b) => severityOrder[a.severity] - severityOrder[b.severity]);
  const shown = all ? sorted : sorted.slice(0, few);
  return (
    <div>
      <ul className={styles.list}>
        {shown.map((finding) => (
          <li key={finding.id} className={styles.item}>
            <SeverityMark severity={finding.severity} label={words.severity[finding.severity]} size={16} />
            <Text size={200} className={styles.text}>
              {finding.message[language]}
              {finding.cell !== null && (
                <span className={styles.cell}>
                  {' '}
                  {finding.sheet}!{finding.cell}
                </span>
              )}
            </Text>
            {action?.(finding)}
          </li>
        ))}
      </ul>
      {sorted.length > few && (
        <Link as="button" onClick={() => setAll(!all)} aria-expanded={all}>
          <Text size={200}>{all ? words.submit.fewerFindings : words.submit.moreFindings(sorted.length - few)}</Text>
        </Link>
      )}
    </div>
  );
}
