/** A sheet read as a roster of collaborators. */
import type { DateValue, DocumentReference, Located, Member, Roster } from '../document.ts';
import type { Profile } from '../profile.ts';
import { foldPlain, normalise } from '../text/compare.ts';
import type { ContentLine } from './content.ts';
import { dateInText, dateOfCell, isoOfText, numberInText, referenceOf } from './dates.ts';
import { Front, lineBudget } from './front.ts';
import { hasValue, type Grid } from './grid.ts';
import { findHeader, type Header, type TableColumn } from './header-row.ts';
import { commonLabels, rosterColumns, rosterLabels, type CommonLabel, type RosterLabel } from './headers.ts';
import { isLabelled, type LabelValue } from './labels.ts';
import { labelIndex, splitNumbering } from './match.ts';
import { membersFromLines } from './member-lines.ts';
import { headerCell, missing, type Reading } from './reading.ts';
import { isNothing } from './signature.ts';
import { readTable, type Table } from './table.ts';
import { columnOf, spotsOf, textUnder } from './values.ts';
import { latin } from '../text/latin.ts';

const labels = labelIndex<CommonLabel | RosterLabel>([...commonLabels, ...rosterLabels]);
/** A label line below the table ends it; «Đơn vị: …» does not, it heads a group of members. */
const endingLabels = labelIndex<RosterLabel>(rosterLabels);
type Label = CommonLabel | RosterLabel;

const needed = ['position', 'unit', 'role', 'term', 'status'];
const decisionColumns = ['decisionNumber', 'decisionDate'];

export function parseRoster(grid: Grid, profile: Profile): Reading<Roster> {
  const front = new Front<Label>(grid, 'roster', labels);
  const tables: Table[] = [];
  for (let index = 0, lines = 0; index < grid.rows.length && lines < lineBudget; index += 1) {
    const cells = grid.valued(index);
    if (cells.length === 0) continue;
    const header = cells.length >= 2 ? findHeader(grid, index, ['roster'], true) : null;
    if (header) {
      const table = readTable(grid, header, {
        main: ['name', 'givenName', 'familyName'],
        loneMain: true,
        ends: (_, row) => row.length <= 2 && row[0] !== undefined && isLabelled(grid, row[0], endingLabels),
      });
      tables.push(table);
      index = table.end - 1;
      continue;
    }
    lines += 1;
    if (tables.length > 0 && front.readSignature(index, cells)) continue;
    front.read(index, cells, tables.length === 0);
  }
  const members =
    tables.length > 0
      ? tables.flatMap((table) => membersOf(grid, table, profile))
      : membersFromLines(
          front.loose.map((line) => numbered(grid, front, line)),
          profile,
        );
  return assemble(grid, profile, front, tables, members);
}

function assemble(
  grid: Grid,
  profile: Profile,
  front: Front<Label>,
  tables: readonly Table[],
  members: readonly Member[],
): Reading<Roster> {
  const organisation = front.organisation(profile, front.labels.get('organisation'));
  const decision = decisionOf(front);
  const notFounded = front.lines.some(({ value }) =>
    /\bchua (thanh lap|co (doi ngu|to|nhom|cong tac vien))\b/.test(foldPlain(value)),
  );
  const headers = tables.map((table) => table.header);
  const columns = headers.flatMap((header) => header.columns);
  const present = new Set(columns.map((column) => column.id));
  if (present.has('decision') || decision) for (const id of decisionColumns) present.add(id);
  const term = termOf(front);
  // A term stated once for all need not stand in every row.
  if (term) present.add('term');
  // Said of everybody, in whatever column or line.
  const told = headers.length > 0 ? (['unit'] as const) : (['name', 'position', 'unit', 'role'] as const);
  for (const id of told) if (members.length > 0 && members.every((member) => member[id] !== null)) present.add(id);
  const allowed = new Set<string>(profile.roster.optionalColumns);
  return {
    document: {
      kind: 'roster',
      sheet: grid.sheet.name,
      title: front.title,
      organisationText: organisation?.text ?? null,
      organisation: organisation?.id ?? null,
      table: headerCell(headers[0]),
      teamKind: teamKindOf(front, headers[0], members, notFounded),
      term,
      decision,
      regulation: regulationOf(front),
      reviewedOn: datedLine(grid, front, 'reviewedOn', /\b(ra soat|kien toan)\b.*\b(gan nhat|ngay|thang)\b/),
      inspectedOn: datedLine(grid, front, 'inspectedOn', /\b(kiem tra|giam sat)\b.*\b(gan nhat|ngay|thang)\b/),
      attestation: attestationOf(front),
      members,
    },
    header: headerCell(headers[0]),
    missingColumns:
      headers.length === 0 && members.length === 0
        ? notFounded
          ? []
          : missing(rosterColumns, ['name', ...needed], present)
        : missing(rosterColumns, [...needed, ...decisionColumns], present),
    unexpectedColumns: headers.slice(0, 1).flatMap((header) => header.unexpected),
    refusedColumns: headers
      .slice(0, 1)
      .flatMap((header) => header.columns)
      .filter(({ id, group }) => group === 'refused' || (group === 'optional' && !allowed.has(id)))
      .map((column) => column.header),
  };
}

/** The number of a line may stand in a cell before it. */
function numbered(grid: Grid, front: Front<Label>, { index, cell }: (typeof front.loose)[number]): ContentLine {
  const line = front.content(index, cell);
  const first = grid.valued(index)[0];
  if (!first || first === cell || !/^\s*\d{1,2}\s*[.)]?\s*$/.test(grid.text(first))) return line;
  grid.claim(index, first.column);
  return { ...line, shown: `${String(Number.parseInt(grid.text(first), 10))}. ${line.shown}` };
}

function membersOf(grid: Grid, { header, rows }: Table, profile: Profile): Member[] {
  const members: Member[] = [];
  const columns = {
    name: nameColumn(header),
    position: columnOf(header, 'position'),
    unit: columnOf(header, 'unit'),
    role: columnOf(header, 'role'),
    decisionNumber: columnOf(header, 'decisionNumber'),
    decisionDate: columnOf(header, 'decisionDate'),
    decision: columnOf(header, 'decision'),
    term: columnOf(header, 'term'),
    status: columnOf(header, 'status'),
    note: columnOf(header, 'note'),
  };
  const optional = header.columns.filter(
    ({ id, group }) => group === 'optional' && (profile.roster.optionalColumns as readonly string[]).includes(id),
  );
  // «Chức vụ, đơn vị công tác» holds the unit too.
  const unitBeside = /\b(don vi|chi bo|noi cong tac)\b/.test(foldPlain(columns.position?.header.value ?? ''));
  const isInactive = inactiveStatus(profile);
  let heading: Located<string> | null = null;
  for (const { index, kind, cell } of rows) {
    if (kind === 'group') {
      if (cell) heading = grid.at(index, cell.column, splitNumbering(grid.text(cell)).rest || grid.text(cell));
      continue;
    }
    const text = (column: TableColumn | undefined, glue = ', '): Located<string> | null =>
      textUnder(grid, index, column, glue);
    const status = text(columns.status);
    // Terms and statuses filled down past the last name make no members.
    const filled = [columns.name, columns.position, columns.unit, columns.role, columns.decisionNumber];
    if (filled.every((column) => text(column) === null)) continue;
    members.push({
      row: grid.rowNumber(index),
      name: text(columns.name, ' '),
      position: text(columns.position),
      unit: columns.unit ? text(columns.unit) : (heading ?? (unitBeside ? text(columns.position) : null)),
      role: text(columns.role),
      ...decisionOfRow(grid, index, columns),
      term: text(columns.term),
      status,
      note: text(columns.note),
      optional: Object.fromEntries(
        optional.flatMap((column) => {
          const value = text(column);
          return value ? [[column.id, value]] : [];
        }),
      ),
      active: status === null || !isInactive(status.value),
    });
  }
  return members;
}

/** One column, or «Họ đệm» and «Tên» side by side. */
function nameColumn(header: Header): TableColumn | undefined {
  const name = columnOf(header, 'name');
  const parts = [columnOf(header, 'familyName'), columnOf(header, 'givenName')].filter((part) => part !== undefined);
  const first = parts[0];
  if (!first) return name;
  if (name && parts.length === 1 && first.id === 'givenName')
    return { ...name, columns: [...name.columns, ...first.columns] };
  return name ?? { ...first, columns: parts.flatMap((part) => part.columns) };
}

function decisionOfRow(
  grid: Grid,
  index: number,
  columns: Readonly<Record<'decision' | 'decisionNumber' | 'decisionDate', TableColumn | undefined>>,
): Pick<Member, 'decisionNumber' | 'decisionDate'> {
  const number = columns.decisionNumber ? textUnder(grid, index, columns.decisionNumber, ' ') : null;
  const spot = columns.decisionDate ? spotsOf(grid, index, columns.decisionDate)[0] : undefined;
  const date = spot ? dateOfCell(grid, spot.cell) : null;
  const combined = columns.decision ? textUnder(grid, index, columns.decision, ' ') : null;
  const both = combined && normalise(combined.value);
  const within = both ? dateInText(both) : null;
  return {
    decisionNumber: number ? number : combined && both ? { ...combined, value: numberInText(both) ?? both } : null,
    decisionDate:
      spot && date
        ? grid.at(spot.index, spot.cell.column, date)
        : combined && within
          ? { ...combined, value: within }
          : null,
  };
}

/** Tells a status that ends membership, by the profile's words; negated ones («chưa nghỉ hưu») do not. */
function inactiveStatus(profile: Profile): (status: string) => boolean {
  const words = profile.vocabularies.status.flatMap(({ id, label, aliases }) =>
    [label, ...aliases].map((wording) => ({ id, plain: foldPlain(wording) })),
  );
  const exact = new Map(words.map(({ id, plain }) => [plain, id]));
  const ending = words.filter(({ id }) => id !== 'active');
  const known = new Map<string, boolean>();
  return (status) => {
    const memo = known.get(status);
    if (memo !== undefined) return memo;
    const plain = foldPlain(status);
    const id = exact.get(plain);
    const inactive =
      id !== undefined
        ? id !== 'active'
        : !/^(chua|khong)\b/.test(plain) && ending.some((word) => ` ${plain} `.includes(` ${word.plain} `));
    if (known.size < 10_000) known.set(status, inactive);
    return inactive;
  };
}

function teamKindOf(
  front: Front<Label>,
  header: Header | undefined,
  members: readonly Member[],
  notFounded: boolean,
): Roster['teamKind'] {
  const label = front.labels.get('teamKind');
  if (label && !isNothing(foldPlain(label.value.value))) {
    const plain = foldPlain(label.value.value);
    const ticked = /[xX✓☑☒]\s*(?=nhóm)/u.test(normalise(label.value.value));
    const group = /\b(nhom|kiem nhiem)\b/.test(plain) && (ticked || !/\b(doi ngu|to)\b/.test(plain));
    return { ...label.value, value: group ? 'group' : 'team' };
  }
  if (notFounded && members.length === 0) return null;
  const stated = front.lines.find(({ value }) =>
    /\bkiem nhiem\b|\bnhom cong tac( vien)?\b|\bnhom dlxh\b/.test(foldPlain(value)),
  );
  if (stated) return { ...stated, value: 'group' };
  const at = front.title ?? headerCell(header);
  return at && members.length > 0 ? { sheet: at.sheet, row: at.row, column: at.column, value: 'team' } : null;
}

const termYears = /\d{4}\s*[-–—/]\s*\d{4}/;
const termInLine = latin(String.raw`(?:nhiệm k[ỳìyi]̀?|(?<!\p{L})NK)\s*:?\s*(${termYears.source})`, 'iu');
/** «QĐ số 10-QĐ/ĐU», but not the symbol inside the number. */
const decisionWord = latin(String.raw`quyết định|quyet dinh|(?<![\p{L}\d]|\d\s?[-–—/]\s?)QĐ(?!\p{L})`, 'iu');

function termOf(front: Front<Label>): Located<string> | null {
  const label = front.labels.get('term');
  if (label && !isNothing(foldPlain(label.value.value))) {
    // «Nhiệm kỳ: 2020-2025; Quy chế số …»: other statements may follow on the line.
    const years = termYears.exec(normalise(label.value.value))?.[0];
    return years === undefined ? label.value : { ...label.value, value: years };
  }
  for (const line of front.lines) {
    const term = termInLine.exec(normalise(line.value))?.[1];
    if (term !== undefined) return { ...line, value: term };
  }
  return null;
}

function decisionOf(front: Front<Label>): Located<DocumentReference> | null {
  const label = front.labels.get('decision');
  if (label && /\d/.test(label.value.value)) return { ...label.value, value: referenceOf(label.value.value) };
  for (const [at, line] of front.lines.entries()) {
    const below = normalise(front.lines[at + 1]?.value ?? '');
    // «(Kèm theo Quyết định số 21-QĐ/ĐU» over «ngày 15/6/2021 của …)»
    const text = normalise(line.value) + (/^,?\s*ngày\b/iu.test(below) ? ` ${below}` : '');
    const start = text.search(decisionWord);
    if (start < 0) continue;
    const reference = referenceOf(text.slice(start).replace(/[)\]]+\.?$/, ''));
    if (reference.number !== null && /\d\s*[-–—/]?\s*QĐ/iu.test(reference.number)) return { ...line, value: reference };
  }
  return null;
}

function regulationOf(front: Front<Label>): Located<DocumentReference> | null {
  const label = front.labels.get('regulation');
  if (label) return isAbsent(label) ? null : { ...label.value, value: referenceOf(label.value.value) };
  for (const line of front.lines) {
    const text = normalise(line.value);
    const start = text.search(/quy chế|quy che/iu);
    const reference = start < 0 ? null : referenceOf(text.slice(start).replace(/[)\]]+\.?$/, ''));
    if (reference && (reference.number !== null || reference.date !== null)) return { ...line, value: reference };
  }
  return null;
}

function isAbsent(label: LabelValue<Label>): boolean {
  const plain = foldPlain(label.value.value);
  return (
    isNothing(plain) ||
    /^(chua|khong) (co|ban hanh|xay dung|thuc hien|to chuc|kiem tra|ra soat)\b/.test(plain) ||
    plain === ''
  );
}

function datedLine(
  grid: Grid,
  front: Front<Label>,
  id: 'reviewedOn' | 'inspectedOn',
  sentence: RegExp,
): Located<DateValue> | null {
  const label = front.labels.get(id);
  if (label) {
    if (isAbsent(label)) return null;
    const own = label.cell && hasValue(label.cell) ? dateOfCell(grid, label.cell) : null;
    const text = label.value.value;
    return { ...label.value, value: own ?? dateInText(text) ?? { iso: isoOfText(text), asText: false, text } };
  }
  for (const line of front.lines) {
    const date = sentence.test(foldPlain(line.value)) ? dateInText(normalise(line.value)) : null;
    if (date) return { ...line, value: date };
  }
  return null;
}

function attestationOf(front: Front<Label>): Located<string> | null {
  const label = front.labels.get('attestation');
  if (label) return isNothing(foldPlain(label.value.value)) ? null : label.value;
  const stated = front.lines.find(({ value }) => {
    const plain = foldPlain(value);
    return /\b(dam bao|bao dam|dap ung|danh gia)\b.*\bso luong\b/.test(plain) && /\b(chat luong|co cau)\b/.test(plain);
  });
  return stated ?? null;
}
