/** What a workbook may hold besides values: macros and DDE are refused, the rest is let through and told. */
import type { WorkbookFeature } from '../sheet.ts';
import { contentType, relationshipsOwner, spreadsheetNamespaces, type Parts } from './parts.ts';
import { FileRefused } from './refused.ts';
import { Xml } from './xml.ts';

const macroRelationships = new Set([
  'vbaProject',
  'vbaProjectSignature',
  'xlMacrosheet',
  'xlIntlMacrosheet',
  'wordVbaData',
]);

/** Content types of macro code and of workbooks that may hold it. */
const macroType = /macrosheet\+xml$|vbaproject$|\.macroenabled\.main\+xml$/i;

const featureOf = new Map<string, WorkbookFeature>([
  ['externalLink', 'external-links'],
  ['connections', 'connections'],
  ['queryTable', 'connections'],
  ['xmlMaps', 'connections'],
  ['oleObject', 'embedded-objects'],
  ['package', 'embedded-objects'],
  ['control', 'embedded-objects'],
  ['activeXControlBinary', 'embedded-objects'],
  ['pivotTable', 'pivot-tables'],
  ['pivotCacheDefinition', 'pivot-tables'],
]);

/** The order features are told in. */
const allFeatures: readonly WorkbookFeature[] = ['external-links', 'connections', 'embedded-objects', 'pivot-tables'];

/** Looks at the relationships of every part. Throws FileRefused for macros, DDE and structure that lies outside. */
export function applyPolicy(parts: Parts, types: ReadonlyMap<string, string>): WorkbookFeature[] {
  const found = new Set<WorkbookFeature>();
  for (const name of parts.names) {
    if (macroType.test(contentType(types, name)) || /(^|\/)vba(project|data)[^/]*\.(bin|xml)$/i.test(name))
      throw new FileRefused('macros');
    if (/^xl\/embeddings\//i.test(name)) found.add('embedded-objects');
    const owner = relationshipsOwner(name);
    if (owner === null) continue;
    for (const { type, target } of parts.relationships(owner)) {
      if (macroRelationships.has(type)) throw new FileRefused('macros');
      const feature = featureOf.get(type);
      if (feature) found.add(feature);
      if (target === null && type !== 'hyperlink') found.add('external-links');
      if (type === 'externalLink' && target !== null && parts.find(target) !== undefined) refuseDdeLink(parts, target);
    }
  }
  return allFeatures.filter((feature) => found.has(feature));
}

function refuseDdeLink(parts: Parts, part: string): void {
  const scanner = parts.scan(part, spreadsheetNamespaces);
  for (let token = scanner.next(); token !== Xml.end; token = scanner.next())
    if (token === Xml.open && scanner.name === 'ddeLink') throw new FileRefused('dde');
}

/**
 * `cmd|'/c calc'!A0`: a bar outside text, quoted names and table references separates a DDE application from its topic;
 * Excel's formulas use it for nothing else.
 */
export function isDdeFormula(formula: string): boolean {
  if (!formula.includes('|')) return false;
  return formula
    .replace(/"[^"]*"/g, '')
    .replace(/'[^']*'/g, '')
    .replace(/\[[^\]]*\]/g, '')
    .includes('|');
}
