import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { statusLabels, type SubmissionStatus } from '../../core/submission.ts';
import { Icon, type IconName } from '../icons.tsx';
import type { Language } from '../language.ts';

const useStyles = makeStyles({
  mark: { display: 'inline-flex', alignItems: 'center', gap: '4px', whiteSpace: 'nowrap' },
  good: { color: tokens.colorPaletteGreenForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  bad: { color: tokens.colorPaletteRedForeground1 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const looks: Readonly<Record<SubmissionStatus, { readonly icon: IconName; readonly tone: Tone }>> = {
  accepted: { icon: 'good', tone: 'good' },
  nil: { icon: 'good', tone: 'good' },
  acceptedWithWarnings: { icon: 'warning', tone: 'warning' },
  rejected: { icon: 'error', tone: 'bad' },
  missing: { icon: 'error', tone: 'bad' },
  received: { icon: 'info', tone: 'quiet' },
  superseded: { icon: 'info', tone: 'quiet' },
  withdrawn: { icon: 'info', tone: 'quiet' },
};
type Tone = 'good' | 'warning' | 'bad' | 'quiet';

/** A status word with its shape. */
export function StatusMark({
  status,
  language,
}: {
  readonly status: SubmissionStatus;
  readonly language: Language;
}): ReactElement {
  const styles = useStyles();
  const { icon, tone } = looks[status];
  return (
    <span className={mergeClasses(styles.mark, styles[tone])}>
      <Icon name={icon} size={16} />
      {statusLabels[status][language]}
    </span>
  );
}
