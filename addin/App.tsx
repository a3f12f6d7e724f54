import { FluentProvider, makeStyles, Spinner, Tab, TabList, tokens } from '@fluentui/react-components';
import { Suspense, useEffect, useMemo, useState, type ReactElement } from 'react';
import { AccountMenu } from './account/AccountMenu.tsx';
import { useAccount } from './account/use-account.ts';
import { useTheme } from './appearance.ts';
import { openEngine, startWorker } from './engine/engine.ts';
import type { WorkbookHost } from './host.ts';
import { Icon } from './icons.tsx';
import { messages, rememberedLanguage, rememberLanguage, type Language } from './language.ts';
import { PaneContext, reasonOf, type Pane } from './pane.ts';
import { Announcer, useAnnouncer } from './parts/Announcer.tsx';
import { CrashGuard } from './parts/CrashGuard.tsx';
import { LanguageSwitch } from './parts/LanguageSwitch.tsx';
import { Notice } from './parts/Notice.tsx';
import { saveFile } from './save-file.ts';
import { defaultProfile, profileOf } from './shipped-profile.ts';
import { tabs, type Tab as TabSpec } from './tabs.ts';

const useStyles = makeStyles({
  pane: { height: '100%', display: 'flex', flexDirection: 'column', backgroundColor: tokens.colorNeutralBackground2 },
  top: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    padding: '4px 8px 0 12px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  name: {
    flexGrow: 1,
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  tabs: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    flexShrink: 0,
  },
  tab: {
    flex: '1 1 0',
    minWidth: 0,
    gridAutoFlow: 'row',
    justifyItems: 'center',
    rowGap: '1px',
    padding: '6px 2px 8px',
  },
  tabName: { gridRowStart: 2, gridColumnStart: 1, padding: 0, fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap' },
  notice: { padding: '8px 12px 0' },
  content: { flexGrow: 1, minHeight: 0, overflowY: 'auto', position: 'relative' },
  loading: { padding: '48px 0' },
});

/** The whole pane: one header, the tabs the user may see, one tab's content. */
export function App({ host }: { readonly host: WorkbookHost }): ReactElement {
  const styles = useStyles();
  const { theme } = useTheme(host);
  const [language, setLanguage] = useState(rememberedLanguage);
  const words = messages[language];
  const account = useAccount();
  const [announcement, announce] = useAnnouncer();
  const [engine] = useState(() => openEngine(startWorker));
  const [chosen, setChosen] = useState<TabSpec['id']>(() => tabInAddress());
  const [opened, setOpened] = useState<ReadonlySet<TabSpec['id']>>(new Set());
  const { api, session } = account;

  useEffect(() => {
    document.documentElement.lang = language;
    document.title = words.product;
  }, [language, words]);

  const visible = tabs.filter(({ roles }) => roles === 'anyone' || (session !== null && roles.includes(session.role)));
  const current = visible.find(({ id }) => id === chosen) ?? visible[0];
  // The same object as long as the session lasts: another profile is another judgement.
  const profile = useMemo(() => (session && profileOf(session.profile)) ?? defaultProfile, [session]);
  const pane = useMemo(
    (): Pane => ({
      host,
      api,
      engine,
      language,
      words,
      profile,
      session,
      signIn: account.open,
      announce,
      saveFile,
    }),
    [host, api, engine, language, words, profile, session, account.open, announce],
  );
  const changeLanguage = (next: Language): void => {
    setLanguage(next);
    rememberLanguage(next);
  };

  return (
    <FluentProvider theme={theme}>
      <PaneContext value={pane}>
        {/* Not on the provider: its class would come down to every list and dialog. */}
        <div className={styles.pane}>
          <header className={styles.top}>
            <h1 className={styles.name}>{words.product}</h1>
            <LanguageSwitch language={language} label={words.language} onChange={changeLanguage} />
            <AccountMenu account={account} words={words} language={language} profile={pane.profile} />
          </header>
          <nav aria-label={words.parts}>
            <TabList
              className={styles.tabs}
              reserveSelectedTabSpace={false}
              selectedValue={current?.id ?? null}
              onTabSelect={(_, { value }) => {
                const tab = tabs.find(({ id }) => id === value);
                if (!tab) return;
                setOpened(new Set([...opened, ...(current ? [current.id] : []), tab.id]));
                setChosen(tab.id);
              }}
            >
              {visible.map(({ id, icon }) => (
                <Tab
                  key={id}
                  id={`tab-${id}`}
                  value={id}
                  className={styles.tab}
                  icon={<Icon name={icon} />}
                  aria-controls={`panel-${id}`}
                  content={{ className: styles.tabName, children: words.tabs[id] }}
                />
              ))}
            </TabList>
          </nav>
          {account.problem !== null && (
            <div className={styles.notice}>
              <Notice intent="error" onClose={account.dismiss} closeLabel={words.close}>
                {words.account.failed} {reasonOf(account.problem, words, language)}
              </Notice>
            </div>
          )}
          <main className={styles.content}>
            {visible
              .filter(({ id }) => id === current?.id || opened.has(id))
              .map(({ id, Content }) => (
                // A tab once opened stays, hidden: its work goes on while the user looks elsewhere.
                <div
                  key={id}
                  id={`panel-${id}`}
                  role="tabpanel"
                  aria-labelledby={`tab-${id}`}
                  hidden={id !== current?.id}
                >
                  <CrashGuard words={words.crashed}>
                    <Suspense fallback={<Spinner className={styles.loading} size="small" label={words.loading} />}>
                      <Content />
                    </Suspense>
                  </CrashGuard>
                </div>
              ))}
          </main>
          <Announcer text={announcement} />
        </div>
      </PaneContext>
    </FluentProvider>
  );
}

/** `taskpane.html?tab=check`: how the ribbon's buttons open the pane on a tab. */
function tabInAddress(): TabSpec['id'] {
  const asked = new URLSearchParams(location.search).get('tab');
  return tabs.find(({ id }) => id === asked)?.id ?? 'check';
}
