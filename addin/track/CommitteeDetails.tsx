import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { useCallback, useState, type ReactElement } from 'react';
import type { BoardRow, Session } from '../../core/api.ts';
import { statusLabels } from '../../core/submission.ts';
import { DecisionDialog } from '../parts/DecisionDialog.tsx';
import { dayText, endOfDay, instantText } from '../parts/moments.ts';
import { Notice } from '../parts/Notice.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import { reasonOf, usePane } from '../pane.ts';
import { extendDeadline, readHistory } from './server.ts';
import { VersionLine } from './VersionLine.tsx';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: '110px minmax(0, 1fr)',
    columnGap: '10px',
    rowGap: '3px',
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  term: { color: tokens.colorNeutralForeground2 },
  fact: { margin: 0, overflowWrap: 'anywhere' },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: '8px' },
});

/** One committee in one period: its times, its versions, and what may be decided about them. */
export function CommitteeDetails({
  row,
  period,
  session,
  onChanged,
}: {
  readonly row: BoardRow;
  readonly period: string;
  readonly session: Session;
  readonly onChanged: () => void;
}): ReactElement {
  const styles = useStyles();
  const { api, words, language, profile } = usePane();
  const texts = words.track;
  const offset = profile.utcOffsetMinutes;
  const [extending, setExtending] = useState(false);
  const { organisation } = row;
  const load = useCallback(
    (signal: AbortSignal) => readHistory(api, organisation, period, signal),
    [api, organisation, period],
  );
  const history = useLoaded(load);
  const changed = (): void => {
    history.reload();
    onChanged();
  };
  const facts: [string, string][] = [
    [texts.firstReceived, instantText(row.firstReceived, offset, language)],
    [texts.firstAcceptable, instantText(row.firstAcceptable, offset, language)],
    [texts.currentReceived, instantText(row.currentReceived, offset, language)],
    [texts.deadline, instantText(row.deadline, offset, language)],
    ...(row.extension
      ? [
          [
            texts.extension,
            texts.extensionBy(
              dayText(row.extension.until, offset, language),
              row.extension.grantor,
              row.extension.reason,
            ),
          ] as [string, string],
        ]
      : []),
    [texts.roster, statusLabels[row.roster][language]],
  ];
  return (
    <>
      <dl className={styles.facts}>
        {facts.map(([term, fact]) => (
          <FactPair key={term} term={term} fact={fact} />
        ))}
      </dl>
      {session.role === 'bloc' && (
        <div>
          <Button size="small" onClick={() => setExtending(true)}>
            {texts.actions.extend}
          </Button>
        </div>
      )}
      <Text size={200} weight="semibold">
        {texts.history}
      </Text>
      {history.loading && !history.value && <Spinner size="tiny" label={texts.loading} />}
      {history.problem !== null && (
        <Notice intent="error" action={{ label: words.retry, onClick: history.reload }}>
          {reasonOf(history.problem, words, language)}
        </Notice>
      )}
      {history.value?.length === 0 && <Text size={200}>{texts.noHistory}</Text>}
      <ul className={styles.list}>
        {history.value?.map((submission) => (
          <li key={submission.id}>
            <VersionLine
              submission={submission}
              period={period}
              name={row.name}
              session={session}
              onChanged={changed}
            />
          </li>
        ))}
      </ul>
      {extending && (
        <DecisionDialog
          title={texts.dialogs.extend(row.name)}
          day={{ label: texts.dialogs.until, optional: false }}
          onClose={() => setExtending(false)}
          onDecide={async ({ reason, day }) => {
            if (day === null) return;
            await extendDeadline(api, period, organisation, { until: endOfDay(day, offset), reason });
            changed();
          }}
        />
      )}
    </>
  );
}

function FactPair({ term, fact }: { readonly term: string; readonly fact: string }): ReactElement {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.fact}>{fact}</dd>
    </>
  );
}
