import { Field, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { roles, type Role } from '../../core/api.ts';
import type { Profile } from '../../core/profile.ts';
import type { TrialChoice } from '../identity.ts';
import type { Language } from '../language.ts';
import type { Messages } from '../messages/vi.ts';
import { FormDialog } from '../parts/FormDialog.tsx';

/** Choosing a role to try things out with, on the developer's machine only. */
export function TrialSignIn({
  words,
  language,
  profile,
  onSignIn,
  onClose,
}: {
  readonly words: Messages;
  readonly language: Language;
  readonly profile: Profile;
  readonly onSignIn: (choice: TrialChoice) => Promise<void>;
  readonly onClose: () => void;
}): ReactElement {
  const committees = profile.organisations.filter(({ level }) => level !== 'bloc');
  const [role, setRole] = useState<Role>('staff');
  const [organisation, setOrganisation] = useState(committees[0]?.id ?? '');
  return (
    <FormDialog
      title={words.account.devTitle}
      submit={words.account.signIn}
      ready
      words={words}
      language={language}
      onSubmit={() => onSignIn({ role, organisation: role === 'staff' ? organisation : null })}
      onClose={onClose}
    >
      {words.account.devNote}
      <Field label={words.account.chooseRole}>
        <RadioGroup value={role} onChange={(_, { value }) => setRole(roles.find((one) => one === value) ?? role)}>
          {roles.map((one) => (
            <Radio key={one} value={one} label={words.account.role[one]} />
          ))}
        </RadioGroup>
      </Field>
      {role === 'staff' && (
        <Field label={words.account.chooseOrganisation}>
          <Select value={organisation} onChange={(_, { value }) => setOrganisation(value)}>
            {committees.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </FormDialog>
  );
}
