import { makeStyles, Text, ToggleButton, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { severityOrder, type Severity } from '../../core/finding.ts';
import { periodLabel } from '../../core/period.ts';
import type { Checked } from '../engine/protocol.ts';
import { Icon } from '../icons.tsx';
import type { Language } from '../language.ts';
import type { Messages } from '../messages/vi.ts';
import { SeverityMark } from '../parts/SeverityMark.tsx';
import type { Counts, SeverityFilter } from './findings.ts';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '12px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
    // Drawn where colours are forced and shadows are not.
    outline: '1px solid transparent',
  },
  verdict: { display: 'flex', alignItems: 'center', gap: '8px' },
  good: { color: tokens.colorPaletteGreenForeground1, display: 'inline-flex' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  facts: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  filters: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  filter: { minWidth: 0, paddingLeft: '8px', paddingRight: '8px', flexGrow: 1, columnGap: '4px' },
});

const severities = (Object.keys(severityOrder) as Severity[]).sort((a, b) => severityOrder[a] - severityOrder[b]);

/** How the workbook stands, what it was taken for, and the counts, which filter the list. */
export function Verdict({
  name,
  checked,
  organisation,
  counts,
  severity,
  words,
  language,
  onSeverity,
}: {
  readonly name: string;
  readonly checked: Checked;
  readonly organisation: string | null;
  readonly counts: Counts;
  readonly severity: SeverityFilter;
  readonly words: Messages;
  readonly language: Language;
  readonly onSeverity: (severity: SeverityFilter) => void;
}): ReactElement {
  const styles = useStyles();
  const present = severities.filter((one) => counts[one] > 0);
  const title =
    counts.error > 0
      ? words.check.found(counts.error)
      : counts.warning > 0
        ? words.check.warningsOnly
        : words.check.clean;
  const facts = [
    words.kind[checked.kind],
    organisation ?? words.check.noOrganisation,
    checked.period === null ? null : periodLabel(checked.period)[language],
  ];
  return (
    <section className={styles.card} aria-label={title}>
      <div className={styles.verdict}>
        {counts.error > 0 ? (
          <SeverityMark severity="error" size={24} />
        ) : counts.warning > 0 ? (
          <SeverityMark severity="warning" size={24} />
        ) : (
          <span className={styles.good}>
            <Icon name="good" size={24} />
          </span>
        )}
        <h2 className={styles.title}>{title}</h2>
      </div>
      <Text size={200} className={styles.facts}>
        {name !== '' && (
          <>
            <b>{name}</b>
            <br />
          </>
        )}
        {facts.filter((fact) => fact !== null).join(' · ')}
      </Text>
      {present.length > 1 && (
        <div className={styles.filters} role="group" aria-label={words.check.filterSeverity}>
          {present.map((one) => (
            <ToggleButton
              key={one}
              size="small"
              className={styles.filter}
              icon={<SeverityMark severity={one} size={16} />}
              checked={severity === one}
              onClick={() => onSeverity(severity === one ? 'all' : one)}
            >
              {words.severityCount[one](counts[one])}
            </ToggleButton>
          ))}
        </div>
      )}
      {present.length === 0 && <Text size={200}>{words.check.cleanNote}</Text>}
    </section>
  );
}
