import { makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { reasonOf, usePane } from '../pane.ts';
import { NewTemplate, type TemplateChoice } from './NewTemplate.tsx';
import { Repair } from './Repair.tsx';
import { templateFileName } from './choice.ts';

const useStyles = makeStyles({
  tab: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '12px' },
  intro: { color: tokens.colorNeutralForeground2 },
});

/** New workbooks to fill in, and old ones moved into them. */
export function TemplatesTab(): ReactElement {
  const styles = useStyles();
  const { host, engine, profile, session, words, language, announce } = usePane();
  const [busy, setBusy] = useState(false);
  const [notice, setNotice] = useState<{ text: string; intent: 'success' | 'error' } | null>(null);
  const organisations =
    session === null || session.organisations === null
      ? profile.organisations
      : profile.organisations.filter(({ id }) => session.organisations?.includes(id) === true);
  const [organisation, setOrganisation] = useState<string | null>(null);
  const own = organisation ?? (organisations.length === 1 ? (organisations[0]?.id ?? null) : null);

  const make = async (choice: TemplateChoice, into: 'new' | 'open'): Promise<void> => {
    setBusy(true);
    setNotice(null);
    try {
      const bytes = await engine.ask('template', { ...choice, profile });
      const name = templateFileName(choice);
      const inserted = into === 'open' && (await host.insertSheets?.(bytes)) === true;
      // An Excel too old for that still opens it beside.
      if (!inserted) await host.insertTemplate(bytes, name);
      const text = inserted ? words.templates.inserted : words.templates.made(name);
      setNotice({ text, intent: 'success' });
      announce(text);
    } catch (problem) {
      const text = reasonOf(problem, words, language);
      setNotice({ text, intent: 'error' });
      announce(text);
    }
    setBusy(false);
  };

  return (
    <div className={styles.tab}>
      <Text size={200} className={styles.intro}>
        {words.templates.intro}
      </Text>
      <NewTemplate
        organisations={organisations}
        organisation={own}
        busy={busy}
        opens={host.kind === 'excel'}
        words={words}
        onOrganisation={setOrganisation}
        onMake={(choice) => void make(choice, 'new')}
        onInsert={host.insertSheets ? (choice) => void make(choice, 'open') : null}
      />
      {notice && (
        <MessageBar intent={notice.intent} layout="multiline">
          <MessageBarBody>{notice.text}</MessageBarBody>
        </MessageBar>
      )}
      <Repair organisation={own} />
    </div>
  );
}
