import { eachChild, eachInside, type Parts, type Relationship } from './parts.ts';
import { FileRefused } from './refused.ts';
import { isBlank, unescapeText } from './rich-text.ts';

const coreNamespaces = [
  'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
  'http://purl.org/dc/elements/1.1/',
  'http://purl.org/dc/terms/',
];
const typeNamespaces = [
  'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
  'http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes',
];
const extendedNamespaces = [
  'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties',
  'http://purl.oclc.org/ooxml/officeDocument/extendedProperties',
  ...typeNamespaces,
];
const customNamespaces = [
  'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
  'http://purl.oclc.org/ooxml/officeDocument/customProperties',
  ...typeNamespaces,
];

/** Lists of sheet names and counts, not about the document. */
const lists = new Set(['HeadingPairs', 'TitlesOfParts', 'HLinks', 'DigSig']);

/** Core and application properties by lower-case name, custom ones by their own; empty ones are left out. */
export function readProperties(parts: Parts, relationships: readonly Relationship[]): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  const add = (name: string, text: string): void => {
    if (properties.size >= parts.limits.properties)
      throw new FileRefused('too-many-properties', String(parts.limits.properties));
    if (name === '' || isBlank(text)) return;
    const before = properties.get(name);
    properties.set(name, before === undefined ? text : `${before}\n${text}`);
  };
  for (const { type, target } of relationships) {
    // A property part that is announced but missing loses nothing a reader needs.
    if (target === null || parts.find(target) === undefined) continue;
    if (type === 'core-properties' || type === 'coreProperties')
      readPlain(parts, target, coreNamespaces, 'coreProperties', add);
    if (type === 'extended-properties' || type === 'extendedProperties')
      readPlain(parts, target, extendedNamespaces, 'Properties', add);
    if (type === 'custom-properties' || type === 'customProperties') readCustom(parts, target, add);
  }
  return properties;
}

type Add = (name: string, text: string) => void;

function readPlain(parts: Parts, part: string, namespaces: readonly string[], root: string, add: Add): void {
  const scanner = parts.scan(part, namespaces);
  eachChild(scanner, root, (name) => {
    if (lists.has(name)) scanner.skip();
    else add(name.toLowerCase(), unescapeText(scanner.readElementText()));
  });
}

function readCustom(parts: Parts, part: string, add: Add): void {
  const scanner = parts.scan(part, customNamespaces);
  eachChild(scanner, 'Properties', (name) => {
    if (name !== 'property') {
      scanner.skip();
      return;
    }
    const key = scanner.attribute('name') ?? '';
    eachInside(scanner, () => add(key, unescapeText(scanner.readElementText())));
  });
}
