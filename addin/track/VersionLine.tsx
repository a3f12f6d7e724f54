import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
  tokens,
} from '@fluentui/react-components';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import type { Session, SubmissionView } from '../../core/api.ts';
import { Icon } from '../icons.tsx';
import { DecisionDialog } from '../parts/DecisionDialog.tsx';
import { instantText } from '../parts/moments.ts';
import { Notice } from '../parts/Notice.tsx';
import { StatusMark } from '../parts/StatusMark.tsx';
import { reasonOf, usePane } from '../pane.ts';
import { decideSubmission, readWorkbookOf, type SubmissionDecision } from './server.ts';

const OpenFindings = lazy(async () => ({ default: (await import('./OpenFindings.tsx')).OpenFindings }));
const StoredReceipt = lazy(async () => ({ default: (await import('./StoredReceipt.tsx')).StoredReceipt }));
const FedRows = lazy(async () => ({ default: (await import('./FedRows.tsx')).FedRows }));

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'flex-start', gap: '4px' },
  words: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column' },
  instant: { whiteSpace: 'nowrap' },
  note: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  more: { paddingTop: '6px', display: 'flex', flexDirection: 'column', gap: '6px' },
});

type Showing = 'findings' | 'receipt' | 'fed';

/** One version as received, and what may be done about it. */
export function VersionLine({
  submission,
  period,
  name,
  session,
  onChanged,
}: {
  readonly submission: SubmissionView;
  /** The month looked at. */
  readonly period: string;
  readonly name: string;
  readonly session: Session;
  readonly onChanged: () => void;
}): ReactElement {
  const styles = useStyles();
  const { api, words, language, profile, saveFile } = usePane();
  const texts = words.track;
  const [showing, setShowing] = useState<Showing | null>(null);
  const [deciding, setDeciding] = useState<SubmissionDecision | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const { id, withdrawn, excluded } = submission;
  const version = texts.version(submission.version);
  const toggle = (what: Showing): void => setShowing(showing === what ? null : what);
  const download = async (form: 'original' | 'annotated'): Promise<void> => {
    setProblem(null);
    try {
      const file = form === 'original' ? submission.file : submission.file.replace(/(\.xlsx)?$/i, '-ghi-chu.xlsx');
      saveFile(await readWorkbookOf(api, id, form), file);
    } catch (failure) {
      setProblem(failure);
    }
  };
  const note = {
    withdraw: texts.dialogs.withdrawNote,
    exclude: texts.dialogs.excludeNote,
    include: texts.dialogs.includeNote,
  };

  return (
    <>
      <div className={styles.line}>
        <span className={styles.words}>
          <Text size={200} weight="semibold">
            {words.kind[submission.kind]} · {version}
            {submission.current && ` · ${texts.isCurrent}`}
          </Text>
          <Text size={200}>
            <StatusMark status={submission.status} language={language} />{' '}
            <span className={styles.instant}>
              {instantText(submission.receivedAt, profile.utcOffsetMinutes, language)}
            </span>
          </Text>
          <Text size={200} className={styles.note}>
            {submission.file} · {submission.receivedBy}
            {submission.errors + submission.warnings > 0 &&
              ` · ${words.severityCount.error(submission.errors)}, ${words.severityCount.warning(submission.warnings)}`}
          </Text>
          {withdrawn && <Text size={200}>{texts.withdrawn(withdrawn.by, withdrawn.reason)}</Text>}
          {excluded && <Text size={200}>{texts.excluded(excluded.by, excluded.reason)}</Text>}
        </span>
        <Menu positioning="below-end">
          <MenuTrigger disableButtonEnhancement>
            <Button
              size="small"
              appearance="subtle"
              icon={<Icon name="more" />}
              aria-label={texts.actions.more(`${words.kind[submission.kind]}, ${version}`)}
            />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuItem onClick={() => toggle('findings')}>{texts.loadFindings}</MenuItem>
              <MenuItem onClick={() => toggle('receipt')}>{texts.actions.receipt}</MenuItem>
              <MenuItem onClick={() => void download('original')}>{texts.actions.original}</MenuItem>
              <MenuItem onClick={() => void download('annotated')}>{texts.actions.annotated}</MenuItem>
              {session.role !== 'staff' && <MenuItem onClick={() => toggle('fed')}>{texts.actions.fed}</MenuItem>}
              {session.role === 'bloc' && withdrawn === null && excluded === null && (
                <MenuItem onClick={() => setDeciding('exclude')}>{texts.actions.exclude}</MenuItem>
              )}
              {session.role === 'bloc' && excluded !== null && (
                <MenuItem onClick={() => setDeciding('include')}>{texts.actions.include}</MenuItem>
              )}
              {session.role !== 'auditor' && withdrawn === null && (
                <MenuItem onClick={() => setDeciding('withdraw')}>{texts.actions.withdraw}</MenuItem>
              )}
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
      {problem !== null && <Notice intent="error">{reasonOf(problem, words, language)}</Notice>}
      {showing !== null && (
        <div className={styles.more}>
          <Suspense fallback={null}>
            {showing === 'findings' && <OpenFindings id={id} session={session} onChanged={onChanged} />}
            {showing === 'receipt' && <StoredReceipt id={id} />}
            {showing === 'fed' && <FedRows id={id} period={period} />}
          </Suspense>
          <div>
            <Button size="small" appearance="subtle" onClick={() => setShowing(null)}>
              {words.close}
            </Button>
          </div>
        </div>
      )}
      {deciding !== null && (
        <DecisionDialog
          title={texts.dialogs[deciding](name)}
          note={note[deciding]}
          onClose={() => setDeciding(null)}
          onDecide={async ({ reason }) => {
            await decideSubmission(api, id, deciding, reason);
            onChanged();
          }}
        />
      )}
    </>
  );
}
