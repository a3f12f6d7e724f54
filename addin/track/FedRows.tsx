import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useCallback, useState, type ReactElement } from 'react';
import { Answered } from '../parts/Answered.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import { usePane } from '../pane.ts';
import { readFedRows } from './server.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', fontSize: tokens.fontSizeBase200 },
  from: { color: tokens.colorNeutralForeground2 },
});

const few = 8;

/** The way down: the rows of the summary that a submission fed. */
export function FedRows({ id, period }: { readonly id: string; readonly period: string }): ReactElement {
  const styles = useStyles();
  const { api, words } = usePane();
  const texts = words.track.fed;
  const [all, setAll] = useState(false);
  const load = useCallback((signal: AbortSignal) => readFedRows(api, id, period, signal), [api, id, period]);
  return (
    <section aria-label={texts.title}>
      <Text block size={200} weight="semibold">
        {texts.title}
      </Text>
      <Answered answer={useLoaded(load)}>
        {({ rows }) => (
          <>
            {rows.length === 0 && <Text size={200}>{texts.none}</Text>}
            <ul className={styles.list}>
              {(all ? rows : rows.slice(0, few)).map(({ sheet, row, cell }) => (
                <li key={`${sheet} ${row}`}>
                  {texts.row(sheet, row)} <span className={styles.from}>{texts.from(cell)}</span>
                </li>
              ))}
            </ul>
            {!all && rows.length > few && (
              <Link as="button" onClick={() => setAll(true)}>
                <Text size={200}>{texts.more(rows.length - few)}</Text>
              </Link>
            )}
          </>
        )}
      </Answered>
    </section>
  );
}
