/** Light or dark: as Office shows itself, else as the system does. Forced colours are left to the system. */
import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import type { Appearance, WorkbookHost } from './host.ts';

const themes: Readonly<Record<Appearance, Theme>> = { light: webLightTheme, dark: webDarkTheme };
const darkSystem = '(prefers-color-scheme: dark)';

export function useTheme(host: WorkbookHost): { readonly theme: Theme; readonly appearance: Appearance } {
  const appearance = useSyncExternalStore(
    (changed) => {
      const query = matchMedia(darkSystem);
      query.addEventListener('change', changed);
      const stop = host.onAppearance(changed);
      return () => {
        query.removeEventListener('change', changed);
        stop();
      };
    },
    (): Appearance => host.appearance() ?? (matchMedia(darkSystem).matches ? 'dark' : 'light'),
  );
  return { theme: themes[appearance], appearance };
}
