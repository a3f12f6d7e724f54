/** A part as text and back to the very same bytes: everything not edited stays as it was. */
import { FileRefused } from '../refused.ts';

export interface PartText {
  readonly text: string;
  readonly encode: (text: string) => Uint8Array;
}

/** Throws FileRefused when the bytes are neither UTF-8 nor UTF-16 with a byte order mark. */
export function openText(bytes: Uint8Array): PartText {
  const [first, second] = bytes;
  const little = first === 0xff && second === 0xfe;
  const big = first === 0xfe && second === 0xff;
  try {
    // The byte order mark is kept as the first character, so that it comes back on encoding.
    const label = little ? 'utf-16le' : big ? 'utf-16be' : 'utf-8';
    const text = new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, encode: little || big ? (edited) => encodeUtf16(edited, big) : encodeUtf8 };
  } catch {
    throw new FileRefused('xml-encoding');
  }
}

export function encodeUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function encodeUtf16(text: string, big: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1) view.setUint16(index * 2, text.charCodeAt(index), !big);
  return bytes;
}
