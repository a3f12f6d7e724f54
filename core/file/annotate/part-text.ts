/** A part as text and back to the very same bytes: everything not edited stays as it was. */
import { FileRefused } from '../refused.ts';
import { utf16Of } from '../xml.ts';

export interface PartText {
  readonly text: string;
  readonly encode: (text: string) => Uint8Array;
}

/** Throws FileRefused when the bytes are neither UTF-8 nor UTF-16. */
export function openText(bytes: Uint8Array): PartText {
  const utf16 = utf16Of(bytes);
  try {
    // The byte order mark is kept as the first character, so that it comes back on encoding.
    const text = new TextDecoder(utf16 ?? 'utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, encode: utf16 ? (edited) => encodeUtf16(edited, utf16 === 'utf-16be') : encodeUtf8 };
  } catch {
    throw new FileRefused('xml-encoding');
  }
}

function encodeUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function encodeUtf16(text: string, big: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1) view.setUint16(index * 2, text.charCodeAt(index), !big);
  return bytes;
}
