/** A roster written as cards: «Họ và tên: …», «Chức vụ: …», «Chi bộ: …», a block for each person. */
import type { DateValue, Located, Member } from '../document.ts';
import type { Profile } from '../profile.ts';
import type { Cell } from '../sheet.ts';
import { normalise } from '../text/compare.ts';
import { latin } from '../text/latin.ts';
import { withoutBullet } from './content.ts';
import { dateInText, dateOfCell, isoOfText, numberInText } from './dates.ts';
import { lineBudget } from './front.ts';
import type { Grid } from './grid.ts';
import { matchExactly, splitNumbering, type ColumnMatch } from './match.ts';
import { couldBeName, inactiveWords, type InactiveWords } from './members.ts';
import { isOrderHeader } from './values.ts';

export interface Cards {
  readonly members: readonly Member[];
  /** The columns they have labels for. */
  readonly labels: ReadonlySet<string>;
  /** Labels of personal data nobody may ask for, once each. */
  readonly refused: readonly Located<string>[];
}

/** One block alone may be the particulars of whoever drew the list up. */
const fewest = 2;
const longestLabel = 60;
/** A value stands at most so many columns right of its label. */
const reach = 4;

interface Entry extends ColumnMatch {
  /** Where it stands among people abreast. */
  readonly column: number;
  readonly label: Located<string>;
  /** Null where nothing was filled in. */
  readonly value: Located<string> | null;
  /** The value's own cell; null when it shares the label's. */
  readonly cell: Cell | null;
  readonly index: number;
}

type Card = ReadonlyMap<string, Entry>;

export function membersFromCards(grid: Grid, profile: Profile): Cards {
  const { cards, entries } = cardsOf(grid);
  const filled = cards.filter((card) => [...card].some(([id, { value }]) => id !== 'term' && value !== null));
  const named = filled.filter((card) => card.get('name')?.value);
  if (named.length < fewest) return { members: [], labels: new Set(), refused: [] };
  const allowed: readonly string[] = profile.roster.optionalColumns;
  const inactive = inactiveWords(profile);
  const refused = new Map<string, Located<string>>();
  for (const { id, group, label, value, cell, index } of entries) {
    grid.claim(index, label.column);
    if (cell && value) grid.claim(index, cell.column);
    const accepted = group === 'standard' || (group === 'optional' && allowed.includes(id));
    if (!accepted && !refused.has(id)) refused.set(id, label);
  }
  return {
    members: filled.map((card) => memberOf(grid, card, inactive, allowed)),
    labels: new Set(entries.map(({ id }) => id)),
    refused: [...refused.values()],
  };
}

/** Two people may stand abreast: what is said belongs to the name left of it, on its row or above. */
function cardsOf(grid: Grid): { readonly cards: readonly Card[]; readonly entries: readonly Entry[] } {
  const cards: Map<string, Entry>[] = [];
  const inCards: Entry[] = [];
  let open: { readonly column: number; readonly card: Map<string, Entry> }[] = [];
  let abreast = false;
  for (let index = 0; index < Math.min(grid.rows.length, lineBudget); index += 1) {
    const row = entriesAbreast(grid, index, abreast);
    const entries = row ?? entriesOf(grid, index);
    const starts = entries.filter(({ id }) => id === 'name');
    if (starts.length > 0) {
      open = [];
      abreast = row !== null;
      if (row && index > 0 && isOrderHeader(grid, grid.valued(index - 1)[0]))
        grid.claimAll(index - 1, grid.valued(index - 1));
    }
    for (const entry of entries) {
      const { column } = entry;
      if (entry.id === 'name') open.push({ column, card: new Map() });
      const own = [...open].reverse().find((one) => one.column <= column);
      if (!own) continue;
      if (own.card.size === 0) cards.push(own.card);
      own.card.set(entry.id, withFormer(own.card.get(entry.id), entry));
      inCards.push(entry);
    }
  }
  return { cards, entries: inCards };
}

/** «Chức vụ Đảng: …» and «Chức vụ chính quyền: …»: a person holds both. Of anything else the first counts. */
function withFormer(former: Entry | undefined, entry: Entry): Entry {
  if (!former?.value) return entry;
  if (entry.id !== 'position' || !entry.value) return former;
  return { ...former, value: { ...former.value, value: `${former.value.value}, ${entry.value.value}` } };
}

/** The labels of a row with what stands behind their colons or in the cells beside them. */
function entriesOf(grid: Grid, index: number): Entry[] {
  const cells = grid.valued(index);
  return cells.flatMap((cell, at): Entry[] => {
    if (typeof cell.value !== 'string') return [];
    const label = grid.at(index, cell.column, '');
    return grid
      .shown(cell)
      .split(betweenEntries)
      .flatMap((part): Entry[] => {
        const [, words = '', rest = ''] = labelled.exec(splitNumbering(withoutBullet(normalise(part))).rest) ?? [];
        const match = words.length > 0 && words.length <= longestLabel ? matchExactly('roster', [words]) : null;
        if (!match || match.id === 'order') return [];
        const place = { ...label, value: normalise(words) };
        const { column } = cell;
        if (rest !== '')
          return [{ ...match, column, label: place, value: { ...label, value: rest }, cell: null, index }];
        const next = cells[at + 1];
        const value = next && next.column - cell.column <= reach && !isLabel(grid, next) ? grid.value(next) : null;
        const located = next && value !== null ? grid.at(index, next.column, value) : null;
        return [{ ...match, column, label: place, value: located, cell: located ? (next ?? null) : null, index }];
      });
  });
}

/**
 * «Họ và tên | Nguyễn Văn An | Trần Thị Bình», a column for each person: one entry for each value behind the label. Null for
 * any other row; below such names (`known`) every row with a label is one.
 */
function entriesAbreast(grid: Grid, index: number, known: boolean): Entry[] | null {
  const [first, ...values] = grid.valued(index);
  if (!first || values.length < (known ? 1 : fewest) || !isLabel(grid, first)) return null;
  const match = matchExactly('roster', [grid.text(first).replace(/\s*[:：]\s*$/, '')]);
  if (!match || match.id === 'order') return null;
  if (match.id === 'name' ? !values.every((cell) => couldBeName(grid.text(cell))) : !known) return null;
  const label = grid.at(index, first.column, grid.text(first));
  return values.map((cell) => {
    const value = grid.at(index, cell.column, grid.value(cell) ?? '');
    return { ...match, column: cell.column, label, value, cell, index };
  });
}

const betweenEntries = latin(String.raw`[\r\n;]+|\s[–-]\s(?=\p{L}[^:]{1,40}:)`, 'u');
const labelled = /^([^:：]+?)\s*(?:[:：]\s*(.*))?$/su;

function isLabel(grid: Grid, cell: Cell): boolean {
  if (typeof cell.value !== 'string') return false;
  const words = grid.text(cell).split(/[:：]/, 1)[0] ?? '';
  return words.length <= longestLabel && matchExactly('roster', [splitNumbering(words).rest]) !== null;
}

function memberOf(grid: Grid, card: Card, inactive: InactiveWords, allowed: readonly string[]): Member {
  const text = (id: string): Located<string> | null => card.get(id)?.value ?? null;
  const date = (id: string): Located<DateValue> | null => {
    const entry = card.get(id);
    if (!entry?.value) return null;
    const { value } = entry.value;
    const own = entry.cell ? dateOfCell(grid, entry.cell) : null;
    return { ...entry.value, value: own ?? { iso: isoOfText(value), asText: true, text: value } };
  };
  const decision = text('decision');
  const decided = decision ? dateInText(decision.value) : null;
  const [status, note, leftOn] = [text('status'), text('note'), date('leftOn')];
  const first = [...card.values()][0];
  return {
    row: first?.label.row ?? 1,
    name: text('name'),
    position: text('position'),
    unit: text('unit'),
    role: text('role'),
    decisionNumber:
      text('decisionNumber') ?? (decision && { ...decision, value: numberInText(decision.value) ?? decision.value }),
    decisionDate: date('decisionDate') ?? (decision && decided ? { ...decision, value: decided } : null),
    term: text('term'),
    status,
    note,
    ...(leftOn?.value.iso ? { leftOn } : {}),
    optional: Object.fromEntries(
      [...card].flatMap(([id, { group, value }]) =>
        group === 'optional' && allowed.includes(id) && value ? [[id, value]] : [],
      ),
    ),
    active: !(status ? inactive.says(status.value) : note !== null && inactive.opens(note.value)),
  };
}
