import {
  Button,
  Combobox,
  Field,
  Input,
  makeStyles,
  Option,
  Radio,
  RadioGroup,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { DocumentKind } from '../../core/document.ts';
import type { Organisation } from '../../core/profile.ts';
import { foldPlain } from '../../core/text/compare.ts';
import { Icon } from '../icons.tsx';
import type { Messages } from '../messages/vi.ts';
import { readMonth, readYear } from './choice.ts';

export interface TemplateChoice {
  readonly kind: DocumentKind;
  readonly organisation: string;
  readonly period: string | null;
}

const useStyles = makeStyles({
  form: {
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
  wide: { minWidth: 0, width: '100%' },
});

const kinds: readonly DocumentKind[] = ['report', 'roster', 'year'];

/** Kind, organisation and period of a template. */
export function NewTemplate({
  organisations,
  organisation,
  busy,
  opens,
  words,
  onOrganisation,
  onMake,
  onInsert,
}: {
  readonly organisations: readonly Organisation[];
  readonly organisation: string | null;
  readonly busy: boolean;
  /** True where the template opens as a workbook; else it is a download. */
  readonly opens: boolean;
  readonly words: Messages;
  readonly onOrganisation: (id: string | null) => void;
  readonly onMake: (choice: TemplateChoice) => void;
  /** Into the open workbook; null where none is open. */
  readonly onInsert: ((choice: TemplateChoice) => void) | null;
}): ReactElement {
  const styles = useStyles();
  const [kind, setKind] = useState<DocumentKind>('report');
  const [periodText, setPeriodText] = useState(() => monthNow());
  const [yearText, setYearText] = useState(() => String(new Date().getFullYear()));
  const [typed, setTyped] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const period = kind === 'report' ? readMonth(periodText) : kind === 'year' ? readYear(yearText) : null;
  const needsPeriod = kind !== 'roster' && period === null;
  const wanted = foldPlain(typed ?? '');
  const offered = organisations.filter(({ name, id, aliases }) =>
    [name, id, ...aliases].some((one) => foldPlain(one).includes(wanted)),
  );
  const shown = typed ?? organisations.find(({ id }) => id === organisation)?.name ?? '';
  const choose = (use: (choice: TemplateChoice) => void): void => {
    setTried(true);
    if (!busy && organisation !== null && !needsPeriod) use({ kind, organisation, period });
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        choose(onMake);
      }}
    >
      <Field label={words.templates.kind}>
        <RadioGroup value={kind} onChange={(_, { value }) => setKind(kinds.find((one) => one === value) ?? kind)}>
          {kinds.map((one) => (
            <Radio key={one} value={one} label={words.kind[one]} />
          ))}
        </RadioGroup>
      </Field>
      <Field
        label={words.templates.organisation}
        required
        {...(tried && organisation === null ? { validationMessage: words.templates.needOrganisation } : {})}
      >
        <Combobox
          className={styles.wide}
          placeholder={words.templates.search}
          value={shown}
          selectedOptions={organisation === null ? [] : [organisation]}
          onChange={({ target }) => {
            setTyped(target.value);
            onOrganisation(null);
          }}
          onOptionSelect={(_, { optionValue }) => {
            setTyped(null);
            onOrganisation(optionValue ?? null);
          }}
        >
          {offered.map(({ id, name }) => (
            <Option key={id} value={id} text={name}>
              {name}
            </Option>
          ))}
        </Combobox>
      </Field>
      {kind === 'report' && (
        <Field
          label={words.templates.period}
          required
          {...(tried && needsPeriod ? { validationMessage: words.templates.needPeriod } : {})}
        >
          <Input
            className={styles.wide}
            value={periodText}
            placeholder="11/2023"
            inputMode="numeric"
            onChange={(_, { value }) => setPeriodText(value)}
          />
        </Field>
      )}
      {kind === 'year' && (
        <Field
          label={words.templates.year}
          required
          {...(tried && needsPeriod ? { validationMessage: words.templates.needYear } : {})}
        >
          <Input
            className={styles.wide}
            value={yearText}
            placeholder="2023"
            inputMode="numeric"
            onChange={(_, { value }) => setYearText(value)}
          />
        </Field>
      )}
      <Button
        appearance="primary"
        type="submit"
        disabledFocusable={busy}
        icon={busy ? <Spinner size="extra-tiny" aria-hidden /> : <Icon name="templates" />}
      >
        {busy ? words.templates.making : opens ? words.templates.open : words.templates.download}
      </Button>
      {onInsert && (
        <Button disabledFocusable={busy} onClick={() => choose(onInsert)}>
          {words.templates.insert}
        </Button>
      )}
    </form>
  );
}

/** This month as staff write it: `11/2023`. */
function monthNow(): string {
  const now = new Date();
  return `${String(now.getMonth() + 1).padStart(2, '0')}/${now.getFullYear()}`;
}
