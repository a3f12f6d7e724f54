/** The proposals of a report: a table, a column beside the opinions, or lines. */
import type { Located, Proposal } from '../document.ts';
import { foldPlain, normalise } from '../text/compare.ts';
import { listItems, type ContentLine } from './content.ts';
import type { Grid } from './grid.ts';
import { withColumn } from './header-row.ts';
import { isDitto } from './marks.ts';
import { addressOf, headingOver } from './recipient.ts';
import { isNothing } from './signature.ts';
import { depthOf } from './line-marks.ts';
import { isNote } from './stream-lines.ts';
import type { Table } from './table.ts';
import { columnOf, textUnder } from './values.ts';

/** «Đề xuất, kiến nghị» beside the opinions they follow from. */
export function withProposalColumn(table: Table): Table {
  const own = table.header.unexpected.find((one) => /\b(kien nghi|de xuat)\b/.test(foldPlain(one.value)));
  return own ? { ...table, header: withColumn(table.header, 'proposal', own) } : table;
}

export function proposalsOfTable(grid: Grid, { header, rows }: Table): Proposal[] {
  const columns = { text: columnOf(header, 'proposal'), recipient: columnOf(header, 'recipient') };
  let above: string | null = null;
  return rows.flatMap(({ index, kind }) => {
    if (kind === 'group') return [];
    const text = textUnder(grid, index, columns.text, ' ');
    if (!text || isNothing(foldPlain(text.value))) return [];
    const written = textUnder(grid, index, columns.recipient, ', ');
    const recipient: Located<string> | null =
      written && above !== null && isDitto(written.value) ? { ...written, value: above } : written;
    above = recipient?.value ?? above;
    return [{ row: grid.rowNumber(index), text, recipient }];
  });
}

export function proposalsOfLines(section: readonly ContentLine[]): Proposal[] {
  const lines = section.flatMap((line) => {
    const items = listItems(line.shown);
    return items.map((item) => ({
      text: items.length === 1 ? line.located : { ...line.located, value: item },
      shown: item,
      beside: line.beside,
    }));
  });
  let above: { readonly recipient: Located<string>; readonly depth: number } | null = null;
  return lines.flatMap(({ text, shown, beside }, at) => {
    if (isNothing(foldPlain(shown)) || isNote(normalise(shown))) return [];
    const address = addressOf(shown);
    const recipient = address && { ...text, value: address.body };
    const depth = depthOf(normalise(shown));
    const heading = beside || address?.heading ? null : headingOver(shown, lines[at + 1]?.shown);
    if (heading) {
      above = heading.body === null ? null : { recipient: { ...text, value: heading.body }, depth: depth ?? -1 };
      return [];
    }
    // «2. …» ends what was asked of the body that «1. Đối với …:» named.
    if (above && (recipient ?? (depth !== null && depth <= above.depth))) above = null;
    if (address?.heading && recipient && !beside && at + 1 < lines.length) {
      above = { recipient, depth: depth ?? -1 };
      return [];
    }
    if (/:\s*$/.test(shown)) return [];
    return [{ row: text.row, text, recipient: beside ?? recipient ?? above?.recipient ?? null }];
  });
}
