/** The lines of a document outside its tables and sections: letterhead, title, label lines, signature. */
import type { DocumentKind, Located } from '../document.ts';
import type { Profile } from '../profile.ts';
import type { Cell } from '../sheet.ts';
import { foldPlain } from '../text/compare.ts';
import type { Grid } from './grid.ts';
import { readLabels, type LabelValue } from './labels.ts';
import {
  isBlocName,
  organisationInText,
  organisationOfLetterhead,
  resolveOrganisation,
  type WrittenOrganisation,
} from './organisation.ts';
import { titleKind } from './recognise.ts';
import { fitsSignature, isDecoration, isPlaceDate, isSignature } from './signature.ts';
import { isTemplateLine } from './template-stamp.ts';
import { latin } from '../text/latin.ts';

const anyLetter = latin(String.raw`\p{L}`, '');
const capitalsOnly = latin(String.raw`^[\p{Lu}\d./\-–]{4,}$`, 'u');
/** «Tổ 1», «Nhóm II» */
const wordAndNumber = latin(String.raw`^\p{Lu}\p{L}{1,4} (?:\d{1,2}|[IVX]{1,4})$`, 'u');

/** Rows outside tables beyond this many are not looked at: they are no document any more. */
export const lineBudget = 5000;

/** A signer's name stands at most so many rows below the last mark of the signature. */
const signatureReach = 10;
/** As many as mostly sign side by side. */
const fewestSigners = 3;

export class Front<Id extends string> {
  title: Located<string> | null = null;
  /** Every line of text outside tables and sections, in reading order. */
  readonly lines: Located<string>[] = [];
  /** Lines that are neither letterhead, title nor label. */
  readonly loose: { readonly index: number; readonly cell: Cell }[] = [];
  readonly labels = new Map<Id, LabelValue<Id>>();
  private readonly letterhead: Located<string>[] = [];
  private readonly grid: Grid;
  private readonly kind: DocumentKind;
  private readonly labelIndex: ReadonlyMap<string, Id>;
  /** The line under «BÁO CÁO» that belongs to the title. */
  private subject = '';
  private signatureRow: number | null = null;
  private signers = fewestSigners;
  placeDate: Located<string> | null = null;

  constructor(grid: Grid, kind: DocumentKind, labelIndex: ReadonlyMap<string, Id>) {
    this.grid = grid;
    this.kind = kind;
    this.labelIndex = labelIndex;
  }

  /** Reads one row; its recognised cells are claimed. */
  read(index: number, cells: readonly Cell[], aboveBody: boolean): void {
    const labelled = readLabels(this.grid, index, cells, this.labelIndex);
    for (const label of labelled) if (!this.labels.has(label.id)) this.labels.set(label.id, label);
    const values = new Set(labelled.map((label) => label.value.column));
    for (const cell of cells) {
      if (typeof cell.value !== 'string') continue;
      const text = this.grid.text(cell);
      // A bare label says nothing by itself: it must not be taken for what it asks for.
      for (const line of this.isLabel(cell) ? [] : this.grid.shown(cell).split(/[\r\n]+/))
        if (foldPlain(line) !== '') this.lines.push(this.grid.at(index, cell.column, line.trim()));
      if (isPlaceDate(text)) this.placeDate ??= this.grid.at(index, cell.column, text);
      if (isTemplateLine(text) || isDecoration(text)) this.grid.claim(index, cell.column);
      else if (aboveBody && !this.title && this.readTitle(index, cell, text)) this.grid.claim(index, cell.column);
      else if (values.has(cell.column) || this.isLabel(cell)) continue;
      else this.readLoose(index, cell, text, aboveBody);
    }
  }

  private isLabel(cell: Cell): boolean {
    return this.labelIndex.has(this.grid.plain(cell));
  }

  private readLoose(index: number, cell: Cell, text: string, aboveBody: boolean): void {
    if (!isProse(text)) return;
    this.grid.claim(index, cell.column);
    if (text === this.subject) return;
    if (this.title || !aboveBody) this.loose.push({ index, cell });
    else
      for (const line of this.grid.shown(cell).split(/[\r\n]+/))
        if (foldPlain(line) !== '') this.letterhead.push(this.grid.at(index, cell.column, line.trim()));
  }

  private readTitle(index: number, cell: Cell, text: string): boolean {
    const following = this.textsBelow(index, 2);
    if (titleKind(text, following.join(' ')) !== this.kind) return false;
    // «BÁO CÁO» alone says little: its subject line belongs to the title.
    const subject = foldPlain(text).split(' ').length <= 3 ? (following[0] ?? '') : '';
    const joined = subject === '' || foldPlain(subject) === foldPlain(text) ? text : `${text} ${subject}`;
    this.title = this.grid.at(index, cell.column, joined);
    this.subject = subject;
    return true;
  }

  private textsBelow(index: number, count: number): string[] {
    const texts: string[] = [];
    for (let at = index + 1; at < Math.min(index + 4, this.grid.rows.length) && texts.length < count; at += 1) {
      const first = this.grid.valued(at)[0];
      if (first && typeof first.value === 'string') texts.push(this.grid.text(first));
    }
    return texts;
  }

  /** True below the signatures, where the document itself is over. */
  get signed(): boolean {
    return this.signatureRow !== null;
  }

  /** The document goes on below what was taken for its signatures. */
  goOn(): void {
    this.signatureRow = null;
  }

  /** True when the row belongs to a signature block; then it is claimed. Only asked below a table or section. */
  readSignature(index: number, cells: readonly Cell[]): boolean {
    const row = this.grid.rowNumber(index);
    const marks = cells.some((cell) => isSignature(this.grid, cell));
    if (!marks && (this.signatureRow === null || row - this.signatureRow > signatureReach)) return false;
    if (marks) {
      this.signatureRow = row;
      this.signers = Math.max(this.signers, cells.length);
    }
    // A row wider than those with the signers' offices is of a table.
    if (!marks && cells.length > this.signers) return true;
    for (const cell of cells) {
      if (!fitsSignature(this.grid, cell)) continue;
      this.grid.claim(index, cell.column);
      const text = this.grid.text(cell);
      if (isPlaceDate(text)) this.placeDate ??= this.grid.at(index, cell.column, text);
    }
    return true;
  }

  /** Where the document comes from: label, letterhead, title, in this order. */
  organisation(profile: Profile, label: LabelValue<Id> | undefined): WrittenOrganisation | null {
    const blocLevel = this.lines.slice(0, 60).find(({ value }) => isBlocLevel(value, profile));
    if (blocLevel) return { text: blocLevel, id: profile.bloc.id };
    const labelled = label ? { text: label.value, id: resolveOrganisation(label.value.value, profile) } : null;
    if (labelled?.id !== null && labelled) return labelled;
    const lines = [...this.letterhead].sort((a, b) => a.column - b.column || a.row - b.row);
    const headed = organisationOfLetterhead(lines, profile);
    if (headed && headed.id !== profile.bloc.id) return headed;
    const titled = this.title ? organisationInText(this.title, profile) : null;
    const below =
      titled ??
      this.lines
        .slice(0, 40)
        .reduce<WrittenOrganisation | null>((found, line) => found ?? ownLine(line, profile), null);
    return below ?? labelled ?? headed;
  }
}

/** «cấp Đảng ủy Khối»: the Bloc's own team, not a committee's. */
function isBlocLevel(text: string, profile: Profile): boolean {
  const plain = foldPlain(text);
  if (!/\bcap\b/.test(plain) || plain.length > 200) return false;
  return [profile.bloc.name, ...profile.bloc.aliases].some((name) => ` ${plain} `.includes(` cap ${foldPlain(name)} `));
}

/** A line that is nothing but an organisation's name, below the title. */
function ownLine(line: Located<string>, profile: Profile): WrittenOrganisation | null {
  if (isBlocName(line.value, profile)) return null;
  const id = resolveOrganisation(line.value, profile);
  return id === null ? null : { text: line, id };
}

/** Text somebody wrote as text: several words, or a capitalised word of some length. */
function isProse(text: string): boolean {
  return (
    anyLetter.test(text) &&
    ((text.length >= 6 && text.includes(' ')) || capitalsOnly.test(text) || wordAndNumber.test(text))
  );
}
