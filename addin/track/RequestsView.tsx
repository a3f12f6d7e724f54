import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { Board, Session } from '../../core/api.ts';
import { instantText } from '../parts/moments.ts';
import { usePane } from '../pane.ts';
import { RequestDialog } from './RequestDialog.tsx';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: '6px' },
  item: {
    display: 'flex',
    flexDirection: 'column',
    padding: '8px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
  note: { color: tokens.colorNeutralForeground2 },
});

/** Requests for ad-hoc reports. */
export function RequestsView({
  board,
  session,
  onChanged,
}: {
  readonly board: Board;
  readonly session: Session;
  readonly onChanged: () => void;
}): ReactElement {
  const styles = useStyles();
  const { words, language, profile } = usePane();
  const texts = words.track.requests;
  const [adding, setAdding] = useState(false);
  return (
    <>
      <Text size={200} className={styles.note}>
        {texts.intro}
      </Text>
      {session.role === 'bloc' && (
        <div>
          <Button onClick={() => setAdding(true)}>{texts.add}</Button>
        </div>
      )}
      {board.requests.length === 0 && <Text>{texts.none}</Text>}
      <ul className={styles.list}>
        {board.requests.map(({ id, title, deadline, organisations, createdBy }) => (
          <li key={id} className={styles.item}>
            <Text weight="semibold">{title}</Text>
            <Text size={200}>
              {texts.due(instantText(deadline, profile.utcOffsetMinutes, language))} ·{' '}
              {organisations === null ? texts.everyone : texts.chosen(organisations.length)}
            </Text>
            <Text size={200} className={styles.note}>
              {texts.by(createdBy)}
            </Text>
          </li>
        ))}
      </ul>
      {adding && <RequestDialog board={board} onClose={() => setAdding(false)} onMade={onChanged} />}
    </>
  );
}
