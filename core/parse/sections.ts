/** Follows the section headings of a document down the sheet. */
import type { Located } from '../document.ts';
import type { Cell } from '../sheet.ts';
import { foldPlain } from '../text/compare.ts';
import type { Grid } from './grid.ts';
import type { SectionSpec } from './wording/common.ts';
import { matchHeading, splitNumbering, type Heading } from './match.ts';

export interface OpenedSection<Id extends string> {
  readonly id: Id;
  /** Content written in the heading's own cell. */
  readonly remainder: { readonly located: Located<string>; readonly index: number; readonly shown: string } | null;
  /** How many of the row's first cells the heading took. */
  readonly cells: number;
}

const scanBudget = 5000;

export class Sections<Id extends string> {
  current: Id | null = null;
  private readonly opened = new Set<Id>();
  private lastRoman = 0;
  private lastArabic = 0;
  /** A table of the current section has heading rows «I.», «II.» of its own. */
  private innerRoman = false;
  /** The roman part the document is in has the name of a section; where not, its sections may be numbered inside it. */
  private named = true;
  private readonly grid: Grid;
  private readonly specs: readonly SectionSpec<Id>[];
  /** Where sections carry roman numerals, «1. Dự báo …» inside one is no section. */
  private readonly roman: boolean;

  private readonly nested: boolean;

  /** `nested`: sections may stand inside parts of other names («I. KẾT QUẢ THỰC HIỆN», «1. Công tác tập huấn»). */
  constructor(grid: Grid, specs: readonly SectionSpec<Id>[], nested = false) {
    this.grid = grid;
    this.specs = specs;
    this.nested = nested;
    let roman = 0;
    for (let index = 0; index < Math.min(grid.rows.length, scanBudget) && roman < 2; index += 1) {
      const cells = grid.valued(index);
      if (cells.length > 0 && cells.length <= 3 && this.headingAt(cells)?.heading.style === 'roman') roman += 1;
    }
    this.roman = roman >= 2;
  }

  /** True when a row met inside a table is a heading; it is not opened yet. */
  startsAt(cells: readonly Cell[]): boolean {
    // A day or a number beside its name is a row's.
    if (cells.length > 3 || cells.slice(1).some(({ value }) => typeof value === 'number')) return false;
    const found = this.find(cells, this.innerRoman);
    if (found) return !this.nested || found.heading.id !== this.current;
    const first = cells[0];
    if (first && splitNumbering(this.grid.text(first)).style === 'roman') this.innerRoman = true;
    return false;
  }

  /** Opens the section the row is a heading of; null when it is none. */
  open(index: number, cells: readonly Cell[]): OpenedSection<Id> | null {
    const found = this.find(cells, false);
    const first = cells[0];
    if (first && splitNumbering(this.grid.text(first)).style === 'roman') this.named = this.headingAt(cells) !== null;
    if (!found) return null;
    const { heading, count, cell } = found;
    this.current = heading.id;
    this.innerRoman = false;
    this.opened.add(heading.id);
    if (heading.style === 'roman') this.lastRoman = heading.ordinal ?? this.lastRoman;
    if (heading.style === 'arabic') this.lastArabic = heading.ordinal ?? this.lastArabic;
    this.grid.claimAll(index, cells.slice(0, count));
    const remainder =
      heading.remainder === ''
        ? null
        : { located: this.grid.at(index, cell.column, heading.remainder), index, shown: heading.remainder };
    return { id: heading.id, remainder, cells: count };
  }

  private find(cells: readonly Cell[], wordsOnly: boolean): { heading: Heading<Id>; count: number; cell: Cell } | null {
    if (cells.length > 4) return null;
    const found = this.headingAt(cells);
    if (found && this.isItem(found.heading, found.cell)) return null;
    if (found && this.fits(found.heading, found.cell)) {
      const { heading } = found;
      const byNumeral = this.bySequence(heading.ordinal, heading.style === 'roman');
      // The same words twice («Tình hình chung», «Tình hình dư luận»): the numeral decides.
      const id = this.opened.has(heading.id) && byNumeral !== null && heading.id !== byNumeral ? byNumeral : heading.id;
      return { ...found, heading: { ...heading, id } };
    }
    return wordsOnly ? null : this.byNumeralAlone(cells);
  }

  private headingAt(cells: readonly Cell[]): { heading: Heading<Id>; count: number; cell: Cell } | null {
    const [first, second] = cells;
    if (!first) return null;
    const shown = this.grid.shown(first);
    // «2 | Nội dung dư luận»: numbered in a cell of its own, as rows of a table are, so only the next number will do.
    const next = this.lastArabic > 0 || this.opened.size === 0 ? this.lastArabic + 1 : null;
    if (second && typeof second.value === 'string' && Number(shown.replace(/[.)\s]+$/, '')) === next) {
      const heading = matchHeading(this.specs, `${String(next)}. ${this.grid.shown(second)}`);
      if (heading) return { heading, count: 2, cell: second };
    }
    if (typeof first.value !== 'string') return null;
    if (second && typeof second.value === 'string' && /^\s*[IVX]{1,4}\s*[.)]?\s*$/.test(shown)) {
      const heading = matchHeading(this.specs, `${shown.replace(/[.)\s]/g, '')}. ${this.grid.shown(second)}`);
      return heading && { heading, count: 2, cell: second };
    }
    const heading = matchHeading(this.specs, shown);
    return heading && { heading, count: 1, cell: first };
  }

  /** «1. Giao ban tháng 1» below «8. Giao ban»: of the things a heading names, not another heading of its name. */
  private isItem({ id, style, ordinal }: Heading<Id>, cell: Cell): boolean {
    if (!this.nested || id !== this.current || style !== 'arabic') return false;
    return ordinal !== this.lastArabic + 1 || /\d/.test(splitNumbering(this.grid.text(cell)).rest);
  }

  private fits(heading: Heading<Id>, cell: Cell): boolean {
    if (!this.roman || heading.style === 'roman') return true;
    if (this.nested && !this.named && heading.style === 'arabic') return true;
    const text = this.grid.text(cell);
    // «B. NHIỆM VỤ, GIẢI PHÁP» over parts with roman numerals.
    return heading.style !== 'arabic' && text === text.toUpperCase();
  }

  /** «III. …» in words nobody foresaw, right after section II. */
  private byNumeralAlone(cells: readonly Cell[]): { heading: Heading<Id>; count: number; cell: Cell } | null {
    const cell = cells[0];
    if (!this.roman || !cell || typeof cell.value !== 'string' || cells.length > 2) return null;
    const numbered = splitNumbering(this.grid.text(cell));
    if (numbered.style !== 'roman' || foldPlain(numbered.rest).length < 3 || numbered.rest.length > 100) return null;
    // Where sections stand in parts of other names, only what follows its neighbour goes by its number.
    if (this.nested && this.current !== this.specs[(numbered.ordinal ?? 0) - 2]?.id) return null;
    const id = this.bySequence(numbered.ordinal, true);
    return id === null
      ? null
      : { heading: { id, style: 'roman', ordinal: numbered.ordinal, remainder: '' }, count: 1, cell };
  }

  private bySequence(ordinal: number | null, roman: boolean): Id | null {
    if (ordinal === null || !roman || ordinal !== this.lastRoman + 1) return null;
    const spec = this.specs[ordinal - 1];
    return spec && !this.opened.has(spec.id) ? spec.id : null;
  }
}
