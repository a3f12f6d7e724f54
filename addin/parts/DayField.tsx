import { Field, Input } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Messages } from '../messages/vi.ts';
import { readDay } from './moments.ts';

/** A day typed as people write it; says so while it is none. */
export function DayField({
  label,
  typed,
  required,
  texts,
  onType,
}: {
  readonly label: string;
  readonly typed: string;
  readonly required: boolean;
  readonly texts: Messages['track']['dialogs'];
  readonly onType: (typed: string) => void;
}): ReactElement {
  const wrong = typed !== '' && readDay(typed) === null;
  return (
    <Field
      label={label}
      required={required}
      hint={texts.dayHint}
      {...(wrong ? { validationState: 'error' as const, validationMessage: texts.dayInvalid } : {})}
    >
      <Input value={typed} onChange={(_, { value }) => onType(value)} />
    </Field>
  );
}
