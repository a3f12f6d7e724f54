import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { previousPeriod } from '../../core/period.ts';
import { Icon } from '../icons.tsx';
import type { Messages } from '../messages/vi.ts';
import { readMonth, typedPeriod } from './moments.ts';

const useStyles = makeStyles({
  picker: { display: 'flex', gap: '4px', alignItems: 'flex-start', marginLeft: '-8px' },
  input: { width: '96px', minWidth: 0 },
  step: { minWidth: '32px', maxWidth: '32px' },
  back: { transform: 'rotate(90deg)' },
  forth: { transform: 'rotate(-90deg)' },
});

/** A month: typed, or stepped to. */
export function PeriodPicker({
  period,
  words,
  onChange,
}: {
  readonly period: string;
  readonly words: Messages;
  readonly onChange: (period: string) => void;
}): ReactElement {
  const styles = useStyles();
  const [typed, setTyped] = useState<string | null>(null);
  const texts = words.track;
  const take = (next: string): void => {
    setTyped(null);
    onChange(next);
  };
  const wrong = typed !== null && readMonth(typed) === null;
  const leave = (): void => {
    const read = typed === null ? null : readMonth(typed);
    if (read !== null) take(read);
  };
  return (
    <div className={styles.picker} role="group" aria-label={texts.period}>
      <Button
        className={styles.step}
        appearance="subtle"
        icon={
          <span className={styles.back}>
            <Icon name="down" />
          </span>
        }
        aria-label={texts.previous}
        onClick={() => take(previousPeriod(period))}
      />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          leave();
        }}
      >
        <Field
          {...(wrong ? { validationState: 'error' as const, validationMessage: words.submit.periodInvalid.month } : {})}
        >
          <Input
            className={styles.input}
            aria-label={words.submit.month}
            value={typed ?? typedPeriod(period)}
            onChange={(_, { value }) => setTyped(value)}
            onBlur={leave}
          />
        </Field>
      </form>
      <Button
        className={styles.step}
        appearance="subtle"
        icon={
          <span className={styles.forth}>
            <Icon name="down" />
          </span>
        }
        aria-label={texts.next}
        onClick={() => take(nextPeriod(period))}
      />
    </div>
  );
}

function nextPeriod(period: string): string {
  const month = Number(period.slice(0, 4)) * 12 + Number(period.slice(5, 7));
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}
