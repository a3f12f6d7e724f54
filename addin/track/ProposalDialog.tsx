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
  Radio,
  RadioGroup,
  Text,
  Textarea,
} from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { Notice } from '../parts/Notice.tsx';
import { reasonOf, usePane } from '../pane.ts';
import { answerProposal, type Proposal } from './server.ts';

const useStyles = makeStyles({
  surface: { maxWidth: 'calc(100vw - 16px)', padding: '16px' },
  content: { display: 'flex', flexDirection: 'column', gap: '12px' },
});

export const proposalStatuses: readonly Proposal['status'][] = ['received', 'forwarded', 'answered'];

/** Tells a committee what became of its proposal. */
export function ProposalDialog({
  proposal,
  onClose,
  onAnswered,
}: {
  readonly proposal: Proposal;
  readonly onClose: () => void;
  readonly onAnswered: () => void;
}): ReactElement {
  const styles = useStyles();
  const { api, words, language, announce } = usePane();
  const texts = words.track.proposals;
  const [status, setStatus] = useState(proposal.status);
  const [answer, setAnswer] = useState(proposal.answer ?? '');
  const [state, setState] = useState<{ readonly busy: boolean; readonly problem: unknown }>({
    busy: false,
    problem: null,
  });
  const usable = !state.busy && (status !== 'answered' || answer.trim() !== '');
  const save = async (): Promise<void> => {
    setState({ busy: true, problem: null });
    try {
      const written = answer.trim();
      await answerProposal(api, proposal.id, { status, answer: written === '' ? null : written });
      announce(words.track.dialogs.saved);
      onAnswered();
      onClose();
    } catch (problem) {
      setState({ busy: false, problem });
    }
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => open || onClose()}>
      <DialogSurface className={styles.surface}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (usable) void save();
          }}
        >
          <DialogBody>
            <DialogTitle>{texts.dialog}</DialogTitle>
            <DialogContent className={styles.content}>
              {state.problem !== null && <Notice intent="error">{reasonOf(state.problem, words, language)}</Notice>}
              <Text>{proposal.text}</Text>
              <Field label={texts.statusLabel}>
                <RadioGroup
                  value={status}
                  onChange={(_, { value }) => setStatus(proposalStatuses.find((one) => one === value) ?? status)}
                >
                  {proposalStatuses.map((one) => (
                    <Radio key={one} value={one} label={texts.status[one]} />
                  ))}
                </RadioGroup>
              </Field>
              <Field label={texts.answer} hint={texts.answerHint} required={status === 'answered'}>
                <Textarea value={answer} maxLength={2000} onChange={(_, { value }) => setAnswer(value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{words.cancel}</Button>
              <Button appearance="primary" type="submit" disabledFocusable={!usable}>
                {words.track.dialogs.save}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
