import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { Receipt } from '../../core/api.ts';
import type { Messages } from '../messages/vi.ts';

const useStyles = makeStyles({
  list: { margin: '4px 0 0', padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: '6px' },
  where: { color: tokens.colorNeutralForeground2 },
  text: { overflowWrap: 'anywhere' },
  struck: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground2 },
});

const few = 6;

/** What is different from the version before, cell by cell. */
export function Changes({
  changes,
  texts,
}: {
  readonly changes: NonNullable<Receipt['changes']>;
  readonly texts: Messages['submit']['changes'];
}): ReactElement {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const shown = all ? changes.cells : changes.cells.slice(0, few);
  return (
    <section aria-label={texts.title}>
      <Text block weight="semibold" size={200}>
        {texts.title}
      </Text>
      <Text block size={200}>
        {texts.findings(changes.fixed, changes.introduced, changes.remaining)}
      </Text>
      {changes.cells.length === 0 && (
        <Text block size={200}>
          {texts.none}
        </Text>
      )}
      <ul className={styles.list}>
        {shown.map(({ table, row, column, before, after }, index) => (
          <li key={index}>
            <Text block size={200} className={styles.where}>
              {[tableName(table, texts), row, column].filter((part) => part !== '').join(' · ')}
            </Text>
            <Text size={200} className={styles.text}>
              <span className={styles.struck}>{before ?? texts.empty}</span> → {after ?? texts.empty}
            </Text>
          </li>
        ))}
      </ul>
      {changes.cells.length > shown.length && (
        <Link as="button" onClick={() => setAll(true)}>
          <Text size={200}>{texts.more(changes.cells.length - shown.length)}</Text>
        </Link>
      )}
    </section>
  );
}

function tableName(table: string, texts: Messages['submit']['changes']): string {
  const names: Readonly<Record<string, string>> = texts.tables;
  return names[table] ?? table;
}
