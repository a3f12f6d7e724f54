import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { SummaryStatus } from '../../core/api.ts';
import { Answered } from '../parts/Answered.tsx';
import { instantText } from '../parts/moments.ts';
import type { Loaded } from '../parts/use-loaded.ts';
import { usePane } from '../pane.ts';

const useStyles = makeStyles({
  list: { margin: '6px 0 0', padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: '6px' },
  item: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '6px',
    padding: '8px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  words: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  note: { color: tokens.colorNeutralForeground2 },
});

/** The summaries of the period, newest first; published ones can be opened. */
export function SummaryList({
  summaries,
  fetching,
  opens,
  onOpen,
}: {
  readonly summaries: Loaded<readonly SummaryStatus[]>;
  /** Id of the one being downloaded. */
  readonly fetching: string | null;
  /** True where it is opened in Excel, not downloaded. */
  readonly opens: boolean;
  readonly onOpen: (summary: SummaryStatus) => void;
}): ReactElement {
  const styles = useStyles();
  const { words, language, profile } = usePane();
  const texts = words.merge;
  const action = ({ id }: SummaryStatus): string =>
    fetching === id ? texts.downloading : opens ? texts.openShort : words.download;
  return (
    <section aria-label={texts.earlier}>
      <Text block weight="semibold">
        {texts.earlier}
      </Text>
      <Answered answer={summaries}>
        {(all) => (
          <>
            {all.length === 0 && <Text size={200}>{texts.noneEarlier}</Text>}
            <ul className={styles.list}>
              {all.map((summary) => {
                const when = instantText(summary.requestedAt, profile.utcOffsetMinutes, language);
                return (
                  <li key={summary.id} className={styles.item}>
                    <span className={styles.words}>
                      <Text size={200} weight="semibold">
                        {when}{' '}
                        {summary.current && (
                          <Badge appearance="tint" size="small">
                            {texts.current}
                          </Badge>
                        )}
                      </Text>
                      <Text size={200}>
                        {texts.state[summary.state]} · {texts.by(summary.requestedBy)}
                      </Text>
                      {summary.problem && <Text size={200}>{summary.problem[language]}</Text>}
                      {summary.contentHash !== null && (
                        <Text size={100} font="monospace" className={styles.note} title={summary.contentHash}>
                          {texts.content(summary.contentHash.slice(0, 16))}
                        </Text>
                      )}
                    </span>
                    {summary.state === 'published' && (
                      <Button
                        size="small"
                        disabledFocusable={fetching !== null}
                        aria-label={texts.ofSummary(action(summary), when)}
                        onClick={() => onOpen(summary)}
                      >
                        {action(summary)}
                      </Button>
                    )}
                  </li>
                );
              })}
            </ul>
          </>
        )}
      </Answered>
    </section>
  );
}
