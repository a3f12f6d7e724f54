/** Puts a table's rows into the sheet part of the skeleton, in place of its model row. */
import { columnName } from '../../sheet.ts';
import { writeHyperlinks, writeRows, type Rows } from '../row-writer.ts';
import type { StringTable } from '../string-table.ts';
import { firstRow, lastRow, type TableSheet } from './table-sheet.ts';

/** Excel drops hyperlinks beyond this number on one sheet; HYPERLINK formulas do not count. */
const mostHyperlinks = 65_530;

/** Yields the finished part in chunks. */
export function* worksheetPart(skeleton: string, sheet: TableSheet, strings: StringTable): Generator<string> {
  const { before, model, after } = splitAtModelRow(skeleton);
  const links = sheet.columns.flatMap((column, index) => (column.kind === 'link' ? [index] : []));
  const linkFormulas = sheet.count * links.length > mostHyperlinks;
  const rows: Rows = {
    first: firstRow,
    // A table without rows keeps one blank row.
    count: Math.max(sheet.count, 1),
    styles: modelStyles(model, sheet.columns.length),
    content: sheet.content,
    strings,
    linkFormulas,
    distinct: sheet.columns.map((column) => column.distinct === true),
    lineLengths: sheet.columns.map(({ kind, width }) =>
      kind === 'text' || kind === 'word' || kind === 'link' ? width * 1.08 : null,
    ),
  };
  const extent = `A1:${columnName(sheet.columns.length)}${lastRow(sheet)}`;
  yield before.replace(/<dimension ref="[^"]*"\/>/, `<dimension ref="${extent}"/>`);
  yield* writeRows(rows);
  if (links.length === 0 || linkFormulas || sheet.count === 0) {
    yield after;
    return;
  }
  const place = hyperlinksPlace(after);
  yield after.slice(0, place);
  yield* wrapped(writeHyperlinks(rows, links));
  yield after.slice(place);
}

/** Where `<hyperlinks>` belongs among a worksheet's elements: right before the print options or margins. */
export function hyperlinksPlace(xml: string): number {
  const place = xml.search(/<(?:printOptions|pageMargins)\b/);
  if (place < 0) throw new Error('the skeleton has no page set-up');
  return place;
}

/** Nothing at all when there are no links: an empty list is not valid. */
function* wrapped(links: Iterable<string>): Generator<string> {
  let any = false;
  for (const chunk of links) {
    if (!any) yield '<hyperlinks>';
    any = true;
    yield chunk;
  }
  if (any) yield '</hyperlinks>';
}

function splitAtModelRow(xml: string): { before: string; model: string; after: string } {
  const start = xml.indexOf(`<row r="${firstRow}"`);
  const end = xml.indexOf('</row>', start) + '</row>'.length;
  if (start < 0 || end <= start) throw new Error('the skeleton has no model row');
  return { before: xml.slice(0, start), model: xml.slice(start, end), after: xml.slice(end) };
}

function modelStyles(model: string, width: number): string[] {
  const styles = new Map(Array.from(model.matchAll(/<c r="([A-Z]+)\d+" s="(\d+)"/g), ([, letter, id]) => [letter, id]));
  return Array.from({ length: width }, (_one, column) => {
    const style = styles.get(columnName(column + 1));
    if (style === undefined) throw new Error('the model row has a cell without a style');
    return style;
  });
}
