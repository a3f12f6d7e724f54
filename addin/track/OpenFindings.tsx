import { Button, Text } from '@fluentui/react-components';
import { useCallback, useState, type ReactElement } from 'react';
import type { Session } from '../../core/api.ts';
import { Answered } from '../parts/Answered.tsx';
import { DecisionDialog } from '../parts/DecisionDialog.tsx';
import { FindingBrief } from '../parts/FindingBrief.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import { usePane } from '../pane.ts';
import { acknowledgeFinding, readFindings, type FindingsOf } from './server.ts';

const mustBeCorrected: ReadonlySet<string> = new Set(['classification-mark', 'personal-identifier', 'refused-column']);

/** The findings of a version; the Bloc may accept one with a reason. */
export function OpenFindings({
  id,
  session,
  onChanged,
}: {
  readonly id: string;
  readonly session: Session;
  readonly onChanged: () => void;
}): ReactElement {
  const { api, words, language } = usePane();
  const texts = words.track;
  const [accepting, setAccepting] = useState<FindingsOf['findings'][number] | null>(null);
  const load = useCallback((signal: AbortSignal) => readFindings(api, id, signal), [api, id]);
  const findingsOf = useLoaded(load);
  return (
    <>
      <Answered answer={findingsOf}>
        {({ findings, acknowledgements }) =>
          findings.length === 0 ? (
            <Text size={200}>{texts.noFindings}</Text>
          ) : (
            <FindingBrief
              findings={findings}
              words={words}
              language={language}
              action={(finding: FindingsOf['findings'][number]) => {
                const waiver = acknowledgements.find((one) => one.finding === finding.id);
                if (waiver) return <Text size={200}>{texts.acknowledged(waiver.by, waiver.reason)}</Text>;
                return mayAccept(finding, session) ? (
                  <Button size="small" onClick={() => setAccepting(finding)}>
                    {texts.actions.acknowledge}
                  </Button>
                ) : null;
              }}
            />
          )
        }
      </Answered>
      {accepting && (
        <DecisionDialog
          title={texts.dialogs.acknowledge}
          note={`${accepting.message[language]} ${texts.dialogs.acknowledgeNote}`}
          day={{ label: texts.dialogs.expires, optional: true }}
          onClose={() => setAccepting(null)}
          onDecide={async ({ reason, day }) => {
            await acknowledgeFinding(api, id, accepting.id, { reason, expires: day });
            findingsOf.reload();
            onChanged();
          }}
        />
      )}
    </>
  );
}

/** Errors are the Bloc's to accept, and what identifies a person nobody's; staff answer for their own warnings. */
function mayAccept({ rule, severity }: FindingsOf['findings'][number], { role }: Session): boolean {
  if (severity === 'warning') return role !== 'auditor';
  return role === 'bloc' && severity === 'error' && !mustBeCorrected.has(rule);
}
