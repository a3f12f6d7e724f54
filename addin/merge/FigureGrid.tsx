import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Messages } from '../messages/vi.ts';
import type { ShownSummary } from './server.ts';

const useStyles = makeStyles({
  grid: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(136px, 1fr))', gap: '6px', margin: 0 },
  figure: {
    display: 'flex',
    flexDirection: 'column-reverse',
    padding: '6px 8px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  name: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
});

/** What the summary would hold, in numbers. */
export function FigureGrid({
  figures,
  texts,
}: {
  readonly figures: ShownSummary['figures'];
  readonly texts: Messages['merge']['figures'];
}): ReactElement {
  const styles = useStyles();
  const shown: [string, string][] = [
    [texts.submitted, `${figures.submitted}/${figures.organisations}`],
    [texts.nil, String(figures.nilReports)],
    [texts.issues, String(figures.issues)],
    [texts.streams, String(figures.streams)],
    [texts.proposals, String(figures.proposals)],
    [texts.people, String(figures.people)],
    [texts.teams, `${figures.teams} / ${figures.groups}`],
    [texts.open, String(figures.errors)],
  ];
  return (
    <dl className={styles.grid}>
      {shown.map(([name, value]) => (
        <div key={name} className={styles.figure}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
