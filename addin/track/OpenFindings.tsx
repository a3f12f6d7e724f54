import { Button, Text } from '@fluentui/react-components';
import { useCallback, useState, type ReactElement } from 'react';
import type { Receipt, Session } from '../../core/api.ts';
import { Answered } from '../parts/Answered.tsx';
import { DecisionDialog } from '../parts/DecisionDialog.tsx';
import { FindingBrief } from '../parts/FindingBrief.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import { usePane } from '../pane.ts';
import { acknowledgeFinding, readReceipt } from './server.ts';

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
  const [accepting, setAccepting] = useState<Receipt['findings'][number] | null>(null);
  const load = useCallback((signal: AbortSignal) => readReceipt(api, id, signal), [api, id]);
  const receipt = useLoaded(load);
  return (
    <>
      <Answered answer={receipt}>
        {({ findings }) =>
          findings.length === 0 ? (
            <Text size={200}>{texts.noFindings}</Text>
          ) : (
            <FindingBrief
              findings={findings}
              words={words}
              language={language}
              {...(session.role === 'bloc'
                ? {
                    action: (finding: Receipt['findings'][number]) => (
                      <Button size="small" onClick={() => setAccepting(finding)}>
                        {texts.actions.acknowledge}
                      </Button>
                    ),
                  }
                : {})}
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
            receipt.reload();
            onChanged();
          }}
        />
      )}
    </>
  );
}
