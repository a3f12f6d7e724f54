import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, type ReactElement, type ReactNode } from 'react';
import { Icon } from '../icons.tsx';

const useStyles = makeStyles({
  card: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  head: { display: 'flex', alignItems: 'flex-start' },
  button: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    alignItems: 'flex-start',
    gap: '6px',
    padding: '8px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'left',
    cursor: 'pointer',
    // The darker hover of the second ground: status words stay readable on it in the dark theme.
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  label: { flexGrow: 1, minWidth: 0 },
  arrow: { display: 'inline-flex', flexShrink: 0, marginTop: '2px', color: tokens.colorNeutralForeground2 },
  opened: { transform: 'rotate(180deg)' },
  aside: { flexShrink: 0, padding: '4px 4px 0 0' },
  body: {
    padding: '8px',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
  },
});

/** A line that opens to show more. */
export function Disclosure({
  open,
  onToggle,
  head,
  aside,
  children,
}: {
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly head: ReactNode;
  /** Stands beside the line, outside of what opens it. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}): ReactElement {
  const styles = useStyles();
  const body = useId();
  return (
    <div className={styles.card}>
      <div className={styles.head}>
        <button
          type="button"
          className={styles.button}
          aria-expanded={open}
          aria-controls={open ? body : undefined}
          onClick={onToggle}
        >
          <span className={styles.label}>{head}</span>
          <span className={mergeClasses(styles.arrow, open && styles.opened)}>
            <Icon name="down" size={16} />
          </span>
        </button>
        {aside !== undefined && <div className={styles.aside}>{aside}</div>}
      </div>
      {open && (
        <div id={body} className={styles.body}>
          {children}
        </div>
      )}
    </div>
  );
}
