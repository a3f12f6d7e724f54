import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components';
import { lazy, Suspense, type ReactElement } from 'react';
import type { Profile } from '../../core/profile.ts';
import { Icon } from '../icons.tsx';
import type { Language } from '../language.ts';
import type { Messages } from '../messages/vi.ts';
import type { Account } from './use-account.ts';

const TrialSignIn = lazy(async () => ({ default: (await import('./TrialSignIn.tsx')).TrialSignIn }));

/** Sign in, or who is signed in. */
export function AccountMenu({
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
  const { session } = account;
  return (
    <>
      {session ? (
        <Menu positioning="below-end">
          <MenuTrigger disableButtonEnhancement>
            <Button
              appearance="subtle"
              size="small"
              icon={<Icon name="person" />}
              aria-label={`${words.account.menu}: ${words.account.signedInAs(session.name, words.account.role[session.role])}`}
            />
          </MenuTrigger>
          <MenuPopover>
            <Text block size={200} style={{ padding: '4px 8px', color: tokens.colorNeutralForeground2 }}>
              {words.account.signedInAs(session.name, words.account.role[session.role])}
            </Text>
            <MenuList>
              <MenuItem onClick={() => void account.signOut()}>{words.account.signOut}</MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
      ) : (
        <Button
          appearance="subtle"
          size="small"
          title={account.state === 'offline' ? words.account.offline : undefined}
          icon={account.state === 'signingIn' ? <Spinner size="extra-tiny" aria-hidden /> : <Icon name="person" />}
          onClick={account.open}
        >
          {words.account.signIn}
        </Button>
      )}
      {account.choosing && (
        <Suspense fallback={null}>
          <TrialSignIn
            words={words}
            language={language}
            profile={profile}
            onSignIn={account.signIn}
            onClose={account.dismiss}
          />
        </Suspense>
      )}
    </>
  );
}
