import type { DocumentReference, Located } from '../document.ts';
import { latin } from '../text/latin.ts';

const denied = latin(String.raw`^\s*(chưa|không)(?!\p{L})`, 'iu');

/** True when a document is cited; «chưa có», «không» and the like cite none. */
export function citesDocument(reference: Located<DocumentReference> | null): boolean {
  if (!reference) return false;
  const { number, date, text } = reference.value;
  return number !== null || date !== null || !denied.test(text.normalize('NFC'));
}
