import type { Appearance } from '../host.ts';

/** As Office shows itself; null where it does not tell. */
export function appearance(): Appearance | null {
  // Undefined in some hosts, whatever the type says.
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  const [red, green, blue] =
    /^#?(..)(..)(..)$/
      .exec(theme?.bodyBackgroundColor ?? '')
      ?.slice(1)
      .map(fromHex) ?? [];
  if (red === undefined || green === undefined || blue === undefined) return null;
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? 'dark' : 'light';
}

/** Excel fires no event for its theme: it is looked at again when the pane gets the focus. */
export function onAppearance(listener: () => void): () => void {
  addEventListener('focus', listener);
  return () => removeEventListener('focus', listener);
}

function fromHex(digits: string): number {
  return parseInt(digits, 16);
}
