import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useCallback, useState, type ReactElement } from 'react';
import type { ChaserPack } from '../../core/api.ts';
import { copyText } from '../copy-text.ts';
import { Answered } from '../parts/Answered.tsx';
import { Disclosure } from '../parts/Disclosure.tsx';
import { Notice } from '../parts/Notice.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import { usePane } from '../pane.ts';
import { readChasers } from './server.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: '4px' },
  note: { color: tokens.colorNeutralForeground2 },
  body: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

type Chaser = ChaserPack['chasers'][number];

/** A draft message for each committee that owes something, to be copied into an e-mail. */
export function ChaseView({ period }: { readonly period: string }): ReactElement {
  const styles = useStyles();
  const { api, words, announce } = usePane();
  const texts = words.track.chase;
  const [opened, setOpened] = useState<string | null>(null);
  const [said, setSaid] = useState<{ readonly text: string; readonly good: boolean } | null>(null);
  const load = useCallback((signal: AbortSignal) => readChasers(api, period, signal), [api, period]);
  const pack = useLoaded(load);
  const copy = async (chasers: readonly Chaser[]): Promise<void> => {
    const good = await copyText(chasers.map(({ subject, body }) => `${subject}\n\n${body}`).join('\n\n———\n\n'));
    const text = good ? texts.copied(chasers.length) : texts.copyFailed;
    setSaid({ text, good });
    announce(text);
  };
  return (
    <>
      <Text size={200} className={styles.note}>
        {texts.intro}
      </Text>
      {said && (
        <Notice intent={said.good ? 'success' : 'warning'} onClose={() => setSaid(null)} closeLabel={words.close}>
          {said.text}
        </Notice>
      )}
      <Answered answer={pack}>
        {({ chasers }) => (
          <>
            {chasers.length === 0 && <Text>{texts.none}</Text>}
            {chasers.length > 1 && (
              <Button appearance="primary" onClick={() => void copy(chasers)}>
                {texts.copyAll(chasers.length)}
              </Button>
            )}
            <ul className={styles.list}>
              {chasers.map((chaser) => (
                <li key={chaser.organisation}>
                  <Disclosure
                    open={opened === chaser.organisation}
                    onToggle={() => setOpened(opened === chaser.organisation ? null : chaser.organisation)}
                    head={chaser.name}
                    aside={
                      <Button size="small" aria-label={texts.copyOne(chaser.name)} onClick={() => void copy([chaser])}>
                        {texts.copy}
                      </Button>
                    }
                  >
                    <Text size={200} weight="semibold">
                      {chaser.subject}
                    </Text>
                    <Text size={200} className={styles.body}>
                      {chaser.body}
                    </Text>
                  </Disclosure>
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
    </>
  );
}
