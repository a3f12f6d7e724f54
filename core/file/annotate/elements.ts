/** Finds elements and their exact places in XML that was already checked; prefixes and writers do not matter. */
import { escapeXml } from './escape.ts';
import type { Splice } from './splice.ts';

export interface Element {
  /** As written, prefix included. */
  readonly name: string;
  readonly local: string;
  /** `x:` or nothing: what a sibling or child of the same namespace is written with. */
  readonly prefix: string;
  /** 0 for the root. */
  readonly depth: number;
  readonly start: number;
  /** After the start tag. */
  readonly inner: number;
  /** Before the end tag; same as `end` for an empty-element tag. */
  readonly innerEnd: number;
  readonly end: number;
  readonly empty: boolean;
}

/** All elements down to a depth, in the order they open. */
export function elementsOf(text: string, maxDepth: number): Element[] {
  const found: Element[] = [];
  const open: { index: number; name: string; start: number; inner: number }[] = [];
  for (const tag of tags(text)) {
    if (tag.kind === 'close') {
      const begun = open.pop();
      if (!begun) break;
      if (begun.index >= 0)
        found[begun.index] = element(begun.name, open.length, begun.start, begun.inner, tag.start, tag.end, false);
      continue;
    }
    const wanted = open.length <= maxDepth;
    const index = wanted ? found.length : -1;
    if (wanted) found.push(element(tag.name, open.length, tag.start, tag.end, tag.end, tag.end, true));
    if (tag.kind === 'open') open.push({ index, name: tag.name, start: tag.start, inner: tag.end });
  }
  return found;
}

export function childrenOf(all: readonly Element[], parent: Element, local?: string): Element[] {
  return all.filter(
    (one) =>
      one.depth === parent.depth + 1 &&
      one.start >= parent.inner &&
      one.end <= parent.innerEnd &&
      (local === undefined || one.local === local),
  );
}

/** Attributes by the name they are written with. */
export function attributesOf(text: string, { start, inner, name }: Element): Map<string, string> {
  const attributes = new Map<string, string>();
  const source = text.slice(start + 1 + name.length, inner);
  for (const [, key = '', double, single] of source.matchAll(/([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    attributes.set(key, unescapeXml(double ?? single ?? ''));
  return attributes;
}

/** The relationship an element refers to, whatever the prefix of its namespace. */
export function relationshipId(attributes: ReadonlyMap<string, string>): string | null {
  for (const [name, value] of attributes) if (/^[^:]+:id$/.test(name)) return value;
  return null;
}

/** Adds XML as the last content of an element, opening an empty-element tag where needed. */
export function appendTo(text: string, parent: Element, xml: string): Splice {
  if (!parent.empty) return { at: parent.innerEnd, remove: 0, insert: xml };
  const tag = text.slice(parent.start, parent.end);
  const slash = tag.lastIndexOf('/');
  return { at: parent.start + slash, remove: tag.length - slash, insert: `>${xml}</${parent.name}>` };
}

function unescapeXml(text: string): string {
  return text.replace(
    /&(?:#x([0-9A-Fa-f]+)|#(\d+)|(\w+));/g,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return named.get(name) ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

export function attributeXml(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');
}

const named = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function element(
  name: string,
  depth: number,
  start: number,
  inner: number,
  innerEnd: number,
  end: number,
  empty: boolean,
): Element {
  const colon = name.indexOf(':');
  return {
    name,
    local: name.slice(colon + 1),
    prefix: name.slice(0, colon + 1),
    depth,
    start,
    inner,
    innerEnd,
    end,
    empty,
  };
}

interface Tag {
  readonly kind: 'open' | 'close' | 'empty';
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Tags in order; comments, CDATA, instructions and declarations are passed over. Linear in the text's length. */
function* tags(text: string): Generator<Tag> {
  let at = text.indexOf('<');
  while (at >= 0) {
    const skipped = skipNonTag(text, at);
    if (skipped === null) {
      const end = tagEnd(text, at);
      if (end < 0) return;
      const close = text.charAt(at + 1) === '/';
      const empty = !close && text.charAt(end - 2) === '/';
      const nameStart = close ? at + 2 : at + 1;
      let nameEnd = nameStart;
      while (nameEnd < end - 1 && !/[\s/>]/.test(text.charAt(nameEnd))) nameEnd += 1;
      yield {
        kind: close ? 'close' : empty ? 'empty' : 'open',
        name: text.slice(nameStart, nameEnd),
        start: at,
        end,
      };
      at = text.indexOf('<', end);
    } else {
      if (skipped < 0) return;
      at = text.indexOf('<', skipped);
    }
  }
}

/** The place after what is no tag; -1 when it never ends; null for a tag. */
function skipNonTag(text: string, at: number): number | null {
  const until = (mark: string, from: number): number => {
    const found = text.indexOf(mark, from);
    return found < 0 ? -1 : found + mark.length;
  };
  if (text.startsWith('<!--', at)) return until('-->', at + 4);
  if (text.startsWith('<![CDATA[', at)) return until(']]>', at + 9);
  if (text.startsWith('<?', at)) return until('?>', at + 2);
  return text.startsWith('<!', at) ? until('>', at + 2) : null;
}

function tagEnd(text: string, start: number): number {
  let quote = '';
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at + 1;
  }
  return -1;
}
