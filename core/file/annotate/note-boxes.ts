/** The drawn boxes of notes (VML): Excel shows no note without one. */
import { parseA1 } from '../../sheet.ts';
import type { Notes } from './comments-part.ts';
import type { Splice } from './splice.ts';

/** Columns and the largest row of Excel's grid, counted from 0. */
const lastColumn = 16_383;
const lastRow = 1_048_575;
const boxColumns = 4;

const namespaces =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';

const shapeType = `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`;

/** `block` numbers the sheet's shapes (from 1); Excel counts them in thousands. */
export function newDrawing(notes: Notes, block: number): string {
  const layout = `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${block}"/></o:shapelayout>`;
  return `<xml ${namespaces}>${layout}${shapeType}${shapesXml(notes, block * 1024)}</xml>`;
}

/** The edit that adds boxes to a drawing with shapes of its own; null when it is no drawing. */
export function extendDrawing(text: string, notes: Notes): Splice | null {
  const close = /<\/xml\s*>\s*$/.exec(text);
  if (!close) return null;
  let largest = 1024;
  for (const [, number] of text.matchAll(/\b_x0000_s(\d{1,9})\b/g)) largest = Math.max(largest, Number(number));
  const type = text.includes('_x0000_t202') ? '' : shapeType;
  const xml = type + shapesXml(notes, largest);
  // Excel always binds v, o and x; another writer may not.
  const bound = ['v', 'o', 'x'].every((prefix) => text.includes(`xmlns:${prefix}=`));
  const insert = bound ? xml : xml.replace(/<v:(shape|shapetype) /g, `<v:$1 ${namespaces} `);
  return { at: close.index, remove: 0, insert };
}

function shapesXml(notes: Notes, after: number): string {
  return [...notes].map(([cell, text], index) => shapeXml(cell, text, after + index + 1)).join('');
}

function shapeXml(cell: string, text: string, id: number): string {
  const place = parseA1(cell) ?? { row: 1, column: 1 };
  const row = place.row - 1;
  const column = place.column - 1;
  const left = Math.min(column + 1, lastColumn - boxColumns);
  const lines = text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / 45), 1);
  const height = Math.min(lines, 18);
  const top = Math.min(row, lastRow - height);
  const anchor = [left, 12, top, 4, left + boxColumns, 12, top + height, 4].join(', ');
  return (
    `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:240pt;height:${height * 15}pt;z-index:${id % 1024};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}
