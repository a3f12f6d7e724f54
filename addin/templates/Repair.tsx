import { Button, makeStyles, MessageBar, MessageBarBody, Spinner, Text, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { Source, Transferred } from '../engine/protocol.ts';
import { reasonOf, usePane } from '../pane.ts';
import { DropZone } from '../parts/DropZone.tsx';
import { templateFileName } from './choice.ts';
import { TransferReport } from './TransferReport.tsx';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    padding: '12px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
    // Drawn where colours are forced and shadows are not.
    outline: '1px solid transparent',
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300 },
  note: { color: tokens.colorNeutralForeground2 },
});

type State =
  | { readonly stage: 'idle' }
  | { readonly stage: 'working' }
  | { readonly stage: 'done'; readonly result: Transferred }
  | { readonly stage: 'failed'; readonly problem: unknown };

/** Moves an old workbook into a fresh template and tells what became of every cell. */
export function Repair({ organisation }: { readonly organisation: string | null }): ReactElement {
  const styles = useStyles();
  const { host, engine, profile, words, language, announce } = usePane();
  const [state, setState] = useState<State>({ stage: 'idle' });

  const move = async (read: () => Promise<Source>): Promise<void> => {
    setState({ stage: 'working' });
    try {
      const source = await read();
      const result = await engine.ask('transfer', { source, profile, organisation, period: null });
      setState({ stage: 'done', result });
      const left = result.lines.filter(({ to }) => to === null).length;
      const moved = result.lines.length - left;
      announce(left === 0 ? words.templates.repairedAll(moved) : words.templates.repaired(moved, left));
    } catch (problem) {
      setState({ stage: 'failed', problem });
      announce(reasonOf(problem, words, language));
    }
  };

  return (
    <section className={styles.card} aria-label={words.templates.repairTitle}>
      <h2 className={styles.title}>{words.templates.repairTitle}</h2>
      <Text size={200} className={styles.note}>
        {words.templates.repairNote}
      </Text>
      {host.kind === 'excel' ? (
        <Button
          disabledFocusable={state.stage === 'working'}
          onClick={() => void move(async () => ({ workbook: (await host.readOpenWorkbook()).workbook }))}
        >
          {words.templates.repairOpen}
        </Button>
      ) : (
        <DropZone
          compact
          multiple={false}
          label={words.check.drop}
          button={words.templates.repairFile}
          onFiles={([file]) => file && void move(async () => ({ bytes: new Uint8Array(await file.arrayBuffer()) }))}
        />
      )}
      {state.stage === 'working' && <Spinner size="small" label={words.templates.repairing} />}
      {state.stage === 'failed' && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{reasonOf(state.problem, words, language)}</MessageBarBody>
        </MessageBar>
      )}
      {state.stage === 'done' && (
        <>
          <Button
            appearance="primary"
            onClick={() =>
              void host
                .insertTemplate(state.result.bytes, templateFileName(state.result))
                .catch((problem: unknown) => setState({ stage: 'failed', problem }))
            }
          >
            {host.kind === 'excel' ? words.templates.openNew : words.templates.save}
          </Button>
          <TransferReport lines={state.result.lines} words={words} />
        </>
      )}
    </section>
  );
}
