import { Button, Checkbox, Input, Link, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { Board, BoardRow, Session } from '../../core/api.ts';
import { statusLabels } from '../../core/submission.ts';
import { Icon } from '../icons.tsx';
import { Disclosure } from '../parts/Disclosure.tsx';
import { dayText, instantText, localDate } from '../parts/moments.ts';
import { StatusMark } from '../parts/StatusMark.tsx';
import { usePane } from '../pane.ts';
import { filterBoard, noFilter, receiptsByDay, sharesOf, type BoardFilter } from './board.ts';
import { CommitteeDetails } from './CommitteeDetails.tsx';
import { DayChart } from './DayChart.tsx';
import { ShareBar } from './ShareBar.tsx';

const useStyles = makeStyles({
  figures: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '10px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  filters: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: '6px', alignItems: 'center' },
  bar: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '6px', flexWrap: 'wrap' },
  note: { color: tokens.colorNeutralForeground2 },
  input: { minWidth: 0 },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: '4px' },
  head: { display: 'flex', flexDirection: 'column', gap: '1px' },
  line: { display: 'flex', flexWrap: 'wrap', columnGap: '8px', fontSize: tokens.fontSizeBase200 },
});

/** The period's board: figures, filters, one line per committee. Staff see their own line. */
export function BoardView({
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
  const texts = words.track;
  const offset = profile.utcOffsetMinutes;
  const [filter, setFilter] = useState<BoardFilter>(noFilter);
  const [opened, setOpened] = useState<string | null>(null);
  const whole = session.organisations === null;
  const shown = filterBoard(board.rows, filter);
  const filtered = filter !== noFilter;
  const statuses = [...new Set(board.rows.map(({ status }) => status))];

  return (
    <>
      <div className={styles.figures}>
        {whole && (
          <Text weight="semibold" size={400}>
            {texts.submitted(board.figures.submitted, board.figures.organisations)}
          </Text>
        )}
        <Text size={200} className={styles.note}>
          {texts.due(instantText(board.deadline, offset, language))}
        </Text>
        {whole && (
          <>
            <ShareBar
              shares={sharesOf(board.rows)}
              chosen={filter.timeliness}
              texts={texts}
              onChoose={(timeliness) => setFilter({ ...filter, timeliness })}
            />
            <Text size={200} weight="semibold">
              {texts.byDay}
            </Text>
            <DayChart
              days={receiptsByDay(board, offset)}
              dueDay={Number(localDate(board.deadline, offset).slice(8))}
              texts={texts}
            />
          </>
        )}
      </div>
      {whole && (
        <>
          <div className={styles.filters}>
            <Input
              className={styles.input}
              size="small"
              type="search"
              contentBefore={<Icon name="search" size={16} />}
              aria-label={texts.filter}
              placeholder={texts.filter}
              value={filter.text}
              onChange={(_, { value }) => setFilter({ ...filter, text: value })}
            />
            <Select
              className={styles.input}
              size="small"
              aria-label={texts.statusFilter}
              value={filter.status ?? ''}
              onChange={(_, { value }) =>
                setFilter({ ...filter, status: statuses.find((status) => status === value) ?? null })
              }
            >
              <option value="">{texts.statusAll}</option>
              {statuses.map((status) => (
                <option key={status} value={status}>
                  {statusLabels[status][language]}
                </option>
              ))}
            </Select>
          </div>
          <div className={styles.bar}>
            <Text size={200} role="status">
              {texts.shown(shown.length, board.rows.length)}
            </Text>
            <Checkbox
              label={<Text size={200}>{texts.openOnly}</Text>}
              checked={filter.openOnly}
              onChange={(_, { checked }) => setFilter({ ...filter, openOnly: checked === true })}
            />
            {filtered && (
              <Button size="small" appearance="subtle" onClick={() => setFilter(noFilter)}>
                {texts.clearFilter}
              </Button>
            )}
          </div>
        </>
      )}
      {shown.length === 0 && (
        <Text>
          {whole ? texts.noMatch : texts.own.none}{' '}
          {filtered && (
            <Link as="button" onClick={() => setFilter(noFilter)}>
              {texts.clearFilter}
            </Link>
          )}
        </Text>
      )}
      <ul className={styles.list} aria-label={whole ? texts.rows : texts.own.title}>
        {shown.map((row) => (
          <li key={row.organisation}>
            <Disclosure
              open={opened === row.organisation || (!whole && board.rows.length === 1)}
              onToggle={() => setOpened(opened === row.organisation ? null : row.organisation)}
              head={<RowHead row={row} />}
            >
              <CommitteeDetails row={row} period={board.period} session={session} onChanged={onChanged} />
            </Disclosure>
          </li>
        ))}
      </ul>
      <Text size={200} className={styles.note}>
        {texts.asOf(instantText(board.asOf, offset, language))}
      </Text>
    </>
  );
}

function RowHead({ row }: { readonly row: BoardRow }): ReactElement {
  const styles = useStyles();
  const { words, language, profile } = usePane();
  const texts = words.track;
  return (
    <span className={styles.head}>
      <Text size={300}>{row.name}</Text>
      <span className={styles.line}>
        <StatusMark status={row.status} language={language} />
        {row.timeliness !== 'missing' && <span>{texts.timeliness[row.timeliness]}</span>}
        {row.versions > 1 && <span>{texts.versions(row.versions)}</span>}
        {row.errors > 0 && <span>{words.severityCount.error(row.errors)}</span>}
        {row.extension && (
          <span>{texts.extended(dayText(row.extension.until, profile.utcOffsetMinutes, language))}</span>
        )}
      </span>
    </span>
  );
}
