import { Checkbox, Field, makeStyles, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { Board } from '../../core/api.ts';
import { DayField } from '../parts/DayField.tsx';
import { FormDialog } from '../parts/FormDialog.tsx';
import { endOfDay, readDay } from '../parts/moments.ts';
import { usePane } from '../pane.ts';
import { makeRequest } from './server.ts';

const useStyles = makeStyles({
  some: { maxHeight: '180px', overflowY: 'auto', display: 'flex', flexDirection: 'column' },
});

/** Asks every committee, or some, for an ad-hoc report. */
export function RequestDialog({
  board,
  onClose,
  onMade,
}: {
  readonly board: Board;
  readonly onClose: () => void;
  readonly onMade: () => void;
}): ReactElement {
  const styles = useStyles();
  const { api, words, language, profile, announce } = usePane();
  const texts = words.track.requests;
  const dates = words.track.dialogs;
  const [title, setTitle] = useState('');
  const [typedDay, setTypedDay] = useState('');
  const [everyone, setEveryone] = useState(true);
  const [some, setSome] = useState<ReadonlySet<string>>(new Set());
  const day = readDay(typedDay);
  return (
    <FormDialog
      title={texts.dialog}
      submit={texts.save}
      ready={title.trim().length >= 3 && day !== null && (everyone || some.size > 0)}
      words={words}
      language={language}
      onSubmit={async () => {
        if (day === null) return;
        await makeRequest(api, {
          period: board.period,
          title: title.trim(),
          organisations: everyone ? null : [...some],
          deadline: endOfDay(day, profile.utcOffsetMinutes),
        });
        announce(dates.saved);
        onMade();
      }}
      onClose={onClose}
    >
      <Field label={texts.title} required hint={texts.titleHint}>
        <Textarea value={title} maxLength={300} onChange={(_, { value }) => setTitle(value)} />
      </Field>
      <DayField label={texts.deadline} typed={typedDay} required texts={dates} onType={setTypedDay} />
      <Field label={texts.whom}>
        <RadioGroup
          value={everyone ? 'everyone' : 'some'}
          onChange={(_, { value }) => setEveryone(value === 'everyone')}
        >
          <Radio value="everyone" label={texts.everyone} />
          <Radio value="some" label={texts.some} />
        </RadioGroup>
      </Field>
      {!everyone && (
        <Field {...(some.size === 0 ? { validationState: 'none' as const, validationMessage: texts.needSome } : {})}>
          <div className={styles.some} role="group" aria-label={texts.some} tabIndex={0}>
            {board.rows.map(({ organisation, name }) => (
              <Checkbox
                key={organisation}
                label={name}
                checked={some.has(organisation)}
                onChange={(_, { checked }) => setSome(withOrWithout(some, organisation, checked === true))}
              />
            ))}
          </div>
        </Field>
      )}
    </FormDialog>
  );
}

function withOrWithout(all: ReadonlySet<string>, one: string, wanted: boolean): ReadonlySet<string> {
  const next = new Set(all);
  if (wanted) next.add(one);
  else next.delete(one);
  return next;
}
