import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Textarea,
} from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { Board } from '../../core/api.ts';
import { endOfDay, readDay } from '../parts/moments.ts';
import { Notice } from '../parts/Notice.tsx';
import { reasonOf, usePane } from '../pane.ts';
import { makeRequest } from './server.ts';

const useStyles = makeStyles({
  surface: { maxWidth: 'calc(100vw - 16px)', padding: '16px' },
  content: { display: 'flex', flexDirection: 'column', gap: '12px' },
  some: { maxHeight: '180px', overflowY: 'auto', display: 'flex', flexDirection: 'column' },
});

/** Asks every committee, or some, for an ad-hoc report. */
export function RequestDialog({
  board,
  onClose,
  onMade,
}: {
  readonly board: Board;
  readonly onClose: () => void;
  readonly onMade: () => void;
}): ReactElement {
  const styles = useStyles();
  const { api, words, language, profile, announce } = usePane();
  const texts = words.track.requests;
  const dates = words.track.dialogs;
  const [title, setTitle] = useState('');
  const [typedDay, setTypedDay] = useState('');
  const [everyone, setEveryone] = useState(true);
  const [some, setSome] = useState<ReadonlySet<string>>(new Set());
  const [state, setState] = useState<{ readonly busy: boolean; readonly problem: unknown }>({
    busy: false,
    problem: null,
  });
  const day = readDay(typedDay);
  const usable = title.trim().length >= 3 && day !== null && (everyone || some.size > 0) && !state.busy;
  const make = async (deadline: string): Promise<void> => {
    setState({ busy: true, problem: null });
    try {
      await makeRequest(api, {
        period: board.period,
        title: title.trim(),
        organisations: everyone ? null : [...some],
        deadline: endOfDay(deadline, profile.utcOffsetMinutes),
      });
      announce(dates.saved);
      onMade();
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
            if (usable) void make(day);
          }}
        >
          <DialogBody>
            <DialogTitle>{texts.dialog}</DialogTitle>
            <DialogContent className={styles.content}>
              {state.problem !== null && <Notice intent="error">{reasonOf(state.problem, words, language)}</Notice>}
              <Field label={texts.title} required hint={texts.titleHint}>
                <Textarea value={title} maxLength={300} onChange={(_, { value }) => setTitle(value)} />
              </Field>
              <Field
                label={texts.deadline}
                required
                hint={dates.dayHint}
                {...(typedDay !== '' && day === null
                  ? { validationState: 'error' as const, validationMessage: dates.dayInvalid }
                  : {})}
              >
                <Input value={typedDay} onChange={(_, { value }) => setTypedDay(value)} />
              </Field>
              <Field label={texts.whom}>
                <RadioGroup
                  value={everyone ? 'everyone' : 'some'}
                  onChange={(_, { value }) => setEveryone(value === 'everyone')}
                >
                  <Radio value="everyone" label={texts.everyone} />
                  <Radio value="some" label={texts.some} />
                </RadioGroup>
              </Field>
              {!everyone && (
                <Field
                  {...(some.size === 0 ? { validationState: 'none' as const, validationMessage: texts.needSome } : {})}
                >
                  <div className={styles.some} role="group" aria-label={texts.some} tabIndex={0}>
                    {board.rows.map(({ organisation, name }) => (
                      <Checkbox
                        key={organisation}
                        label={name}
                        checked={some.has(organisation)}
                        onChange={(_, { checked }) => setSome(withOrWithout(some, organisation, checked === true))}
                      />
                    ))}
                  </div>
                </Field>
              )}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{words.cancel}</Button>
              <Button appearance="primary" type="submit" disabledFocusable={!usable}>
                {texts.save}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

function withOrWithout(all: ReadonlySet<string>, one: string, wanted: boolean): ReadonlySet<string> {
  const next = new Set(all);
  if (wanted) next.add(one);
  else next.delete(one);
  return next;
}
