import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { Finding } from '../../core/finding.ts';
import type { Workbook } from '../../core/sheet.ts';
import type { Language } from '../language.ts';
import type { Messages } from '../messages/vi.ts';
import { shownRow } from './cells.ts';
import { mayShowContent } from './findings.ts';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    gap: '8px',
    alignItems: 'baseline',
    width: '100%',
    padding: '4px 6px',
    margin: '0 -6px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: 'inherit',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: 'left',
    boxSizing: 'content-box',
  },
  link: {
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  cell: {
    flexShrink: 0,
    minWidth: '34px',
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorBrandForeground1,
  },
  text: { overflowWrap: 'anywhere' },
  remedy: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  row: {
    margin: '2px 0 6px',
    padding: '6px 8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: '8px',
    rowGap: '2px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  column: { color: tokens.colorNeutralForeground2 },
  fault: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorPaletteRedForeground1 },
});

/** One cell at fault. Choosing it selects the cell in Excel; in a browser it shows the row. */
export function FindingLine({
  finding,
  workbook,
  words,
  language,
  ownRemedy,
  onSelect,
}: {
  readonly finding: Finding;
  readonly workbook: Workbook;
  readonly words: Messages;
  readonly language: Language;
  readonly ownRemedy: boolean;
  readonly onSelect: ((finding: Finding) => void) | null;
}): ReactElement {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const { sheet, cell } = finding;
  const content = (
    <>
      {cell !== null && <span className={styles.cell}>{cell}</span>}
      <span className={styles.text}>
        {finding.message[language]}
        {ownRemedy && <span className={styles.remedy}>{finding.remedy[language]}</span>}
      </span>
    </>
  );
  if (sheet === null || cell === null) {
    return (
      <li>
        <div className={styles.line}>{content}</div>
      </li>
    );
  }
  const showsRow = onSelect === null && mayShowContent(finding);
  return (
    <li>
      <button
        type="button"
        className={mergeClasses(styles.line, styles.link)}
        title={words.check.go(`${sheet}!${cell}`)}
        {...(showsRow ? { 'aria-expanded': open } : {})}
        onClick={() => (onSelect ? onSelect(finding) : setOpen(!open))}
      >
        {content}
      </button>
      {open && showsRow && (
        <div className={styles.row}>
          <Text size={200} className={styles.column}>
            {sheet}
          </Text>
          <Text size={200}>{words.check.row(Number(/\d+$/.exec(cell)?.[0] ?? 0))}</Text>
          {shownRow(workbook, sheet, cell).flatMap(({ column, text, atFault }) => [
            <span key={column} className={mergeClasses(styles.column, atFault && styles.fault)}>
              {column}
            </span>,
            <span key={`${column}-text`} className={mergeClasses(atFault && styles.fault)}>
              {text}
            </span>,
          ])}
        </div>
      )}
    </li>
  );
}
