import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { organisationName } from '../../core/organisation.ts';
import { DecisionDialog } from '../parts/DecisionDialog.tsx';
import { endOfDay } from '../parts/moments.ts';
import { Notice } from '../parts/Notice.tsx';
import { usePane } from '../pane.ts';
import { decideSubmission, extendDeadline } from '../track/server.ts';
import type { Conflict } from './server.ts';

const useStyles = makeStyles({
  list: { margin: '6px 0 0', padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: '6px' },
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '8px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
  note: { color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
});

const few = 8;

/** What stands in the way of a good summary, and what can be decided about it at once. */
export function Conflicts({
  conflicts,
  period,
  mayDecide,
  onDecided,
}: {
  readonly conflicts: readonly Conflict[];
  readonly period: string;
  readonly mayDecide: boolean;
  readonly onDecided: () => void;
}): ReactElement {
  const styles = useStyles();
  const { api, words, language, profile } = usePane();
  const texts = words.merge;
  const [all, setAll] = useState(false);
  const [deciding, setDeciding] = useState<{ readonly conflict: Conflict; readonly how: 'exclude' | 'extend' } | null>(
    null,
  );
  if (conflicts.length === 0) return <Notice intent="success">{texts.noConflicts}</Notice>;
  const nameOf = ({ organisation }: Conflict): string =>
    organisation === null ? texts.wholeSet : organisationName(profile, organisation);
  return (
    <section aria-label={texts.conflicts}>
      <Text block weight="semibold">
        {texts.conflicts} ({conflicts.length})
      </Text>
      {mayDecide && (
        <Text block size={200} className={styles.note}>
          {texts.decide.note}
        </Text>
      )}
      <ul className={styles.list}>
        {(all ? conflicts : conflicts.slice(0, few)).map((conflict, index) => (
          <li key={index} className={styles.item}>
            <Text size={200} weight="semibold">
              {nameOf(conflict)}
            </Text>
            <Text size={200}>{conflict.problem[language]}</Text>
            {mayDecide && conflict.organisation !== null && (
              <div className={styles.actions}>
                {conflict.submission === null ? (
                  <Button size="small" onClick={() => setDeciding({ conflict, how: 'extend' })}>
                    {texts.decide.extend}
                  </Button>
                ) : (
                  <Button size="small" onClick={() => setDeciding({ conflict, how: 'exclude' })}>
                    {texts.decide.exclude}
                  </Button>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      {!all && conflicts.length > few && (
        <Link as="button" onClick={() => setAll(true)}>
          {texts.moreConflicts(conflicts.length - few)}
        </Link>
      )}
      {deciding && (
        <DecisionDialog
          title={words.track.dialogs[deciding.how](nameOf(deciding.conflict))}
          {...(deciding.how === 'extend'
            ? { day: { label: words.track.dialogs.until, optional: false } }
            : { note: words.track.dialogs.excludeNote })}
          onClose={() => setDeciding(null)}
          onDecide={async ({ reason, day }) => {
            const { organisation, submission } = deciding.conflict;
            if (deciding.how === 'exclude' && submission !== null)
              await decideSubmission(api, submission, 'exclude', reason);
            else if (organisation !== null && day !== null)
              await extendDeadline(api, period, organisation, {
                until: endOfDay(day, profile.utcOffsetMinutes),
                reason,
              });
            onDecided();
          }}
        />
      )}
    </section>
  );
}
