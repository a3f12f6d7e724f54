import { Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useCallback, useState, type ReactElement } from 'react';
import type { Session } from '../../core/api.ts';
import { organisationName } from '../../core/organisation.ts';
import { Answered } from '../parts/Answered.tsx';
import { instantText } from '../parts/moments.ts';
import { useLoaded } from '../parts/use-loaded.ts';
import { usePane } from '../pane.ts';
import { ProposalDialog, proposalStatuses } from './ProposalDialog.tsx';
import { readProposals, type Proposal } from './server.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: '6px' },
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    padding: '8px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
  note: { color: tokens.colorNeutralForeground2 },
  answer: { borderLeft: `3px solid ${tokens.colorBrandStroke1}`, paddingLeft: '8px' },
});

/** What committees propose, and what they were answered. */
export function ProposalsView({
  period,
  session,
}: {
  readonly period: string;
  readonly session: Session;
}): ReactElement {
  const styles = useStyles();
  const { api, words, language, profile } = usePane();
  const texts = words.track.proposals;
  const [status, setStatus] = useState<Proposal['status'] | null>(null);
  const [answering, setAnswering] = useState<Proposal | null>(null);
  const load = useCallback((signal: AbortSignal) => readProposals(api, period, signal), [api, period]);
  const proposals = useLoaded(load);
  return (
    <>
      <Text size={200} className={styles.note}>
        {texts.intro}
      </Text>
      <Answered answer={proposals}>
        {(all) => (
          <>
            {all.length === 0 ? (
              <Text>{texts.none}</Text>
            ) : (
              <Field label={texts.filter} size="small">
                <Select
                  size="small"
                  value={status ?? ''}
                  onChange={(_, { value }) => setStatus(proposalStatuses.find((one) => one === value) ?? null)}
                >
                  <option value="">{`${texts.all} (${all.length})`}</option>
                  {proposalStatuses.map((one) => (
                    <option key={one} value={one}>
                      {`${texts.status[one]} (${all.filter((proposal) => proposal.status === one).length})`}
                    </option>
                  ))}
                </Select>
              </Field>
            )}
            <ul className={styles.list}>
              {all
                .filter((proposal) => status === null || proposal.status === status)
                .map((proposal) => (
                  <li key={proposal.id} className={styles.item}>
                    <Text size={200} className={styles.note}>
                      {organisationName(profile, proposal.organisation)}
                      {proposal.recipient !== null && ` · ${texts.to(proposal.recipient)}`}
                    </Text>
                    <Text>{proposal.text}</Text>
                    <Text size={200} weight="semibold">
                      {texts.status[proposal.status]}
                      {proposal.updatedAt !== null &&
                        ` · ${texts.updated(instantText(proposal.updatedAt, profile.utcOffsetMinutes, language))}`}
                    </Text>
                    {proposal.answer !== null && (
                      <Text size={200} className={styles.answer}>
                        {proposal.answer}
                      </Text>
                    )}
                    {session.role === 'bloc' && (
                      <div>
                        <Button size="small" onClick={() => setAnswering(proposal)}>
                          {texts.update}
                        </Button>
                      </div>
                    )}
                  </li>
                ))}
            </ul>
          </>
        )}
      </Answered>
      {answering && (
        <ProposalDialog proposal={answering} onClose={() => setAnswering(null)} onAnswered={proposals.reload} />
      )}
    </>
  );
}
