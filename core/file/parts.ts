/** The parts of a workbook package, found by name as the package conventions have it, and their relationships. */
import type { FileLimits } from './limits.ts';
import type { Package } from './package.ts';
import { FileRefused } from './refused.ts';
import { Xml, XmlScanner } from './xml.ts';

/** Namespaces of the transitional and the strict form of the format. */
export const spreadsheetNamespaces = [
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
];
const relationshipNamespaces = ['http://schemas.openxmlformats.org/package/2006/relationships'];
const contentTypeNamespaces = ['http://schemas.openxmlformats.org/package/2006/content-types'];

export interface Relationship {
  readonly id: string;
  /** The last word of the type, such as `worksheet`; the transitional and the strict form share it. */
  readonly type: string;
  /** The full name of the part it points to; null when it points outside the package. */
  readonly target: string | null;
}

export interface Parts {
  readonly limits: FileLimits;
  readonly names: readonly string[];
  /** The stored name of a part, whose case need not match; undefined when there is none. */
  find(name: string): string | undefined;
  /** A scanner over a part; refuses when it is missing. */
  scan(name: string, namespaces: readonly string[]): XmlScanner;
  /** True when the part was scanned. */
  wasRead(name: string): boolean;
  /** The relationships of a part ('' for the package itself); none when it has none. */
  relationships(name: string): readonly Relationship[];
}

/** What these relationships point to is read as part of the workbook, so it must lie inside the file. */
const structural = new Set([
  'officeDocument',
  'worksheet',
  'chartsheet',
  'dialogsheet',
  'sharedStrings',
  'styles',
  'theme',
  'comments',
  'threadedComment',
  'table',
  'core-properties',
  'extended-properties',
  'custom-properties',
]);

export function openParts(from: Package, limits: FileLimits): Parts {
  const byFoldedName = new Map(from.names.map((name) => [name.toLowerCase(), name]));
  const find = (name: string): string | undefined => byFoldedName.get(name.toLowerCase());
  const read = new Set<string>();
  const scan = (name: string, namespaces: readonly string[]): XmlScanner => {
    const stored = find(name);
    if (stored === undefined) throw new FileRefused('missing-part');
    read.add(stored);
    return new XmlScanner(from.read(stored), namespaces, limits);
  };
  const known = new Map<string, readonly Relationship[]>();
  return {
    limits,
    names: from.names,
    find,
    scan,
    wasRead: (name) => read.has(name),
    relationships: (name) => {
      let found = known.get(name);
      if (!found) {
        const part = find(relationshipsPart(name));
        found = part === undefined ? [] : readRelationships(scan(part, relationshipNamespaces), name, limits, find);
        known.set(name, found);
      }
      return found;
    },
  };
}

/** `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`; '' is the package itself. */
export function relationshipsPart(name: string): string {
  const slash = name.lastIndexOf('/') + 1;
  return `${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`;
}

/** `xl/_rels/workbook.xml.rels` → `xl/workbook.xml`; null for other parts. */
export function relationshipsOwner(name: string): string | null {
  const match = /^(.*?)_rels\/([^/]*)\.rels$/i.exec(name);
  return match ? `${match[1] ?? ''}${match[2] ?? ''}` : null;
}

function readRelationships(
  scanner: XmlScanner,
  owner: string,
  limits: FileLimits,
  find: Parts['find'],
): Relationship[] {
  const found: Relationship[] = [];
  eachChild(scanner, 'Relationships', (name) => {
    if (name === 'Relationship') {
      if (found.length === limits.relationships)
        throw new FileRefused('too-many-relationships', String(limits.relationships));
      found.push(readRelationship(scanner, owner, find));
    }
    scanner.skip();
  });
  return found;
}

function readRelationship(scanner: XmlScanner, owner: string, find: Parts['find']): Relationship {
  const id = scanner.attribute('Id') ?? '';
  const fullType = scanner.attribute('Type') ?? '';
  const type = fullType.slice(fullType.lastIndexOf('/') + 1);
  const target = scanner.attribute('Target');
  if (scanner.attribute('TargetMode')?.toLowerCase() === 'external') {
    if (structural.has(type)) throw new FileRefused('relationship-escapes');
    return { id, type, target: null };
  }
  // Within a sheet, a hyperlink's target may be a bare place such as "#Sheet2!A1".
  if (target === null || (type === 'hyperlink' && !structural.has(type))) return { id, type, target: null };
  return { id, type, target: resolveTarget(owner, target, find) };
}

/**
 * A target is relative to its owner's folder, or to the package when it starts with a slash. LibreOffice writes `../` for
 * custom XML beside the workbook, one folder too many: such a target counts from the package, if it is in there.
 */
function resolveTarget(owner: string, target: string, find: Parts['find']): string {
  const path = target.replaceAll('\\', '/').replace(/#.*$/, '');
  if (/^[a-z][a-z0-9+.-]*:/i.test(path) || path.startsWith('//')) throw new FileRefused('relationship-escapes');
  const base = path.startsWith('/') ? [] : owner.split('/').slice(0, -1);
  const segments = base.filter((segment) => segment !== '');
  let left = false;
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) left = true;
  }
  const name = decodePercent(segments.join('/'));
  if (left && find(name) === undefined) throw new FileRefused('relationship-escapes');
  return name;
}

function decodePercent(name: string): string {
  try {
    return name.includes('%') ? decodeURIComponent(name) : name;
  } catch {
    throw new FileRefused('relationship-escapes');
  }
}

/** Content types by folded part name; `default` ones by extension, with a leading `*.`. */
export function readContentTypes(parts: Parts): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  const scanner = parts.scan('[Content_Types].xml', contentTypeNamespaces);
  eachChild(scanner, 'Types', (name) => {
    const type = scanner.attribute('ContentType') ?? '';
    if (name === 'Override') types.set((scanner.attribute('PartName') ?? '').replace(/^\//, '').toLowerCase(), type);
    if (name === 'Default') types.set(`*.${(scanner.attribute('Extension') ?? '').toLowerCase()}`, type);
    scanner.skip();
  });
  return types;
}

export function contentType(types: ReadonlyMap<string, string>, part: string): string {
  const folded = part.toLowerCase();
  return types.get(folded) ?? types.get(`*.${folded.slice(folded.lastIndexOf('.') + 1)}`) ?? '';
}

/** Enters the root, which must be `root`; `visit` gets every child element and must end behind its close. */
export function eachChild(scanner: XmlScanner, root: string, visit: (name: string) => void): void {
  if (scanner.next() !== Xml.open || scanner.name !== root) throw new FileRefused('workbook-structure');
  eachInside(scanner, visit);
  if (scanner.next() !== Xml.end) throw new FileRefused('xml-malformed');
}

/** The same for the children of the element just opened, those of a fallback among them; ends behind its close. */
export function eachInside(scanner: XmlScanner, visit: (name: string) => void): void {
  const outside = scanner.depth - 1;
  while (scanner.depth > outside) {
    if (scanner.next() !== Xml.open) continue;
    if (scanner.name === 'AlternateContent')
      eachInside(scanner, (form) => (form === 'Fallback' ? eachInside(scanner, visit) : scanner.skip()));
    else visit(scanner.name);
  }
}
