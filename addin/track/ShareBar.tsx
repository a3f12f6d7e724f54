import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, type ReactElement } from 'react';
import type { Timeliness } from '../../core/submission.ts';
import type { Messages } from '../messages/vi.ts';
import type { Share } from './board.ts';

const useStyles = makeStyles({
  chart: { display: 'block', width: '100%', height: '14px', borderRadius: tokens.borderRadiusMedium },
  onTime: { fill: tokens.colorPaletteGreenBackground3 },
  inGrace: { fill: tokens.colorPaletteLightGreenBackground3 },
  late: { fill: tokens.colorPaletteDarkOrangeBackground3 },
  unknown: { fill: tokens.colorNeutralStrokeAccessible },
  legend: { display: 'flex', flexWrap: 'wrap', gap: '4px', margin: 0, padding: 0, listStyleType: 'none' },
  toggle: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '5px',
    padding: '2px 8px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  on: {
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    color: tokens.colorNeutralForeground1,
    '@media (forced-colors: active)': { border: '2px solid Highlight' },
  },
  count: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  key: { width: '10px', height: '10px', flexShrink: 0 },
  hatch: { stroke: tokens.colorPaletteRedBorderActive, strokeWidth: '2px' },
  ground: { fill: tokens.colorNeutralBackground1, '@media (forced-colors: active)': { fill: 'Canvas' } },
});

/** How the committees stand, as one bar; its legend filters the list. */
export function ShareBar({
  shares,
  chosen,
  texts,
  onChoose,
}: {
  readonly shares: readonly Share[];
  readonly chosen: Timeliness | null;
  readonly texts: Messages['track'];
  readonly onChoose: (timeliness: Timeliness | null) => void;
}): ReactElement {
  const styles = useStyles();
  const hatch = useId();
  const total = shares.reduce((sum, { count }) => sum + count, 0);
  const words = shares.map(({ timeliness, count }) => `${texts.timeliness[timeliness]} ${count}`).join(', ');
  let from = 0;
  // Missing is drawn hatched: told from the others without colour.
  const look = (timeliness: Timeliness) =>
    timeliness === 'missing' ? { fill: `url(#${hatch})` } : { className: styles[timeliness] };
  return (
    <>
      <svg
        className={styles.chart}
        viewBox="0 0 100 10"
        preserveAspectRatio="none"
        role="img"
        aria-label={texts.chart(words)}
      >
        <defs>
          <pattern id={hatch} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="4" height="4" className={styles.ground} />
            <line x1="0" y1="0" x2="0" y2="4" className={styles.hatch} />
          </pattern>
        </defs>
        {shares.map(({ timeliness, count }) => {
          const x = (from / total) * 100;
          from += count;
          return (
            <rect
              key={timeliness}
              x={x}
              y="0"
              width={Math.max((count / total) * 100 - 0.5, 0.5)}
              height="10"
              {...look(timeliness)}
            />
          );
        })}
      </svg>
      <ul className={styles.legend} aria-label={texts.filterBy}>
        {shares.map(({ timeliness, count }) => (
          <li key={timeliness}>
            <button
              type="button"
              className={mergeClasses(styles.toggle, chosen === timeliness && styles.on)}
              aria-pressed={chosen === timeliness}
              onClick={() => onChoose(chosen === timeliness ? null : timeliness)}
            >
              <svg className={styles.key} viewBox="0 0 10 10" aria-hidden="true" focusable="false">
                <rect width="10" height="10" rx="2" {...look(timeliness)} />
              </svg>
              {texts.timeliness[timeliness]}
              <span className={styles.count}>{count}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
