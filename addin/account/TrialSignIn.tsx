import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
  Select,
} from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { roles, type Role } from '../../core/api.ts';
import type { Profile } from '../../core/profile.ts';
import type { Language } from '../language.ts';
import type { Messages } from '../messages/vi.ts';
import { reasonOf } from '../pane.ts';
import type { Account } from './use-account.ts';

const useStyles = makeStyles({
  surface: { maxWidth: 'calc(100vw - 16px)', padding: '16px' },
  content: { display: 'flex', flexDirection: 'column', gap: '12px' },
});

/** Choosing a role to try things out with, on the developer's machine only. */
export function TrialSignIn({
  account,
  words,
  language,
  profile,
}: {
  readonly account: Account;
  readonly words: Messages;
  readonly language: Language;
  readonly profile: Profile;
}): ReactElement {
  const styles = useStyles();
  const committees = profile.organisations.filter(({ level }) => level !== 'bloc');
  const [role, setRole] = useState<Role>('staff');
  const [organisation, setOrganisation] = useState(committees[0]?.id ?? '');
  return (
    <Dialog open onOpenChange={(_, { open }) => open || account.dismiss()}>
      <DialogSurface className={styles.surface}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void account.signIn({ role, organisation: role === 'staff' ? organisation : null });
          }}
        >
          <DialogBody>
            <DialogTitle>{words.account.devTitle}</DialogTitle>
            <DialogContent className={styles.content}>
              {words.account.devNote}
              {account.problem !== null && (
                <MessageBar intent="error" layout="multiline">
                  <MessageBarBody>{reasonOf(account.problem, words, language)}</MessageBarBody>
                </MessageBar>
              )}
              <Field label={words.account.chooseRole}>
                <RadioGroup
                  value={role}
                  onChange={(_, { value }) => {
                    const chosen = roles.find((one) => one === value);
                    if (chosen) setRole(chosen);
                  }}
                >
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
            </DialogContent>
            <DialogActions>
              <Button onClick={account.dismiss}>{words.cancel}</Button>
              <Button appearance="primary" type="submit" disabled={account.state === 'signingIn'}>
                {words.account.signIn}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
