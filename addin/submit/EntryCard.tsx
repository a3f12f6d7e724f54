import { Button, makeStyles, mergeClasses, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { Session } from '../../core/api.ts';
import { organisationName } from '../../core/organisation.ts';
import type { Profile } from '../../core/profile.ts';
import { statusLabels, type SubmissionStatus } from '../../core/submission.ts';
import { Icon, type IconName } from '../icons.tsx';
import type { Language } from '../language.ts';
import type { Messages } from '../messages/vi.ts';
import { Disclosure } from '../parts/Disclosure.tsx';
import { FindingBrief } from '../parts/FindingBrief.tsx';
import { typedPeriod } from '../parts/moments.ts';
import { Notice } from '../parts/Notice.tsx';
import { reasonOf } from '../pane.ts';
import type { Selection } from './gate.ts';
import { Obstacles } from './Obstacles.tsx';
import { needsAttention, type Line, type Standing } from './queue.ts';
import { ReceiptView } from './ReceiptView.tsx';
import { SelectionForm } from './SelectionForm.tsx';

const useStyles = makeStyles({
  head: { display: 'flex', gap: '8px', alignItems: 'flex-start' },
  mark: { display: 'inline-flex', flexShrink: 0, marginTop: '1px' },
  good: { color: tokens.colorPaletteGreenForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  bad: { color: tokens.colorPaletteRedForeground1 },
  quiet: { color: tokens.colorNeutralForeground2 },
  words: { minWidth: 0, display: 'flex', flexDirection: 'column' },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  about: {
    color: tokens.colorNeutralForeground2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
});

type Tone = 'good' | 'warning' | 'bad' | 'quiet';
const looks: Readonly<Record<Standing, { readonly icon: IconName; readonly tone: Tone }>> = {
  checking: { icon: 'search', tone: 'quiet' },
  unreadable: { icon: 'error', tone: 'bad' },
  blocked: { icon: 'error', tone: 'bad' },
  faulty: { icon: 'warning', tone: 'warning' },
  ready: { icon: 'good', tone: 'good' },
  sending: { icon: 'submit', tone: 'quiet' },
  failed: { icon: 'error', tone: 'bad' },
  received: { icon: 'good', tone: 'good' },
};

/** One workbook: what it is, whether it may go, how far it has come, its receipt. */
export function EntryCard({
  line,
  open,
  busy,
  profile,
  session,
  words,
  language,
  onToggle,
  onSelect,
  onReason,
  onSend,
  onStop,
  onRemove,
}: {
  readonly line: Line;
  readonly open: boolean;
  /** True while a batch is being sent. */
  readonly busy: boolean;
  readonly profile: Profile;
  readonly session: Session;
  readonly words: Messages;
  readonly language: Language;
  readonly onToggle: () => void;
  readonly onSelect: (selection: Selection) => void;
  readonly onReason: (reason: string | null) => void;
  readonly onSend: () => void;
  readonly onStop: () => void;
  readonly onRemove: () => void;
}): ReactElement {
  const styles = useStyles();
  const texts = words.submit;
  const { entry, standing, obstacles } = line;
  const { judged, receipt } = entry;
  const look = looks[receipt ? standingOf(receipt.status) : standing];
  const [editing, setEditing] = useState(false);
  const editable = entry.stage === 'checked' || entry.stage === 'failed';
  const asks = obstacles.some(({ type }) => type === 'noPeriod');

  return (
    <Disclosure
      open={open}
      onToggle={onToggle}
      head={
        <span className={styles.head}>
          <span className={mergeClasses(styles.mark, styles[look.tone])}>
            <Icon name={look.icon} size={18} />
          </span>
          <span className={styles.words}>
            <Text size={200} weight="semibold" className={styles.name} title={entry.name}>
              {entry.name}
            </Text>
            {judged && (
              <Text size={200} className={styles.about} title={aboutOf(line, profile, words)}>
                {aboutOf(line, profile, words)}
              </Text>
            )}
            <Text size={200} className={styles[look.tone]}>
              {receipt
                ? `${statusLabels[receipt.status][language]} · ${texts.receipt.version(receipt.version)}`
                : standingWords(line, texts)}
              {line.duplicateOf !== null && !receipt && ` · ${texts.stage.duplicate}`}
              {standing === 'ready' && line.warnings > 0 && ` · ${words.severityCount.warning(line.warnings)}`}
            </Text>
          </span>
        </span>
      }
      aside={
        entry.stage === 'waiting' || entry.stage === 'sending' ? (
          <Button
            size="small"
            appearance="subtle"
            icon={<Icon name="close" size={16} />}
            aria-label={`${texts.cancel}: ${entry.name}`}
            onClick={onStop}
          />
        ) : (
          <Button
            size="small"
            appearance="subtle"
            icon={<Icon name="close" size={16} />}
            aria-label={texts.remove(entry.name)}
            onClick={onRemove}
          />
        )
      }
    >
      {entry.stage === 'sending' && (
        <ProgressBar value={entry.sent} aria-label={texts.stage.sending(percent(entry.sent))} />
      )}
      {(entry.stage === 'unreadable' || entry.stage === 'failed') && (
        <Notice
          intent="error"
          action={entry.stage === 'failed' && !busy ? { label: texts.retry, onClick: onSend } : undefined}
        >
          {reasonOf(entry.problem, words, language)}
        </Notice>
      )}
      {entry.stage === 'checked' && (
        <Obstacles
          obstacles={obstacles}
          duplicateOf={needsAttention(line) ? (line.duplicateOf?.name ?? null) : null}
          selection={entry.selection}
          profile={profile}
          words={words}
          language={language}
          onSelect={onSelect}
          onReason={onReason}
        />
      )}
      {entry.reason !== null && !receipt && <Text size={200}>{texts.reasonUsed(entry.reason)}</Text>}
      {judged && judged.kind !== 'unknown' && editable && (editing || asks) && (
        <SelectionForm
          kind={judged.kind}
          selection={entry.selection}
          profile={profile}
          session={session}
          texts={texts}
          onSelect={onSelect}
        />
      )}
      {judged && editable && !editing && !asks && judged.kind !== 'unknown' && (
        <div className={styles.actions}>
          <Button size="small" onClick={() => setEditing(true)}>
            {texts.edit}
          </Button>
        </div>
      )}
      {judged && !receipt && entry.stage === 'checked' && (
        <section aria-label={texts.findings}>
          {judged.findings.length === 0 ? (
            <Text size={200}>{texts.noFindings}</Text>
          ) : (
            <FindingBrief findings={judged.findings} words={words} language={language} />
          )}
        </section>
      )}
      {receipt && entry.problem !== null && (
        <Notice intent="warning">{texts.reasonNotRecorded(reasonOf(entry.problem, words, language))}</Notice>
      )}
      {receipt && judged && (
        <ReceiptView receipt={receipt} judged={judged} profile={profile} words={words} language={language} />
      )}
    </Disclosure>
  );
}

/** A receipt looks as the same submission does on the board. */
function standingOf(status: SubmissionStatus): Standing {
  return status === 'rejected' ? 'failed' : status === 'acceptedWithWarnings' ? 'faulty' : 'received';
}

function aboutOf({ entry }: Line, profile: Profile, words: Messages): string {
  const texts = words.submit;
  const { judged, selection } = entry;
  const kind = judged?.kind ?? 'unknown';
  if (kind === 'unknown') return words.kind.unknown;
  const organisation =
    selection.organisation === null ? texts.noOrganisation : organisationName(profile, selection.organisation);
  const period = kind === 'roster' ? null : selection.period === null ? texts.noPeriod : typedPeriod(selection.period);
  return [period, words.kind[kind], organisation].filter((part) => part !== null).join(' · ');
}

function standingWords({ entry, standing, errors }: Line, texts: Messages['submit']): string {
  if (standing === 'faulty') return texts.stage.faulty(errors);
  switch (entry.stage) {
    case 'checked':
      return standing === 'blocked' ? texts.stage.blocked : texts.stage.ready;
    case 'sending':
      return texts.stage.sending(percent(entry.sent));
    case 'received':
      return texts.receipt.title;
    default:
      return texts.stage[entry.stage];
  }
}

function percent(share: number): number {
  return Math.round(share * 100);
}
