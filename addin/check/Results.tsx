import { Button, makeStyles, MessageBar, MessageBarBody, SearchBox, Text, tokens } from '@fluentui/react-components';
import { useMemo, type ReactElement } from 'react';
import type { Finding } from '../../core/finding.ts';
import type { Checked } from '../engine/protocol.ts';
import { Icon } from '../icons.tsx';
import { usePane } from '../pane.ts';
import { countFindings, filterFindings, groupFindings, planFixes, type SeverityFilter } from './findings.ts';
import { GroupCard } from './GroupCard.tsx';
import { Ruleset } from './Ruleset.tsx';
import type { Entry } from './state.ts';
import { Verdict } from './Verdict.tsx';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '8px' },
  bar: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  grow: { flexGrow: 1 },
  search: { width: '100%', maxWidth: 'none' },
  note: { color: tokens.colorNeutralForeground2 },
});

/** Below this the list is read faster than a filter is typed. */
const searchFrom = 6;

/** The findings of one workbook and what can be done about all of them. */
export function Results({
  entry,
  checked,
  severity,
  text,
  onFilter,
  onSelect,
  onFix,
  onMark,
  onUnmark,
}: {
  readonly entry: Entry;
  readonly checked: Checked;
  readonly severity: SeverityFilter;
  readonly text: string;
  readonly onFilter: (filter: { severity?: SeverityFilter; text?: string }) => void;
  readonly onSelect: ((finding: Finding) => void) | null;
  readonly onFix: (findings: readonly Finding[]) => void;
  readonly onMark: () => void;
  readonly onUnmark: () => void;
}): ReactElement {
  const styles = useStyles();
  const { words, language, profile, session } = usePane();
  const { findings } = checked;
  const counts = useMemo(() => countFindings(findings), [findings]);
  const groups = useMemo(
    () => groupFindings(filterFindings(findings, severity, text, language)),
    [findings, severity, text, language],
  );
  const fixable = useMemo(() => planFixes(findings).proposals.length, [findings]);
  const classified = findings.some(({ rule }) => rule === 'classification-mark');
  const personal = findings.filter(
    ({ rule, severity: one }) => rule === 'personal-identifier' && one === 'error',
  ).length;
  const organisation = profile.organisations.find(({ id }) => id === checked.organisation)?.name ?? null;
  return (
    <>
      {classified && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <b>{words.check.classification}</b>
          </MessageBarBody>
        </MessageBar>
      )}
      {personal > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.check.personal(personal)}</MessageBarBody>
        </MessageBar>
      )}
      <Verdict
        name={entry.name}
        checked={checked}
        organisation={organisation}
        counts={counts}
        severity={severity}
        words={words}
        language={language}
        onSeverity={(chosen) => onFilter({ severity: chosen })}
      />
      {findings.length > 0 && (
        <div className={styles.bar}>
          {fixable > 1 && (
            <Button
              className={styles.grow}
              appearance="primary"
              size="small"
              icon={<Icon name="wand" size={16} />}
              onClick={() => onFix(findings)}
            >
              {words.check.fixAll(fixable)}
            </Button>
          )}
          <Button className={styles.grow} size="small" onClick={onMark}>
            {entry.bytes ? words.check.annotated : words.check.mark}
          </Button>
          {!entry.bytes && (
            <Button className={styles.grow} size="small" onClick={onUnmark}>
              {words.check.unmark}
            </Button>
          )}
        </div>
      )}
      {findings.length >= searchFrom && (
        <SearchBox
          className={styles.search}
          size="small"
          placeholder={words.check.filter}
          aria-label={words.check.filter}
          value={text}
          onChange={(_, { value }) => onFilter({ text: value })}
        />
      )}
      <div className={styles.list}>
        {groups.map((group) => (
          <GroupCard
            key={group.id}
            group={group}
            title={checked.titles[group.rule]}
            workbook={checked.workbook}
            words={words}
            language={language}
            onSelect={onSelect}
            onFix={onFix}
          />
        ))}
      </div>
      {groups.length === 0 && findings.length > 0 && (
        <Text size={200} className={styles.note}>
          {words.check.noMatch}{' '}
          <Button size="small" appearance="transparent" onClick={() => onFilter({ severity: 'all', text: '' })}>
            {words.check.clearFilter}
          </Button>
        </Text>
      )}
      {!entry.bytes && (
        <Text size={200} className={styles.note}>
          {words.check.recheckNote}
        </Text>
      )}
      <Ruleset own={checked.ruleset} server={session?.ruleset ?? null} words={words} />
    </>
  );
}
