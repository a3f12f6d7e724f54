import { Button, makeStyles, Text } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { Icon } from '../icons.tsx';
import { usePane } from '../pane.ts';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '12px',
    padding: '32px 16px',
    textAlign: 'center',
  },
});

/** Stands for a tab that needs an account. */
export function SignInFirst({ why }: { readonly why: string }): ReactElement {
  const styles = useStyles();
  const { words, signIn } = usePane();
  return (
    <div className={styles.panel}>
      <Icon name="person" size={32} />
      <Text>{why}</Text>
      <Button appearance="primary" onClick={signIn}>
        {words.account.signIn}
      </Button>
    </div>
  );
}
