import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Messages } from '../messages/vi.ts';
import type { DayCount } from './board.ts';

const useStyles = makeStyles({
  chart: { display: 'block', width: '100%', maxWidth: '420px' },
  bar: { fill: tokens.colorBrandBackground },
  after: { fill: tokens.colorPaletteDarkOrangeBackground3 },
  axis: {
    stroke: tokens.colorNeutralStroke1,
    strokeWidth: '1px',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  due: {
    stroke: tokens.colorNeutralForeground1,
    strokeWidth: '1px',
    strokeDasharray: '2 2',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  label: { fill: tokens.colorNeutralForeground2, fontSize: '9px', fontFamily: tokens.fontFamilyBase },
});

const width = 296;
const height = 44;

/** First receipts by day of the month, the deadline marked. */
export function DayChart({
  days,
  dueDay,
  texts,
}: {
  readonly days: readonly DayCount[];
  /** Day of the month. */
  readonly dueDay: number;
  readonly texts: Messages['track'];
}): ReactElement {
  const styles = useStyles();
  const most = Math.max(1, ...days.map(({ count }) => count));
  const step = width / days.length;
  const name = ({ day }: DayCount): string => (day === null ? `>${days.length - 1}` : String(day));
  const words = days.filter(({ count }) => count > 0).map((one) => texts.dayCount(name(one), one.count));
  const dueAt = dueDay * step;
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${width} ${height + 24}`}
      role="img"
      aria-label={texts.byDayChart(words.length === 0 ? texts.nothingYet : words.join(', '), String(dueDay))}
    >
      {days.map((one, index) => {
        const tall = one.count === 0 ? 0 : Math.max(2, (one.count / most) * (height - 10));
        const late = one.day === null || one.day > dueDay;
        return (
          <g key={name(one)}>
            <rect
              className={mergeClasses(late ? styles.after : styles.bar)}
              x={index * step + 1}
              y={10 + height - tall}
              width={step - 2}
              height={tall}
              rx="1"
            />
            {one.count > 0 && one.count === most && (
              <text className={styles.label} x={(index + 0.5) * step} y={10 + height - tall - 2} textAnchor="middle">
                {one.count}
              </text>
            )}
          </g>
        );
      })}
      <line className={styles.axis} x1="0" x2={width} y1={10 + height} y2={10 + height} />
      <line className={styles.due} x1={dueAt} x2={dueAt} y1="10" y2={10 + height} />
      <text className={styles.label} x={dueAt} y="8" textAnchor="middle">
        {texts.dueMark}
      </text>
      {days.map((one, index) =>
        one.day === null || one.day === 1 || one.day === 10 || one.day === 20 || one.day === dueDay ? (
          <text
            key={name(one)}
            className={styles.label}
            x={one.day === null ? width : (index + 0.5) * step}
            y={height + 21}
            textAnchor={one.day === null ? 'end' : 'middle'}
          >
            {name(one)}
          </text>
        ) : null,
      )}
    </svg>
  );
}
