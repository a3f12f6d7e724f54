import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Severity } from '../../core/finding.ts';
import { Icon } from '../icons.tsx';

const useStyles = makeStyles({
  mark: { display: 'inline-flex', flexShrink: 0, alignItems: 'center' },
  error: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  info: { color: tokens.colorNeutralForeground2 },
});

/** A shape for each severity, named for those who do not see it: never colour alone. */
export function SeverityMark({
  severity,
  label,
  size = 20,
}: {
  readonly severity: Severity;
  /** Left out where the word stands beside it. */
  readonly label?: string;
  readonly size?: number;
}): ReactElement {
  const styles = useStyles();
  return (
    <span
      className={mergeClasses(styles.mark, styles[severity])}
      {...(label === undefined ? {} : { role: 'img', 'aria-label': label, title: label })}
    >
      <Icon name={severity} size={size} />
    </span>
  );
}
