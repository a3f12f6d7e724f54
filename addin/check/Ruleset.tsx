import { makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Messages } from '../messages/vi.ts';

const useStyles = makeStyles({ hash: { color: tokens.colorNeutralForeground3 } });

/** The rules the check was made under, and whether the server judges under the same. */
export function Ruleset({
  own,
  server,
  words,
}: {
  readonly own: string;
  /** Null while signed out. */
  readonly server: string | null;
  readonly words: Messages;
}): ReactElement {
  const styles = useStyles();
  if (server !== null && server !== own)
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          {words.check.ruleset} {own}: {words.check.rulesetDiffers}
        </MessageBarBody>
      </MessageBar>
    );
  return (
    <Text size={100} className={styles.hash}>
      {words.check.ruleset} {own}
      {server === null ? '' : ` · ${words.check.rulesetSame}`}
    </Text>
  );
}
