/**
 * A strict pull reader for the XML of workbook parts, over UTF-8 bytes: one pass, nothing built but what is asked for.
 * It refuses what is not well-formed, DOCTYPE and ENTITY declarations, and depth, attributes or text beyond the limits.
 */
import { asciiText } from './cell-bytes.ts';
import type { FileLimits } from './limits.ts';
import { FileRefused, showBytes } from './refused.ts';

export type XmlLimits = Pick<FileLimits, 'xmlDepth' | 'xmlAttributes' | 'xmlTextBytes'>;

/** What `next` found. */
export const Xml = { end: 0, open: 1, close: 2, text: 3 } as const;
type Token = (typeof Xml)[keyof typeof Xml];

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const EXCLAMATION = 0x21;
const QUOTE = 0x22;
const AMPERSAND = 0x26;
const APOSTROPHE = 0x27;
const HYPHEN = 0x2d;
const SLASH = 0x2f;
const COLON = 0x3a;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const QUESTION = 0x3f;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

/** 1 for bytes a name may hold; whatever is above ASCII is let through, as letters there are. */
const nameBytes = new Uint8Array(256);
for (let byte = 0; byte < 256; byte++)
  if (byte > 127 || /[A-Za-z0-9_.:-]/.test(String.fromCharCode(byte))) nameBytes[byte] = 1;

const oneLetterNames = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Which UTF-16 the bytes are in, by their mark or by the first sign of any XML; null for neither. */
export function utf16Of([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if ((first === 0xff && second === 0xfe) || (first === LESS && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second === LESS) ? 'utf-16be' : null;
}

/** The bytes as UTF-8 without a byte order mark. Throws FileRefused for other encodings. */
export function toUtf8(bytes: Uint8Array): Uint8Array {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return bytes.subarray(3);
  const utf16 = utf16Of(bytes);
  if (utf16) {
    try {
      return new TextEncoder().encode(new TextDecoder(utf16, { fatal: true }).decode(bytes));
    } catch {
      throw new FileRefused('xml-encoding');
    }
  }
  if (first === 0 || second === 0) throw new FileRefused('xml-encoding');
  checkDeclaredEncoding(bytes);
  return bytes;
}

/** How nearly every part starts. */
const usualStart = '<?xml version="1.0" encoding="UTF-8"';

/** One byte a letter: only UTF-8 will do, whatever the declaration says. */
function checkDeclaredEncoding(bytes: Uint8Array): void {
  let usual = 0;
  while (usual < usualStart.length && bytes[usual] === usualStart.charCodeAt(usual)) usual++;
  if (usual === usualStart.length) return;
  const end = bytes.indexOf(GREATER);
  const head = asciiText(bytes, 0, Math.min(200, end < 0 ? 200 : end));
  if (!head.startsWith('<?xml')) return;
  const encoding = /\sencoding\s*=\s*["']([^"']*)["']/.exec(head)?.[1];
  if (encoding !== undefined && !/^(utf-?8|us-ascii|ascii)$/i.test(encoding)) throw new FileRefused('xml-encoding');
}

/** True when the part declares a document type or an entity; for parts nobody parses. */
export function declaresEntities(utf8Bytes: Uint8Array): boolean {
  for (let at = utf8Bytes.indexOf(EXCLAMATION); at >= 0; at = utf8Bytes.indexOf(EXCLAMATION, at + 1)) {
    // <!DOCTYPE, <!ENTITY; <!-- and <![CDATA[ are harmless.
    if (utf8Bytes[at - 1] === LESS && utf8Bytes[at + 1] !== HYPHEN && utf8Bytes[at + 1] !== OPEN_BRACKET) return true;
  }
  return false;
}

/** Holds one content in several forms: `Choice` for readers that know more, `Fallback` for the others. */
const compatibilityNamespace = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** Bytes up to which text is put together letter by letter. */
const shortText = 12;
/** Namespaces in scope at once; Excel declares about thirty. */
const bindingLimit = 128;
/** Workbook parts use a few dozen names; a file that makes up more pays for them itself. */
const knownNamesLimit = 512;

interface Binding {
  readonly depth: number;
  readonly prefix: string;
  readonly uri: string;
}

interface Scratch {
  /** Start and end of the qualified names of the open elements. */
  readonly nameStarts: Int32Array;
  readonly nameEnds: Int32Array;
  /** Four numbers an attribute: name start, name end, value start, value end. */
  readonly attributes: Int32Array;
}

/** The working space of a scanner that has come to its end, for the next one: most parts are small, and many. */
let idleScratch: Scratch | null = null;

function takeScratch(limits: XmlLimits): Scratch {
  const idle = idleScratch;
  idleScratch = null;
  if (idle?.nameStarts.length === limits.xmlDepth + 1 && idle.attributes.length === 4 * limits.xmlAttributes)
    return idle;
  return {
    nameStarts: new Int32Array(limits.xmlDepth + 1),
    nameEnds: new Int32Array(limits.xmlDepth + 1),
    attributes: new Int32Array(4 * limits.xmlAttributes),
  };
}

/**
 * After `next`:
 * - open: `name` is the local name, or '' when the element belongs to none of the namespaces asked for nor to markup
 *   compatibility;
 *   the attributes are at hand until the next call. An empty element gives open, then close.
 * - text: `text` and `textStart`/`textEnd` give it. Text may come in several pieces.
 * - close: `depth` is already that of the parent.
 */
export class XmlScanner {
  readonly bytes: Uint8Array;
  name = '';
  /** Open elements, the current one included. */
  depth = 0;
  textStart = 0;
  textEnd = 0;
  attributeCount = 0;
  /** Where the next token starts. A caller that has read some bytes itself moves it on, never into the middle of one. */
  position = 0;

  private pendingClose = false;
  private rootSeen = false;
  /** The text holds references or carriage returns, so that its bytes are not yet its content. */
  private textRaw = false;
  private readonly limits: XmlLimits;
  private readonly namespaces: readonly string[];
  private readonly nameStarts: Int32Array;
  private readonly nameEnds: Int32Array;
  private readonly attributes: Int32Array;
  private readonly bindings: Binding[] = [];
  /** Elements without a prefix belong to the namespaces asked for. */
  defaultAccepted = false;
  /** What `accepts` found since the bindings changed. */
  private readonly acceptance = new Map<string, boolean>();
  private readonly knownNames = new Map<number, string>();

  constructor(bytes: Uint8Array, namespaces: readonly string[], limits: XmlLimits) {
    const decoded = toUtf8(bytes);
    // Always of the one class, so that the engine compiles the loops below for it alone.
    this.bytes = new Uint8Array(decoded.buffer, decoded.byteOffset, decoded.length);
    this.namespaces = namespaces;
    this.limits = limits;
    const scratch = takeScratch(limits);
    this.nameStarts = scratch.nameStarts;
    this.nameEnds = scratch.nameEnds;
    this.attributes = scratch.attributes;
    if (this.bytes[0] === LESS && this.bytes[1] === QUESTION && this.is(2, 'xml')) this.skipInstruction(5);
  }

  next(): Token {
    if (this.pendingClose) {
      this.pendingClose = false;
      return this.leave();
    }
    const { bytes } = this;
    for (;;) {
      const at = this.position;
      if (at >= bytes.length) {
        if (this.depth > 0 || !this.rootSeen) throw new FileRefused('xml-malformed');
        idleScratch = { nameStarts: this.nameStarts, nameEnds: this.nameEnds, attributes: this.attributes };
        return Xml.end;
      }
      if (bytes[at] !== LESS) {
        if (this.readText(at)) return Xml.text;
        continue;
      }
      const second = bytes[at + 1];
      if (second === SLASH) return this.readClose(at + 2);
      if (second === QUESTION) this.skipInstruction(at + 2);
      else if (second === EXCLAMATION) {
        if (this.skipOrReadDeclaration(at + 2)) return Xml.text;
      } else return this.readOpen(at + 1);
    }
  }

  /** Passes over what is left of the current element, its close included. */
  skip(): void {
    const outside = this.depth - 1;
    while (this.depth > outside) if (this.next() === Xml.end) return;
  }

  /** The text found last. */
  get text(): string {
    return this.decode(this.textStart, this.textEnd, this.textRaw);
  }

  /** All text directly inside the current element; elements inside it are passed over. Ends behind the close. */
  readElementText(): string {
    const outside = this.depth - 1;
    let text = '';
    for (;;) {
      const token = this.next();
      if (token === Xml.text) text = text === '' ? this.text : text + this.text;
      else if (token === Xml.open) this.skip();
      else if (this.depth <= outside) {
        if (text.length > this.limits.xmlTextBytes)
          throw new FileRefused('xml-text', showBytes(this.limits.xmlTextBytes));
        return text;
      }
    }
  }

  /** The value of an attribute without a prefix; null when there is none. */
  attribute(name: string): string | null {
    const index = this.findAttribute(name, false);
    return index < 0 ? null : this.decodeAttribute(index);
  }

  /** The value of an attribute with some prefix, such as `r:id`, by its local name. */
  prefixedAttribute(name: string): string | null {
    const index = this.findAttribute(name, true);
    return index < 0 ? null : this.decodeAttribute(index);
  }

  /** A boolean attribute in any of its spellings; false when there is none. */
  flag(name: string): boolean {
    const value = this.attribute(name);
    return value === '1' || value === 'true' || value === 'on';
  }

  /** The byte when the attribute's name is one ASCII letter, else 0. For hot loops. */
  attributeLetter(index: number): number {
    const start = this.attributes[index * 4] as number;
    return this.attributes[index * 4 + 1] === start + 1 ? (this.bytes[start] as number) : 0;
  }

  attributeStart(index: number): number {
    return this.attributes[index * 4 + 2] as number;
  }

  attributeEnd(index: number): number {
    return this.attributes[index * 4 + 3] as number;
  }

  /** Bytes from `start` to `end` as text; `raw` when references and line ends are still to be resolved. */
  decode(start: number, end: number, raw: boolean): string {
    const short = end - start <= shortText ? this.shortAscii(start, end) : null;
    if (short !== null) return raw ? resolveReferences(short.replace(/\r\n?/g, '\n')) : short;
    let text: string;
    try {
      text = utf8.decode(this.bytes.subarray(start, end));
    } catch {
      throw new FileRefused('xml-encoding');
    }
    return raw ? resolveReferences(text.replace(/\r\n?/g, '\n')) : text;
  }

  /** Faster than the decoder for a few letters; null when there are others than ASCII. */
  private shortAscii(start: number, end: number): string | null {
    let text = '';
    for (let at = start; at < end; at++) {
      const byte = this.bytes[at] as number;
      if (byte > 0x7f) return null;
      text += String.fromCharCode(byte);
    }
    return text;
  }

  private decodeAttribute(index: number): string {
    const text = this.decode(this.attributeStart(index), this.attributeEnd(index), false);
    return /[&\t\n\r]/.test(text) ? resolveReferences(text.replace(/\r\n|[\t\n\r]/g, ' ')) : text;
  }

  private findAttribute(name: string, prefixed: boolean): number {
    for (let index = 0; index < this.attributeCount; index++) {
      let start = this.attributes[index * 4] as number;
      const end = this.attributes[index * 4 + 1] as number;
      if (prefixed) {
        const colon = this.colon(start, end);
        if (colon < 0 || this.is(start, 'xmlns')) continue;
        start = colon + 1;
      }
      if (end - start === name.length && this.is(start, name)) return index;
    }
    return -1;
  }

  private is(start: number, text: string): boolean {
    for (let index = 0; index < text.length; index++)
      if (this.bytes[start + index] !== text.charCodeAt(index)) return false;
    return true;
  }

  private colon(start: number, end: number): number {
    for (let at = start; at < end; at++) if (this.bytes[at] === COLON) return at;
    return -1;
  }

  private leave(): Token {
    this.depth--;
    if ((this.bindings.at(-1)?.depth ?? 0) > this.depth) this.unbind();
    return Xml.close;
  }

  private readClose(start: number): Token {
    const { bytes } = this;
    if (this.depth === 0) throw new FileRefused('xml-malformed');
    let at = start;
    const openEnd = this.nameEnds[this.depth] as number;
    for (let open = this.nameStarts[this.depth] as number; open < openEnd; open++)
      if (bytes[at++] !== bytes[open]) throw new FileRefused('xml-malformed');
    if (bytes[at] !== GREATER) {
      at = this.skipSpace(at);
      // A longer name than the opening one also ends up here.
      if (bytes[at] !== GREATER) throw new FileRefused('xml-malformed');
    }
    this.position = at + 1;
    return this.leave();
  }

  private skipSpace(start: number): number {
    const { bytes } = this;
    let at = start;
    for (;;) {
      const byte = bytes[at];
      if (byte !== SPACE && byte !== LF && byte !== CR && byte !== TAB) return at;
      at++;
    }
  }

  private readOpen(start: number): Token {
    const { bytes } = this;
    if (this.depth === 0 && this.rootSeen) throw new FileRefused('xml-malformed');
    this.rootSeen = true;
    let at = start;
    let colon = -1;
    for (let byte = bytes[at]; byte !== undefined && nameBytes[byte] === 1; byte = bytes[++at]) {
      if (byte === COLON) {
        if (colon >= 0) throw new FileRefused('xml-malformed');
        colon = at;
      }
    }
    const nameEnd = at;
    const first = bytes[start] ?? 0;
    // No name, or one that starts with a digit, a hyphen, a point or a colon.
    if (nameEnd === start || first <= COLON) throw new FileRefused('xml-malformed');
    if (++this.depth > this.limits.xmlDepth) throw new FileRefused('xml-depth', String(this.limits.xmlDepth));
    this.nameStarts[this.depth] = start;
    this.nameEnds[this.depth] = nameEnd;

    let count = 0;
    let declares = false;
    for (;;) {
      const before = at;
      at = this.skipSpace(at);
      const byte = bytes[at];
      if (byte === GREATER) {
        at++;
        break;
      }
      if (byte === SLASH && bytes[at + 1] === GREATER) {
        at += 2;
        this.pendingClose = true;
        break;
      }
      if (at === before) throw new FileRefused('xml-malformed');
      if (count === this.limits.xmlAttributes)
        throw new FileRefused('xml-attributes', String(this.limits.xmlAttributes));
      at = this.readAttribute(at, count);
      const nameStart = this.attributes[count * 4] as number;
      if (bytes[nameStart] === 0x78 && this.is(nameStart, 'xmlns')) declares = true;
      count++;
    }
    this.attributeCount = count;
    this.position = at;
    if (declares) this.bind();
    const accepted = colon < 0 ? this.defaultAccepted : this.accepts(this.ascii(start, colon));
    this.name = accepted ? this.intern(colon < 0 ? start : colon + 1, nameEnd) : '';
    return Xml.open;
  }

  /** Records one attribute; gives the position behind its closing quote. */
  private readAttribute(start: number, index: number): number {
    const { bytes, attributes } = this;
    let at = start;
    for (let byte = bytes[at]; byte !== undefined && nameBytes[byte] === 1; byte = bytes[++at]);
    const nameEnd = at;
    if (nameEnd === start || (bytes[start] as number) <= COLON) throw new FileRefused('xml-malformed');
    if (bytes[at] !== EQUALS) {
      at = this.skipSpace(at);
      if (bytes[at] !== EQUALS) throw new FileRefused('xml-malformed');
    }
    at++;
    let quote = bytes[at];
    if (quote !== QUOTE && quote !== APOSTROPHE) {
      at = this.skipSpace(at);
      quote = bytes[at];
      if (quote !== QUOTE && quote !== APOSTROPHE) throw new FileRefused('xml-malformed');
    }
    const valueStart = ++at;
    for (;;) {
      const byte = bytes[at];
      if (byte === quote) break;
      if (byte === undefined || byte === LESS || (byte < SPACE && byte !== LF && byte !== CR && byte !== TAB))
        throw new FileRefused('xml-malformed');
      at++;
    }
    if (at - valueStart > this.limits.xmlTextBytes)
      throw new FileRefused('xml-text', showBytes(this.limits.xmlTextBytes));
    const length = nameEnd - start;
    for (let other = 0; other < index; other++) {
      const otherStart = attributes[other * 4] as number;
      if ((attributes[other * 4 + 1] as number) - otherStart === length && this.sameBytes(otherStart, start, length))
        throw new FileRefused('xml-malformed');
    }
    const slot = index * 4;
    attributes[slot] = start;
    attributes[slot + 1] = nameEnd;
    attributes[slot + 2] = valueStart;
    attributes[slot + 3] = at;
    return at + 1;
  }

  private sameBytes(a: number, b: number, length: number): boolean {
    for (let index = 0; index < length; index++) if (this.bytes[a + index] !== this.bytes[b + index]) return false;
    return true;
  }

  /** Takes note of the namespaces the current element declares. */
  private bind(): void {
    for (let index = 0; index < this.attributeCount; index++) {
      const start = this.attributes[index * 4] as number;
      const end = this.attributes[index * 4 + 1] as number;
      if (!this.is(start, 'xmlns')) continue;
      if (end !== start + 5 && this.bytes[start + 5] !== COLON) continue;
      const prefix = end === start + 5 ? '' : this.decode(start + 6, end, false);
      this.bindings.push({ depth: this.depth, prefix, uri: this.decodeAttribute(index) });
    }
    if (this.bindings.length > bindingLimit) throw new FileRefused('xml-attributes', String(bindingLimit));
    this.acceptance.clear();
    this.defaultAccepted = this.accepts('');
  }

  private unbind(): void {
    while ((this.bindings.at(-1)?.depth ?? 0) > this.depth) this.bindings.pop();
    this.acceptance.clear();
    this.defaultAccepted = this.accepts('');
  }

  private accepts(prefix: string): boolean {
    let accepted = this.acceptance.get(prefix);
    if (accepted === undefined) {
      accepted = this.lookUp(prefix);
      this.acceptance.set(prefix, accepted);
    }
    return accepted;
  }

  private lookUp(prefix: string): boolean {
    for (let index = this.bindings.length - 1; index >= 0; index--) {
      const binding = this.bindings[index];
      if (binding?.prefix === prefix)
        return this.namespaces.includes(binding.uri) || binding.uri === compatibilityNamespace;
    }
    if (prefix !== '' && prefix !== 'xml') throw new FileRefused('xml-malformed');
    return false;
  }

  private ascii(start: number, end: number): string {
    return end === start + 1 ? (oneLetterNames[this.bytes[start] ?? 0] ?? '') : this.intern(start, end);
  }

  /** The same string object for the same name. */
  private intern(start: number, end: number): string {
    const { bytes } = this;
    if (end === start + 1) return oneLetterNames[bytes[start] as number] ?? '';
    let hash = end - start;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + (bytes[at] as number)) | 0;
    const known = this.knownNames.get(hash);
    if (known?.length === end - start && this.is(start, known)) return known;
    const name = this.decode(start, end, false);
    if (this.knownNames.size < knownNamesLimit) this.knownNames.set(hash, name);
    return name;
  }

  /** False when the text is the white space between elements of the outermost level. */
  private readText(start: number): boolean {
    const { bytes } = this;
    let at = start;
    let raw = false;
    for (;;) {
      const byte = bytes[at];
      if (byte === LESS || byte === undefined) break;
      if (byte < SPACE) {
        if (byte === CR) raw = true;
        else if (byte !== LF && byte !== TAB) throw new FileRefused('xml-malformed');
      } else if (byte === AMPERSAND) raw = true;
      else if (
        byte === GREATER &&
        bytes[at - 1] === CLOSE_BRACKET &&
        bytes[at - 2] === CLOSE_BRACKET &&
        at - 2 >= start
      )
        throw new FileRefused('xml-malformed');
      at++;
    }
    this.position = at;
    if (this.depth === 0) {
      if (this.skipSpace(start) < at) throw new FileRefused('xml-malformed');
      return false;
    }
    this.setText(start, at, raw);
    return true;
  }

  private setText(start: number, end: number, raw: boolean): void {
    if (end - start > this.limits.xmlTextBytes) throw new FileRefused('xml-text', showBytes(this.limits.xmlTextBytes));
    this.textStart = start;
    this.textEnd = end;
    this.textRaw = raw;
  }

  private skipInstruction(start: number): void {
    for (let at = this.bytes.indexOf(QUESTION, start); at >= 0; at = this.bytes.indexOf(QUESTION, at + 1)) {
      if (this.bytes[at + 1] !== GREATER) continue;
      this.position = at + 2;
      return;
    }
    throw new FileRefused('xml-malformed');
  }

  /** A comment is passed over (false); a CDATA section is text (true). */
  private skipOrReadDeclaration(start: number): boolean {
    if (this.is(start, '--')) {
      this.position = this.find(start + 2, HYPHEN) + 3;
      return false;
    }
    if (!this.is(start, '[CDATA[')) {
      const declares = /^(doctype|entity|element|attlist|notation)/i.test(asciiText(this.bytes, start, start + 8));
      throw new FileRefused(declares ? 'xml-doctype' : 'xml-malformed');
    }
    if (this.depth === 0) throw new FileRefused('xml-malformed');
    const end = this.find(start + 7, CLOSE_BRACKET);
    for (let at = start + 7; at < end; at++) {
      const byte = this.bytes[at] as number;
      if (byte < SPACE && byte !== LF && byte !== CR && byte !== TAB) throw new FileRefused('xml-malformed');
    }
    // References are not resolved in here.
    this.setText(start + 7, end, false);
    this.position = end + 3;
    return true;
  }

  /** Where `twice` + `twice` + `>` starts. */
  private find(start: number, twice: number): number {
    for (let at = this.bytes.indexOf(twice, start); at >= 0; at = this.bytes.indexOf(twice, at + 1))
      if (this.bytes[at + 1] === twice && this.bytes[at + 2] === GREATER) return at;
    throw new FileRefused('xml-malformed');
  }
}

const named = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

function resolveReferences(text: string): string {
  return text.replace(/&([^;&]{0,12});?/g, (whole, reference: string) => {
    if (!whole.endsWith(';')) throw new FileRefused('xml-malformed');
    const plain = named.get(reference);
    if (plain !== undefined) return plain;
    const digits = /^#(?:x([0-9a-f]{1,6})|([0-9]{1,7}))$/i.exec(reference);
    const code = digits?.[1] ? parseInt(digits[1], 16) : Number(digits?.[2] ?? NaN);
    const allowed =
      code === TAB ||
      code === LF ||
      code === CR ||
      (code >= 0x20 && code <= 0xd7ff) ||
      (code >= 0xe000 && code <= 0xfffd) ||
      (code >= 0x1_0000 && code <= 0x10_ffff);
    if (!allowed) throw new FileRefused('xml-malformed');
    return String.fromCodePoint(code);
  });
}
