/** The user's language: Vietnamese until they choose otherwise; the choice is kept. */
import { en } from './messages/en.ts';
import { vi, type Messages } from './messages/vi.ts';

export type Language = 'vi' | 'en';

export const messages: Readonly<Record<Language, Messages>> = { vi, en };

const key = 'bloc-rollup-language';

export function rememberedLanguage(): Language {
  // Storage may be switched off in an embedded page; the pane works without it.
  try {
    return localStorage.getItem(key) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
  }
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    return;
  }
}
