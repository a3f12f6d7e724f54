import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Spinner,
  Text,
  Textarea,
} from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { reasonOf, usePane } from '../pane.ts';
import { readDay } from './moments.ts';
import { Notice } from './Notice.tsx';

const useStyles = makeStyles({
  surface: { maxWidth: 'calc(100vw - 16px)', padding: '16px' },
  content: { display: 'flex', flexDirection: 'column', gap: '12px' },
});

export interface Decision {
  readonly reason: string;
  /** ISO; null where none was asked for or given. */
  readonly day: string | null;
}

/** Asks why, and by when where that matters; stays open until the server has recorded it. */
export function DecisionDialog({
  title,
  note,
  day,
  onDecide,
  onClose,
}: {
  readonly title: string;
  readonly note?: string;
  readonly day?: { readonly label: string; readonly optional: boolean };
  readonly onDecide: (decision: Decision) => Promise<void>;
  readonly onClose: () => void;
}): ReactElement {
  const styles = useStyles();
  const { words, language, announce } = usePane();
  const texts = words.track.dialogs;
  const [reason, setReason] = useState('');
  const [typedDay, setTypedDay] = useState('');
  const [state, setState] = useState<{ readonly busy: boolean; readonly problem: unknown }>({
    busy: false,
    problem: null,
  });
  const read = readDay(typedDay);
  const dayWrong = typedDay !== '' && read === null;
  const usable =
    reason.trim().length >= 3 && !dayWrong && (day === undefined || day.optional || read !== null) && !state.busy;
  const decide = async (): Promise<void> => {
    setState({ busy: true, problem: null });
    try {
      await onDecide({ reason: reason.trim(), day: day ? read : null });
      announce(texts.saved);
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
            if (usable) void decide();
          }}
        >
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>
              {note !== undefined && <Text>{note}</Text>}
              {state.problem !== null && <Notice intent="error">{reasonOf(state.problem, words, language)}</Notice>}
              {day && (
                <Field
                  label={day.label}
                  required={!day.optional}
                  hint={texts.dayHint}
                  {...(dayWrong ? { validationState: 'error' as const, validationMessage: texts.dayInvalid } : {})}
                >
                  <Input value={typedDay} onChange={(_, { value }) => setTypedDay(value)} />
                </Field>
              )}
              <Field label={texts.reason} required hint={texts.reasonHint}>
                <Textarea value={reason} maxLength={500} onChange={(_, { value }) => setReason(value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{words.cancel}</Button>
              <Button
                appearance="primary"
                type="submit"
                disabledFocusable={!usable}
                {...(state.busy ? { icon: <Spinner size="extra-tiny" aria-hidden /> } : {})}
              >
                {texts.save}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
