import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { Finding } from '../../core/finding.ts';
import type { Message } from '../../core/message.ts';
import type { Workbook } from '../../core/sheet.ts';
import { Icon } from '../icons.tsx';
import type { Language } from '../language.ts';
import type { Messages } from '../messages/vi.ts';
import { SeverityMark } from '../parts/SeverityMark.tsx';
import { Basis } from './Basis.tsx';
import { planFixes, type FindingGroup } from './findings.ts';
import { FindingLine } from './FindingLine.tsx';

const useStyles = makeStyles({
  card: {
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
    // Drawn where colours are forced and shadows are not.
    outline: '1px solid transparent',
    borderLeft: '3px solid transparent',
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
  },
  error: { borderLeftColor: tokens.colorPaletteRedBorderActive },
  warning: { borderLeftColor: tokens.colorPaletteDarkOrangeBorderActive },
  info: { borderLeftColor: tokens.colorNeutralStroke1 },
  head: { display: 'flex', gap: '6px', alignItems: 'flex-start' },
  title: { margin: 0, flexGrow: 1, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  count: { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
  lines: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '2px' },
  more: { alignSelf: 'flex-start', marginLeft: '-8px', color: tokens.colorBrandForeground1 },
  remedy: { color: tokens.colorNeutralForeground1 },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px' },
});

/** Lines shown at first, after the first «N ô khác», and by each further one. */
const [first, step] = [2, 100];

/** One root cause: what is wrong, in which cells, what to do, and why it is asked. */
export function GroupCard({
  group,
  title,
  workbook,
  words,
  language,
  onSelect,
  onFix,
}: {
  readonly group: FindingGroup;
  readonly title: Message | undefined;
  readonly workbook: Workbook;
  readonly words: Messages;
  readonly language: Language;
  /** Null where there is no sheet to select in: the row is shown instead. */
  readonly onSelect: ((finding: Finding) => void) | null;
  readonly onFix: (findings: readonly Finding[]) => void;
}): ReactElement {
  const styles = useStyles();
  const [shown, setShown] = useState(first);
  const { findings, severity } = group;
  const fixable = planFixes(findings).proposals.length;
  const rest = findings.length - shown;
  const remedies = new Set(findings.map(({ remedy }) => remedy[language]));
  const headingId = `group-${group.id.replace(/[^\w-]/g, '-')}`;
  return (
    <article className={mergeClasses(styles.card, styles[severity])} aria-labelledby={headingId}>
      <div className={styles.head}>
        <SeverityMark severity={severity} label={words.severity[severity]} />
        <h3 className={styles.title} id={headingId}>
          {title?.[language] ?? group.rule}
        </h3>
        {findings.length > 1 && (
          <Text size={200} className={styles.count}>
            {words.check.cells(findings.length)}
          </Text>
        )}
      </div>
      <ul className={styles.lines}>
        {findings.slice(0, shown).map((finding) => (
          <FindingLine
            key={finding.id + String(finding.cell)}
            finding={finding}
            workbook={workbook}
            words={words}
            language={language}
            ownRemedy={remedies.size > 1}
            onSelect={onSelect}
          />
        ))}
      </ul>
      {findings.length > first && (
        <Button
          className={styles.more}
          appearance="transparent"
          size="small"
          aria-expanded={rest <= 0}
          onClick={() => setShown(rest > 0 ? shown + step : first)}
        >
          {rest > 0 ? words.check.moreCells(rest) : words.check.fewer}
        </Button>
      )}
      {remedies.size === 1 && (
        <Text size={200} className={styles.remedy}>
          <b>{words.check.remedy}:</b> {[...remedies][0]}
        </Text>
      )}
      <div className={styles.foot}>
        {fixable > 0 && (
          <Button size="small" icon={<Icon name="wand" size={16} />} onClick={() => onFix(findings)}>
            {fixable === 1 ? words.check.fixOne : words.check.fixMany(fixable)}
          </Button>
        )}
        <Basis cites={findings[0]?.cites ?? []} words={words} />
      </div>
    </article>
  );
}
