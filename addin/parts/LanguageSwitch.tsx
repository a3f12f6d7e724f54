import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Language } from '../language.ts';

const names: Readonly<Record<Language, string>> = { vi: 'Tiếng Việt', en: 'English' };

/** One button that offers the other language in its own words. */
export function LanguageSwitch({
  language,
  label,
  onChange,
}: {
  readonly language: Language;
  readonly label: string;
  readonly onChange: (language: Language) => void;
}): ReactElement {
  const other: Language = language === 'vi' ? 'en' : 'vi';
  return (
    <Button
      appearance="subtle"
      size="small"
      lang={other}
      title={`${label}: ${names[other]}`}
      aria-label={`${other.toUpperCase()} – ${label}: ${names[other]}`}
      onClick={() => onChange(other)}
    >
      {other.toUpperCase()}
    </Button>
  );
}
