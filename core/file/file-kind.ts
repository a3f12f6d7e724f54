/** What a file that is no ZIP package is, told from its bytes, never from its name. */
import type { RefusalCode } from './refused.ts';

const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** The refusal that fits a file that does not start as a ZIP package. */
export function kindRefusal(bytes: Uint8Array): RefusalCode {
  if (bytes.length === 0) return 'empty-file';
  if (ole.every((byte, index) => bytes[index] === byte)) return oleRefusal(bytes);
  if (startsWith(bytes, 'PK')) return 'package-truncated';
  if (startsWith(bytes, '%PDF')) return 'pdf-file';
  return textRefusal(bytes);
}

/** The compound file's directory holds stream names in UTF-16; a search for them is enough to tell the kinds apart. */
function oleRefusal(bytes: Uint8Array): RefusalCode {
  if (holdsUtf16(bytes, 'EncryptedPackage')) return 'password-protected';
  if (holdsUtf16(bytes, 'Workbook\0') || holdsUtf16(bytes, 'Book\0')) return 'legacy-xls';
  return 'ole-document';
}

function holdsUtf16(bytes: Uint8Array, text: string): boolean {
  const first = text.charCodeAt(0);
  for (let start = bytes.indexOf(first); start >= 0; start = bytes.indexOf(first, start + 1)) {
    let index = 0;
    while (
      index < text.length &&
      bytes[start + index * 2] === text.charCodeAt(index) &&
      bytes[start + index * 2 + 1] === 0
    )
      index++;
    if (index === text.length) return true;
  }
  return false;
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  for (let index = 0; index < text.length; index++) if (bytes[index] !== text.charCodeAt(index)) return false;
  return true;
}

/** The first bytes as text; null when they hold what no text file holds. */
function headText(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, 4096);
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  let text = '';
  for (const byte of head) {
    if (utf16 && byte === 0) continue;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) {
      // In UTF-16 the bytes of Vietnamese letters fall anywhere.
      if (!utf16) return null;
    }
    text += String.fromCharCode(byte);
  }
  return text.replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
}

function textRefusal(bytes: Uint8Array): RefusalCode {
  const text = headText(bytes);
  if (text === null) return 'unknown-format';
  const start = text.trimStart().slice(0, 1024).toLowerCase();
  if (start === '') return 'empty-file';
  if (start.startsWith('<!doctype html') || /<(html|table|head|body|meta)[\s>]/.test(start)) return 'html-file';
  if (start.startsWith('<?xml') || start.startsWith('<')) return 'xml-file';
  const lines = text.split(/\r\n|\r|\n/, 3);
  return lines.slice(0, 2).some((line) => /[,;\t]/.test(line)) ? 'csv-file' : 'text-file';
}
