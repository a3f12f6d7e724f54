import { Field, Input, makeStyles, Select } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { Session } from '../../core/api.ts';
import type { DocumentKind } from '../../core/document.ts';
import { inForce, type Profile } from '../../core/profile.ts';
import { periodEnd } from '../../core/period.ts';
import type { Messages } from '../messages/vi.ts';
import { readMonth, readYear, typedPeriod } from '../parts/moments.ts';
import type { Selection } from './gate.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '8px', gridTemplateColumns: 'repeat(auto-fit, minmax(130px, 1fr))' },
  wide: { gridColumn: '1 / -1' },
});

/** Whose workbook it is and for when. */
export function SelectionForm({
  kind,
  selection,
  profile,
  session,
  texts,
  onSelect,
}: {
  readonly kind: DocumentKind;
  readonly selection: Selection;
  readonly profile: Profile;
  readonly session: Session;
  readonly texts: Messages['submit'];
  readonly onSelect: (selection: Selection) => void;
}): ReactElement {
  const styles = useStyles();
  const [typed, setTyped] = useState(typedPeriod(selection.period));
  const unit = kind === 'year' ? 'year' : 'month';
  const read = unit === 'year' ? readYear : readMonth;
  const day = selection.period === null ? session.now.slice(0, 10) : periodEnd(selection.period);
  const organisations = profile.organisations.filter(
    (one) =>
      (session.organisations === null || session.organisations.includes(one.id)) &&
      (inForce(one, day) || one.id === selection.organisation),
  );
  return (
    <div className={styles.form}>
      <Field label={texts.organisation} className={styles.wide}>
        <Select
          value={selection.organisation ?? ''}
          onChange={(_, { value }) => onSelect({ ...selection, organisation: value === '' ? null : value })}
        >
          <option value="">{texts.choosePrompt}</option>
          {organisations.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {kind !== 'roster' && (
        <Field
          label={texts[unit]}
          className={styles.wide}
          {...(typed !== '' && read(typed) === null
            ? { validationState: 'error' as const, validationMessage: texts.periodInvalid[unit] }
            : {})}
        >
          <Input
            value={typed}
            onChange={(_, { value }) => {
              setTyped(value);
              onSelect({ ...selection, period: read(value) });
            }}
          />
        </Field>
      )}
    </div>
  );
}
