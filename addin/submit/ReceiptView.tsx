import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { Receipt } from '../../core/api.ts';
import { organisationName } from '../../core/organisation.ts';
import type { Profile } from '../../core/profile.ts';
import { statusLabels, timelinessLabels } from '../../core/submission.ts';
import { copyText } from '../copy-text.ts';
import type { Language } from '../language.ts';
import type { Messages } from '../messages/vi.ts';
import { FindingBrief } from '../parts/FindingBrief.tsx';
import { instantText, periodText } from '../parts/moments.ts';
import { Notice } from '../parts/Notice.tsx';
import { StatusMark } from '../parts/StatusMark.tsx';
import { usePane } from '../pane.ts';
import { Changes } from './Changes.tsx';
import type { Judged } from './gate.ts';
import { compareFindings } from './parity.ts';

const useStyles = makeStyles({
  receipt: { display: 'flex', flexDirection: 'column', gap: '8px' },
  facts: {
    display: 'grid',
    gridTemplateColumns: '92px minmax(0, 1fr)',
    columnGap: '10px',
    rowGap: '3px',
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  term: { color: tokens.colorNeutralForeground2 },
  fact: { margin: 0, overflowWrap: 'anywhere' },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase100 },
});

/** What the server answered: who, when, content, rules, result, and what changed. */
export function ReceiptView({
  receipt,
  judged,
  profile,
  words,
  language,
}: {
  readonly receipt: Receipt;
  /** The pane's own check of the same bytes; null for a receipt called up later. */
  readonly judged: Judged | null;
  readonly profile: Profile;
  readonly words: Messages;
  readonly language: Language;
}): ReactElement {
  const styles = useStyles();
  const { announce } = usePane();
  const texts = words.submit.receipt;
  const [copied, setCopied] = useState<boolean | null>(null);
  const parity = judged ? compareFindings(judged, receipt) : null;
  const facts = factsOf(receipt, profile, words, language);
  const copy = async (): Promise<void> => {
    const text = [texts.title, ...facts.map(({ term, text }) => `${term}: ${text}`)].join('\n');
    const done = await copyText(text);
    setCopied(done);
    announce(done ? texts.copied : texts.copyFailed);
  };
  return (
    <section className={styles.receipt} aria-label={texts.title}>
      {receipt.repeated && <Notice intent="info">{texts.repeated}</Notice>}
      <Text size={200}>
        <StatusMark status={receipt.status} language={language} />
        <br />
        {receipt.current ? texts.current : texts.notCurrent}
      </Text>
      <dl className={styles.facts}>
        {facts.map(({ term, text, code }) => (
          <Fact key={term} term={term} text={text} className={code === true ? styles.code : ''} />
        ))}
      </dl>
      {parity && (
        <Notice intent={parity.more.length + parity.fewer.length === 0 ? 'success' : 'warning'}>
          {parity.more.length + parity.fewer.length === 0
            ? texts.same
            : texts.differs(parity.more.length, parity.fewer.length)}
          {parity.byClock.length > 0 && ` ${texts.serverOnly(parity.byClock.length)}`}
          {!parity.sameRules && ` ${words.submit.rulesetDiffers}`}
        </Notice>
      )}
      {receipt.findings.length > 0 && <FindingBrief findings={receipt.findings} words={words} language={language} />}
      {receipt.changes && <Changes changes={receipt.changes} texts={words.submit.changes} />}
      <div>
        <Button size="small" onClick={() => void copy()}>
          {texts.copy}
        </Button>
        {copied !== null && <Text size={200}> {copied ? texts.copied : texts.copyFailed}</Text>}
      </div>
    </section>
  );
}

function Fact({
  term,
  text,
  className,
}: {
  readonly term: string;
  readonly text: string;
  readonly className: string;
}): ReactElement {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={`${styles.fact} ${className}`}>{text}</dd>
    </>
  );
}

function factsOf(
  receipt: Receipt,
  profile: Profile,
  words: Messages,
  language: Language,
): { term: string; text: string; code?: boolean }[] {
  const texts = words.submit.receipt;
  const count = (severity: 'error' | 'warning'): number =>
    receipt.findings.filter((finding) => finding.severity === severity).length;
  const period = receipt.period === 'roster' ? words.submit.rosterPeriod : periodText(receipt.period, language);
  return [
    {
      term: words.submit.organisation,
      text: `${organisationName(profile, receipt.organisation)}, ${words.kind[receipt.kind]}, ${period}`,
    },
    { term: texts.status, text: `${statusLabels[receipt.status][language]} (${texts.version(receipt.version)})` },
    { term: texts.receivedAt, text: instantText(receipt.receivedAt, profile.utcOffsetMinutes, language) },
    { term: texts.receivedBy, text: receipt.receivedBy },
    ...(receipt.kind === 'report'
      ? [{ term: texts.timeliness, text: timelinessLabels[receipt.timeliness][language] }]
      : []),
    {
      term: texts.counts,
      text: `${words.severityCount.error(count('error'))}, ${words.severityCount.warning(count('warning'))}`,
    },
    { term: texts.id, text: receipt.id, code: true },
    { term: texts.hash, text: receipt.hash, code: true },
    { term: texts.ruleset, text: receipt.ruleset, code: true },
  ];
}
