import { Button, makeStyles, mergeClasses, Spinner, Text, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { parseA1 } from '../../core/sheet.ts';
import { shownRow, type ShownCell } from '../check/cells.ts';
import { Notice } from '../parts/Notice.tsx';
import { reasonOf, usePane } from '../pane.ts';
import { readWorkbookOf } from '../track/server.ts';
import type { SourceRow } from './server.ts';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  cells: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: '8px',
    rowGap: '2px',
    margin: 0,
    fontSize: tokens.fontSizeBase200,
  },
  column: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  cell: { margin: 0, overflowWrap: 'anywhere' },
  meant: { fontWeight: tokens.fontWeightSemibold, backgroundColor: tokens.colorBrandBackground2 },
});

/** The row of the submitted workbook a summary row came from, read from the stored original. */
export function SourceCell({ source }: { readonly source: SourceRow }): ReactElement {
  const styles = useStyles();
  const { api, engine, profile, host, words, language, announce } = usePane();
  const texts = words.merge;
  const [row, setRow] = useState<readonly ShownCell[] | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const number = parseA1(source.cell)?.row ?? 0;
  const withOriginal = async (use: (bytes: Uint8Array) => Promise<void>): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await use(await readWorkbookOf(api, source.submission, 'original'));
    } catch (failure) {
      setProblem(failure);
    } finally {
      setBusy(false);
    }
  };
  const show = (): Promise<void> =>
    withOriginal(async (bytes) => {
      const asOf = new Date().toISOString();
      const { workbook } = await engine.ask('check', { source: { bytes }, profile, asOf });
      setRow(shownRow(workbook, source.sheet, source.cell));
      announce(texts.cellRow(number));
    });
  return (
    <>
      <div className={styles.actions}>
        <Button
          size="small"
          disabledFocusable={busy}
          aria-expanded={row !== null}
          {...(busy ? { icon: <Spinner size="extra-tiny" aria-hidden /> } : {})}
          onClick={() => (row ? setRow(null) : void show())}
        >
          {row ? texts.hideCell : texts.seeCell}
        </Button>
        <Button
          size="small"
          disabledFocusable={busy}
          onClick={() => void withOriginal((bytes) => host.insertTemplate(bytes, source.file))}
        >
          {texts.openSource}
        </Button>
      </div>
      {problem !== null && <Notice intent="error">{reasonOf(problem, words, language)}</Notice>}
      {row && (
        <section aria-label={texts.cellRow(number)}>
          <Text block size={200} weight="semibold">
            {texts.cellRow(number)}
          </Text>
          <dl className={styles.cells}>
            {row.map(({ column, text, atFault }) => (
              <Pair key={column} term={`${column}${number}`} text={text} meant={atFault} />
            ))}
          </dl>
        </section>
      )}
    </>
  );
}

function Pair({
  term,
  text,
  meant,
}: {
  readonly term: string;
  readonly text: string;
  readonly meant: boolean;
}): ReactElement {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.column}>{term}</dt>
      <dd className={mergeClasses(styles.cell, meant && styles.meant)}>{text}</dd>
    </>
  );
}
