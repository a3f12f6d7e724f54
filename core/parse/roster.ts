/** A sheet read as a roster of collaborators. */
import type { DateValue, DocumentReference, Located, Member, Roster } from '../document.ts';
import type { Profile } from '../profile.ts';
import type { Cell } from '../sheet.ts';
import { fold, foldPlain, normalise } from '../text/compare.ts';
import { wholeCell, type ContentLine } from './content.ts';
import { dateInText, dateOfCell, isoOfText, referenceOf } from './dates.ts';
import { Front, lineBudget } from './front.ts';
import { hasValue, type Grid } from './grid.ts';
import { findHeader, type Header, type TableColumn } from './header-row.ts';
import { commonLabels, type CommonLabel } from './wording/common.ts';
import { rosterColumns, rosterLabels, type RosterLabel } from './wording/roster.ts';
import { isLabelled, type LabelValue } from './labels.ts';
import { labelIndex } from './match.ts';
import { membersFromCards, type Cards } from './member-cards.ts';
import { leadersFromLines, membersFromLines } from './member-lines.ts';
import { couldBeName, membersOf, standingIn, withColumnsByContent, type Standing } from './members.ts';
import { headerCell, missing, type Reading } from './reading.ts';
import { isNothing } from './signature.ts';
import { readTable, withoutTrailing, type Table } from './table.ts';
import { latin } from '../text/latin.ts';
import { followedBy } from '../text/followed-by.ts';
import { stripTitles } from '../text/name.ts';
import { namesUnit } from './unit-name.ts';
import { columnOf, isOrderHeader } from './values.ts';

const labels = labelIndex<CommonLabel | RosterLabel>([...commonLabels, ...rosterLabels]);
/** A label line below the table ends it; «Đơn vị: …» does not, it heads a group of members. */
const endingLabels = labelIndex<RosterLabel>(rosterLabels);
type Label = CommonLabel | RosterLabel;

const needed = ['name', 'position', 'unit', 'role', 'term', 'status'];
const decisionColumns = ['decisionNumber', 'decisionDate'];

export function parseRoster(grid: Grid, profile: Profile): Reading<Roster> {
  const front = new Front<Label>(grid, 'roster', labels);
  const tables: Table[] = [];
  for (let index = 0, lines = 0; index < grid.rows.length && lines < lineBudget; index += 1) {
    const cells = grid.valued(index);
    if (cells.length === 0) continue;
    const header = cells.length >= 2 ? findHeader(grid, index, ['roster'], true) : null;
    if (header) {
      const read = readTable(grid, header, {
        main: ['name', 'givenName', 'familyName'],
        loneMain: true,
        heads: namesUnit,
        fits: couldBeName,
        ends: (_, row) => startsTable(grid, row) || endsWithLabel(grid, row),
      });
      const table = withoutTrailing(read);
      tables.push(withColumnsByContent(grid, table, profile));
      index = table.end - 1;
      continue;
    }
    lines += 1;
    if (tables.length > 0 && front.readSignature(index, cells)) continue;
    front.read(index, cells, tables.length === 0);
  }
  const cards = tables.length === 0 ? membersFromCards(grid, profile) : null;
  return assemble(grid, profile, front, tables, membersIn(grid, profile, front, tables, cards), cards);
}

function membersIn(
  grid: Grid,
  profile: Profile,
  front: Front<Label>,
  tables: readonly Table[],
  cards: Cards | null,
): readonly Member[] {
  if (tables.length > 0) {
    const added = new Set<Member>();
    const listed = tables.flatMap((table) =>
      membersOf(grid, table, profile, standingAbove(grid, table, tables.length), added),
    );
    const members = [...leadersAbove(grid, front, tables, listed, profile), ...listed];
    if (added.size === 0) return members;
    const whole = namesOf(members.filter((member) => !added.has(member)));
    return members.filter((member) => !added.has(member) || ![...namesOf([member])].some((name) => whole.has(name)));
  }
  if (cards && cards.members.length > 0) return cards.members;
  return membersFromLines(
    front.loose.map((line) => numbered(grid, line)),
    profile,
  );
}

/** Who leads is told above the table of the others; mostly the table has them too. */
function leadersAbove(
  grid: Grid,
  front: Front<Label>,
  tables: readonly Table[],
  listed: readonly Member[],
  profile: Profile,
): Member[] {
  const body = tables.at(-1)?.header.first ?? 0;
  const lines = front.loose.filter(({ index }) => index < body).map(({ index, cell }) => wholeCell(grid, index, cell));
  const leaders = leadersFromLines(lines, profile);
  if (leaders.length === 0) return leaders;
  const known = namesOf(listed);
  return leaders.filter((leader) => ![...namesOf([leader])].some((name) => known.has(name)));
}

function assemble(
  grid: Grid,
  profile: Profile,
  front: Front<Label>,
  tables: readonly Table[],
  members: readonly Member[],
  cards: Cards | null,
): Reading<Roster> {
  const organisation = front.organisation(profile, front.labels.get('organisation'));
  const decision = decisionOf(front);
  const notFounded = front.lines.some(({ value }) =>
    /\bchua (thanh lap|co (doi ngu|to|nhom|cong tac vien))\b/.test(foldPlain(value)),
  );
  const headers = tables.map((table) => table.header);
  const columns = headers.flatMap((header) => header.columns);
  const present = new Set([...columns.map((column) => column.id), ...(cards?.labels ?? [])]);
  if (present.has('familyName') || present.has('givenName')) present.add('name');
  if (present.has('decision') || decision) for (const id of decisionColumns) present.add(id);
  const term = termOf(front);
  // Who has left is told by the day.
  if (present.has('leftOn')) present.add('status');
  // A term stated once for all need not stand in every row.
  if (term) present.add('term');
  // Said of everybody, in whatever column, heading or line.
  const told = ['name', 'position', 'unit', 'role'] as const;
  // Lines without a column for it list those who are there.
  if (headers.length === 0 && members.length > 0) present.add('status');
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
      reviewedOn: datedLine(grid, front, 'reviewedOn', /\b(ra soat|kien toan)\b/),
      inspectedOn: datedLine(grid, front, 'inspectedOn', /\b(kiem tra|giam sat)\b/),
      attestation: attestationOf(front),
      members,
    },
    header: headerCell(headers[0]) ?? (members.length > 0 ? front.title : null),
    missingColumns:
      headers.length === 0 && members.length === 0
        ? notFounded
          ? []
          : missing(rosterColumns, needed, present)
        : missing(rosterColumns, [...needed, ...decisionColumns], present),
    unexpectedColumns: headers.slice(0, 1).flatMap((header) => header.unexpected),
    refusedColumns: [
      ...(cards?.refused ?? []),
      ...headers
        .slice(0, 1)
        .flatMap((header) => header.columns)
        .filter(({ id, group }) => group === 'refused' || (group === 'optional' && !allowed.has(id)))
        .flatMap((column) => headerCells(grid, headers[0], column)),
    ],
  };
}

/** All header cells of a column: «Năm sinh» stands over «Nam» and «Nữ». */
function headerCells(
  grid: Grid,
  header: Header | undefined,
  { header: first, columns }: TableColumn,
): Located<string>[] {
  const others = columns.flatMap((column) => {
    const cell = header && column !== first.column ? grid.cell(header.last, column) : undefined;
    return header && cell && hasValue(cell) ? [grid.at(header.last, column, grid.text(cell))] : [];
  });
  return [first, ...others];
}

/** «STT | Chi bộ | Số lượng» below the last member: the header of another table. */
function startsTable(grid: Grid, row: readonly Cell[]): boolean {
  return row.length >= 2 && isOrderHeader(grid, row[0]);
}

function endsWithLabel(grid: Grid, row: readonly Cell[]): boolean {
  return row.length <= 2 && row[0] !== undefined && isLabelled(grid, row[0], endingLabels);
}

/** What the lines right above a table's header say of its people; of the only table there is they cannot say that it is another's. */
function standingAbove(grid: Grid, { header, rows }: Table, tables: number): Standing {
  let found: Standing = { left: false, others: false, added: false };
  const firstMain = columnOf(header, 'name')?.columns[0] ?? header.left;
  for (let index = header.first - 1; index >= Math.max(0, header.first - 3); index -= 1) {
    const cells = grid.valued(index);
    if (cells.length > 2) break;
    // «Danh sách hiện nay | Danh sách thôi tham gia» above two lists side by side.
    const own = cells.length > 1 ? cells.filter(({ column }) => column <= firstMain).slice(-1) : cells;
    for (const cell of own) {
      const { left, others, added } = standingIn(grid.text(cell));
      found = { left: found.left || left, others: found.others || others, added: found.added || added };
    }
  }
  const only = tables === 1 && rows.every(({ kind }) => kind === 'data');
  return { ...found, others: found.others && !only };
}

/** The people by their names, as far as they have one. */
export function namesOf(members: readonly Member[]): ReadonlySet<string> {
  return new Set(members.flatMap(({ name }) => (name ? [fold(stripTitles(name.value))] : [])));
}

/** The number of a line may stand in a cell before it. */
function numbered(grid: Grid, { index, cell }: Front<Label>['loose'][number]): ContentLine {
  const line = wholeCell(grid, index, cell);
  const first = grid.valued(index)[0];
  if (!first || first === cell || !/^\s*\d{1,2}\s*[.)]?\s*$/.test(grid.text(first))) return line;
  grid.claim(index, first.column);
  return { ...line, shown: `${String(Number.parseInt(grid.text(first), 10))}. ${line.shown}` };
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
/** «Nhiệm kỳ 2020-2025», «Nhiệm kỳ Đại hội Đảng bộ lần thứ XIV (2020-2025)» */
const termInLine = latin(
  String.raw`(?:nhiệm k[ỳìyi]̀?|(?<!\p{L})NK)(?:\s+đại hội[\p{L}\s,]{0,60})?\s*[:(]?\s*(${termYears.source})`,
  'iu',
);
/** «QĐ số 10-QĐ/ĐU», but not the symbol inside the number. */
const decisionWord = latin(String.raw`quyết định|quyet dinh|(?<![\p{L}\d]|\d\s?[-–—/]\s?)QĐ(?!\p{L})`, 'iu');

/** «Quyết định số 36-QĐ/ĐU ban hành Quy chế …», «Quy chế hoạt động: Quyết định số 36-QĐ/ĐU»: no founding decision. */
const isOfRegulation =
  /ban hành (?:kèm theo )?quy chế|quy chế\s[^;.]*(?:ban hành|[:(]\s*(?:theo |tại )?(?:quyết định|QĐ))/iu;

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
  const own = ownDecision(front);
  if (label && /\d/.test(label.value.value)) {
    const value = referenceOf(label.value.value);
    return value.number === null && own ? own : { ...label.value, value };
  }
  for (const [at, line] of front.lines.entries()) {
    const below = normalise(front.lines[at + 1]?.value ?? '');
    // «(Kèm theo Quyết định số 21-QĐ/ĐU» over «ngày 15/6/2021 của …)»
    const text = normalise(line.value) + (/^,?\s*ngày\b/iu.test(below) ? ` ${below}` : '');
    const start = text.search(decisionWord);
    const ofRegulation = isOfRegulation.test(text) || isValueOf(front.labels.get('regulation'), line);
    if (start < 0 || (ofRegulation && !/thành lập|công nhận|kiện toàn/iu.test(text))) continue;
    const reference = referenceOf(text.slice(start).replace(/[)\]]+\.?$/, ''));
    if (reference.number !== null && /\d\s*[-–—/]?\s*QĐ/iu.test(reference.number)) return { ...line, value: reference };
  }
  return own;
}

/** «Quyết định số 36-QĐ/ĐU» in the cell beside «Quy chế hoạt động». */
function isValueOf(label: LabelValue<Label> | undefined, { row, column }: Located<string>): boolean {
  if (!label || label.cell === null) return false;
  return label.value.row === row && label.value.column === column;
}

/** A list inside the decision itself: «Số: 45-QĐ/ĐU» in its letterhead, the date with the place. */
function ownDecision(front: Front<Label>): Located<DocumentReference> | null {
  const line = front.lines.find(({ value }) => /^số\s*[:.]?\s*\d+\s*[-–—/]\s*QĐ/iu.test(normalise(value)));
  const date = front.placeDate ? dateInText(normalise(front.placeDate.value)) : null;
  return line && date ? { ...line, value: { ...referenceOf(normalise(line.value)), date } } : null;
}

function regulationOf(front: Front<Label>): Located<DocumentReference> | null {
  const label = front.labels.get('regulation');
  if (label) return isAbsent(label) ? null : { ...label.value, value: referenceOf(label.value.value) };
  for (const line of front.lines) {
    const text = normalise(line.value);
    const start = text.search(/quy chế|quy che/iu);
    if (start < 0 || lacksRegulation(foldPlain(text))) continue;
    // «Kiểm tra việc thực hiện Quy chế ngày 05/9/2023» dates the inspection.
    const inspected = /\b(kiem tra|giam sat|ra soat)\b/.test(foldPlain(text.slice(0, start)));
    const issued = isOfRegulation.test(text) ? text.search(decisionWord) : -1;
    for (const from of [start, issued]) {
      const reference = from < 0 ? null : referenceOf(text.slice(from).replace(/[)\]]+\.?$/, ''));
      const stated = reference && (reference.number !== null || (reference.date !== null && !inspected));
      if (stated) return { ...line, value: reference };
    }
  }
  return null;
}

/** «Chưa xây dựng Quy chế hoạt động», «quy chế dự kiến ban hành ngày 15/01/2024» */
function lacksRegulation(plain: string): boolean {
  return (
    /\b(chua|khong) (co|ban hanh|xay dung)( duoc)? quy che\b/.test(plain) ||
    followedBy(plain, /\bquy che\b/, /\b(chua|se|du kien) (duoc )?(ban hanh|xay dung)\b/)
  );
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
  what: RegExp,
): Located<DateValue> | null {
  const label = front.labels.get(id);
  if (label) {
    if (isAbsent(label)) return null;
    const own = label.cell && hasValue(label.cell) ? dateOfCell(grid, label.cell) : null;
    const text = label.value.value;
    return { ...label.value, value: own ?? dateInText(text) ?? { iso: isoOfText(text), asText: false, text } };
  }
  const tells = (text: string): boolean => followedBy(foldPlain(text), what, aboutWhen);
  for (const line of front.lines) {
    if (!tells(line.value)) continue;
    const sentences = normalise(line.value).split(betweenSentences);
    const own = sentences.find(tells) ?? line.value;
    const date = dateInText(normalise(own));
    if (date) return { ...line, value: date };
  }
  return null;
}

const aboutWhen = /\b(gan (day )?nhat|ngay|thang|\d{1,2} \d{4})\b/;

/** A line may state the regulation, the review and the inspection one after another. */
const betweenSentences = latin(String.raw`(?<=[.;])\s+(?=\p{Lu})`, 'u');

/** «Đảm bảo số lượng, chất lượng …», «Về số lượng, chất lượng, cơ cấu: đảm bảo …» */
function attests(plain: string): boolean {
  return (
    followedBy(plain, /\b(dam bao|bao dam|dap ung|danh gia)\b/, /\bso luong\b/) ||
    followedBy(plain, /\bso luong\b/, /\b((dam bao|bao dam|dap ung|dat)\b|theo (huong dan|quy dinh))/)
  );
}

function attestationOf(front: Front<Label>): Located<string> | null {
  const label = front.labels.get('attestation');
  if (label) return isNothing(foldPlain(label.value.value)) ? null : label.value;
  const stated = front.lines.find(({ value }) => {
    const plain = foldPlain(value);
    return attests(plain) && /\b(chat luong|co cau)\b/.test(plain);
  });
  return stated ?? null;
}
