import { Field, Text, Textarea } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { usePane } from '../pane.ts';
import { DayField } from './DayField.tsx';
import { FormDialog } from './FormDialog.tsx';
import { readDay } from './moments.ts';

export interface Decision {
  readonly reason: string;
  /** ISO; null where none was asked for or given. */
  readonly day: string | null;
}

/** Asks why, and by when where that matters; stays open until the server has recorded it. */
export function DecisionDialog({
  title,
  note,
  day,
  onDecide,
  onClose,
}: {
  readonly title: string;
  readonly note?: string;
  readonly day?: { readonly label: string; readonly optional: boolean };
  readonly onDecide: (decision: Decision) => Promise<void>;
  readonly onClose: () => void;
}): ReactElement {
  const { words, language, announce } = usePane();
  const texts = words.track.dialogs;
  const [reason, setReason] = useState('');
  const [typedDay, setTypedDay] = useState('');
  const read = readDay(typedDay);
  const dayFits = day === undefined || (typedDay === '' ? day.optional : read !== null);
  return (
    <FormDialog
      title={title}
      submit={texts.save}
      ready={reason.trim().length >= 3 && dayFits}
      words={words}
      language={language}
      onSubmit={async () => {
        await onDecide({ reason: reason.trim(), day: day ? read : null });
        announce(texts.saved);
      }}
      onClose={onClose}
    >
      {note !== undefined && <Text>{note}</Text>}
      {day && (
        <DayField label={day.label} typed={typedDay} required={!day.optional} texts={texts} onType={setTypedDay} />
      )}
      <Field label={texts.reason} required hint={texts.reasonHint}>
        <Textarea value={reason} maxLength={500} onChange={(_, { value }) => setReason(value)} />
      </Field>
    </FormDialog>
  );
}
