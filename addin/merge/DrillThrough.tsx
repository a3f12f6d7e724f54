import { Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useMemo, useState, type ReactElement } from 'react';
import type { Session } from '../../core/api.ts';
import { Icon } from '../icons.tsx';
import { Disclosure } from '../parts/Disclosure.tsx';
import { usePane } from '../pane.ts';
import { drillRows, fedBy, isNamed, searchRows, type DrillRow, type DrillTable } from './drill.ts';
import type { ShownSummary } from './server.ts';
import { SourceCell } from './SourceCell.tsx';
import { WithheldSource } from './WithheldSource.tsx';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '6px' },
  note: { color: tokens.colorNeutralForeground2 },
  filters: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: '6px' },
  input: { minWidth: 0 },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: '4px' },
  head: { display: 'flex', flexDirection: 'column' },
  label: { overflow: 'hidden', maxHeight: `calc(2 * ${tokens.lineHeightBase200})`, overflowWrap: 'anywhere' },
  fed: { margin: 0, paddingLeft: '18px', fontSize: tokens.fontSizeBase200 },
});

const most = 12;
const tables: readonly DrillTable[] = ['streams', 'proposals', 'teams', 'year'];

/** Rows of the summary; each opens to the cell it came from. */
export function DrillThrough({
  summary,
  published,
  session,
}: {
  readonly summary: ShownSummary;
  /** Its id once it is published. */
  readonly published: string | null;
  readonly session: Session;
}): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const texts = words.merge;
  const rows = useMemo(() => drillRows(summary), [summary]);
  const [table, setTable] = useState<DrillTable>('streams');
  const [text, setText] = useState('');
  const [opened, setOpened] = useState<DrillRow | null>(null);
  const found = searchRows(rows, table, text);
  return (
    <section className={styles.section} aria-label={texts.drill}>
      <Text size={200} className={styles.note}>
        {texts.drillIntro}
      </Text>
      <div className={styles.filters}>
        <Select
          className={styles.input}
          size="small"
          aria-label={texts.drillTable}
          value={table}
          onChange={(_, { value }) => setTable(tables.find((one) => one === value) ?? 'streams')}
        >
          {tables.map((one) => (
            <option key={one} value={one}>
              {texts.tables[one]}
            </option>
          ))}
        </Select>
        <Input
          className={styles.input}
          size="small"
          type="search"
          contentBefore={<Icon name="search" size={16} />}
          aria-label={texts.drillSearch}
          placeholder={texts.drillSearch}
          value={text}
          onChange={(_, { value }) => setText(value)}
        />
      </div>
      {found.length === 0 && <Text size={200}>{texts.noRows}</Text>}
      <ul className={styles.list}>
        {found.slice(0, most).map((row, index) => (
          <li key={index}>
            <Disclosure
              open={opened === row}
              onToggle={() => setOpened(opened === row ? null : row)}
              head={
                <span className={styles.head}>
                  <Text size={200} className={styles.label}>
                    {row.label}
                  </Text>
                  <Text size={200} className={styles.note}>
                    {row.detail}
                  </Text>
                </span>
              }
            >
              <Source row={row} all={rows} published={session.role === 'bloc' ? published : null} />
            </Disclosure>
          </li>
        ))}
      </ul>
      {found.length > most && <Text size={200}>{texts.drillMore(found.length - most)}</Text>}
    </section>
  );
}

function Source({
  row,
  all,
  published,
}: {
  readonly row: DrillRow;
  readonly all: readonly DrillRow[];
  /** The summary to ask for sources it does not name; null where one may not ask. */
  readonly published: string | null;
}): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const texts = words.merge;
  const { source } = row;
  if (!source) return <Text size={200}>{texts.withheld}</Text>;
  if (!isNamed(source)) return <WithheldSource source={source} published={published} />;
  const others = fedBy(all, source.submission).filter((other) => other !== row);
  return (
    <>
      <Text size={200}>
        <b>{source.organisationName}</b>
        <br />
        {texts.sourceOf(source.file, source.version)}
        <br />
        {texts.at(source.sheet, source.cell)}
      </Text>
      <SourceCell source={source} />
      {others.length > 0 && (
        <>
          <Text size={200} weight="semibold">
            {texts.fedBy} ({others.length})
          </Text>
          <ul className={styles.fed}>
            {others.slice(0, most).map((other, index) => (
              <li key={index}>
                {texts.tables[other.table]}: {other.label}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
