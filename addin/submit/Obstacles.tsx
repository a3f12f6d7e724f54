import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { organisationName } from '../../core/organisation.ts';
import type { Profile } from '../../core/profile.ts';
import type { Language } from '../language.ts';
import type { Messages } from '../messages/vi.ts';
import { FindingBrief } from '../parts/FindingBrief.tsx';
import { periodText } from '../parts/moments.ts';
import { Notice } from '../parts/Notice.tsx';
import type { Obstacle, Selection } from './gate.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '8px' },
  form: { display: 'flex', gap: '6px', alignItems: 'flex-start' },
  grow: { flexGrow: 1 },
});

/** Why a workbook may not go yet, and what can be done about it here. */
export function Obstacles({
  obstacles,
  duplicateOf,
  selection,
  profile,
  words,
  language,
  onSelect,
  onReason,
}: {
  readonly obstacles: readonly Obstacle[];
  /** Name of the earlier file it would replace. */
  readonly duplicateOf: string | null;
  readonly selection: Selection;
  readonly profile: Profile;
  readonly words: Messages;
  readonly language: Language;
  readonly onSelect: (selection: Selection) => void;
  readonly onReason: (reason: string) => void;
}): ReactElement | null {
  const styles = useStyles();
  const texts = words.submit;
  if (obstacles.length === 0 && duplicateOf === null) return null;
  return (
    <div className={styles.list}>
      {obstacles.map((obstacle) => (
        <div key={obstacle.type} className={styles.list}>
          <Notice
            intent={obstacle.type === 'named' || obstacle.type.startsWith('no') ? 'warning' : 'error'}
            action={wayOut(obstacle, selection, profile, texts, language, onSelect)}
          >
            {wordsOf(obstacle, profile, texts, language)}
          </Notice>
          {obstacle.type === 'named' && <ReasonForm texts={texts} onReason={onReason} />}
          {'findings' in obstacle && <FindingBrief findings={obstacle.findings} words={words} language={language} />}
        </div>
      ))}
      {duplicateOf !== null && <Notice intent="warning">{texts.obstacle.duplicate(duplicateOf)}</Notice>}
    </div>
  );
}

function wordsOf(obstacle: Obstacle, profile: Profile, texts: Messages['submit'], language: Language): string {
  switch (obstacle.type) {
    case 'personal':
    case 'collaborator':
    case 'named':
      return texts.obstacle[obstacle.type](obstacle.findings.length);
    case 'otherOrganisation':
      return texts.obstacle.otherOrganisation(organisationName(profile, obstacle.found));
    case 'otherPeriod':
      return texts.obstacle.otherPeriod(periodText(obstacle.found, language));
    case 'notYours':
      return texts.obstacle.notYours(organisationName(profile, obstacle.found));
    default:
      return texts.obstacle[obstacle.type];
  }
}

/** What the workbook says can be taken with one press. */
function wayOut(
  obstacle: Obstacle,
  selection: Selection,
  profile: Profile,
  texts: Messages['submit'],
  language: Language,
  onSelect: (selection: Selection) => void,
): { label: string; onClick: () => void } | undefined {
  if (obstacle.type === 'otherOrganisation')
    return {
      label: texts.useFound(organisationName(profile, obstacle.found)),
      onClick: () => onSelect({ ...selection, organisation: obstacle.found }),
    };
  if (obstacle.type === 'otherPeriod')
    return {
      label: texts.useFound(periodText(obstacle.found, language)),
      onClick: () => onSelect({ ...selection, period: obstacle.found }),
    };
  return undefined;
}

function ReasonForm({
  texts,
  onReason,
}: {
  readonly texts: Messages['submit'];
  readonly onReason: (reason: string) => void;
}): ReactElement {
  const styles = useStyles();
  const [text, setText] = useState('');
  const usable = text.trim().length >= 3;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (usable) onReason(text.trim());
      }}
    >
      <Field label={texts.reason} hint={texts.reasonHint}>
        <div className={styles.form}>
          <Input
            className={styles.grow}
            value={text}
            maxLength={500}
            aria-label={texts.reason}
            onChange={(_, { value }) => setText(value)}
          />
          <Button type="submit" disabledFocusable={!usable}>
            {texts.reasonUse}
          </Button>
        </div>
      </Field>
    </form>
  );
}
