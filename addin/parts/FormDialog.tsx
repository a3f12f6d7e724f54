import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Spinner,
} from '@fluentui/react-components';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { Language } from '../language.ts';
import type { Messages } from '../messages/vi.ts';
import { reasonOf } from '../pane.ts';
import { Notice } from './Notice.tsx';

const useStyles = makeStyles({
  surface: { maxWidth: 'calc(100vw - 16px)', padding: '16px' },
  content: { display: 'flex', flexDirection: 'column', gap: '12px' },
});

/** A form over the pane. It stays open, with the reason, until what was asked for has been done. */
export function FormDialog({
  title,
  submit,
  ready,
  words,
  language,
  onSubmit,
  onClose,
  children,
}: {
  readonly title: string;
  /** What the button says. */
  readonly submit: string;
  /** True when the form is filled in. */
  readonly ready: boolean;
  readonly words: Messages;
  readonly language: Language;
  /** The dialog closes when it is done; what it throws is told. */
  readonly onSubmit: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactElement {
  const styles = useStyles();
  const [state, setState] = useState<{ readonly busy: boolean; readonly problem: unknown }>({
    busy: false,
    problem: null,
  });
  const usable = ready && !state.busy;
  const send = async (): Promise<void> => {
    setState({ busy: true, problem: null });
    try {
      await onSubmit();
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
            if (usable) void send();
          }}
        >
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>
              {state.problem !== null && <Notice intent="error">{reasonOf(state.problem, words, language)}</Notice>}
              {children}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{words.cancel}</Button>
              <Button
                appearance="primary"
                type="submit"
                disabledFocusable={!usable}
                {...(state.busy ? { icon: <Spinner size="extra-tiny" aria-hidden /> } : {})}
              >
                {submit}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
