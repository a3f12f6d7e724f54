import { Field, Radio, RadioGroup, Text, Textarea } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { FormDialog } from '../parts/FormDialog.tsx';
import { usePane } from '../pane.ts';
import { answerProposal, type Proposal } from './server.ts';

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
  const { api, words, language, announce } = usePane();
  const texts = words.track.proposals;
  const [status, setStatus] = useState(proposal.status);
  const [answer, setAnswer] = useState(proposal.answer ?? '');
  const written = answer.trim();
  return (
    <FormDialog
      title={texts.dialog}
      submit={words.track.dialogs.save}
      ready={status !== 'answered' || written !== ''}
      words={words}
      language={language}
      onSubmit={async () => {
        await answerProposal(api, proposal.id, { status, answer: written === '' ? null : written });
        announce(words.track.dialogs.saved);
        onAnswered();
      }}
      onClose={onClose}
    >
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
    </FormDialog>
  );
}
