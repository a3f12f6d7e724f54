/** The rows of a roster table as members. */
import type { DateValue, Located, Member } from '../document.ts';
import type { Profile, VocabularyName } from '../profile.ts';
import type { Cell } from '../sheet.ts';
import { fold, foldPlain, normalise } from '../text/compare.ts';
import { latin } from '../text/latin.ts';
import { stripTitles } from '../text/name.ts';
import { dateInText, dateOfCell, numberInText } from './dates.ts';
import { hasValue, type Grid } from './grid.ts';
import { withColumn, type Header, type TableColumn } from './header-row.ts';
import { isDitto, isTick } from './marks.ts';
import { splitNumbering } from './match.ts';
import type { Table } from './table.ts';
import { namesUnit } from './unit-name.ts';
import { columnOf, spotsOf, textUnder } from './values.ts';
import { wordsOf } from './vocabulary-words.ts';

/** «: 04 đồng chí», « (4)» behind a unit's name. */
const headCount = /\s*(?:[:–-]\s*|\(\s*)\d{1,3}(?:\s*(?:đồng chí|đ\/c|người|ctv|cộng tác viên))?\s*\)?$/iu;

/** `above`: what a line above the table says of its people; `added` takes those listed as new ones. */
export function membersOf(
  grid: Grid,
  table: Table,
  profile: Profile,
  above: Standing,
  added: Set<Member> = new Set<Member>(),
): Member[] {
  const unit = unitAbove(grid, table);
  return [0, ...table.header.repeats].flatMap((offset) =>
    membersUnder(grid, { ...table, header: moved(table.header, offset) }, profile, { ...above, unit }, added),
  );
}

/** «1. Chi bộ Văn phòng» on the line above a table of its people. */
function unitAbove(grid: Grid, { header }: Table): Located<string> | null {
  const cells = header.first > 0 ? grid.valued(header.first - 1) : [];
  const cell = cells.find((one) => typeof one.value === 'string' && namesUnit(grid.text(one)));
  return cell && cells.length <= 2 ? unitHeading(grid, header.first - 1, cell) : null;
}

/** «- Chi bộ Văn phòng», «(1) Chi bộ Văn phòng» */
const leadingMark = /^(?:[-–+*•]|\(\d{1,2}\))\s*/;

function unitHeading(grid: Grid, index: number, cell: Cell): Located<string> {
  const written = grid.text(cell).replace(leadingMark, '');
  const text = splitNumbering(written).rest || written;
  return grid.at(index, cell.column, text.replace(headCount, '').replace(/\s*:$/, ''));
}

function moved(header: Header, offset: number): Header {
  if (offset === 0) return header;
  const columns = header.columns.map((column) => ({ ...column, columns: column.columns.map((one) => one + offset) }));
  return { ...header, columns };
}

/** What headings and titles say of the people below them. */
export interface Standing {
  /** They are collaborators no more: «Cộng tác viên đã thôi tham gia». */
  readonly left: boolean;
  /** They never were: a steering committee, substitutes. */
  readonly others: boolean;
  /** They are new ones, who may stand once more in the whole list: «Danh sách bổ sung». */
  readonly added: boolean;
}

export function standingIn(text: string): Standing {
  const plain = foldPlain(text);
  return {
    left: /\b(thoi (tham gia|lam)|rut (khoi|ten)|(da|dua|xin|cho) (thoi|nghi|roi|rut|chuyen|ra khoi)|(khong|khong con) (tiep tuc )?tham gia|chuyen cong tac|nghi huu|mien nhiem)\b/.test(
      plain,
    ),
    others:
      /\bdu bi\b/.test(plain) ||
      (/\b(ban chi dao|to giup viec)\b/.test(plain) && !/\b(cong tac vien|ctv)\b/.test(plain)),
    added: /\b(bo sung|them moi|moi tham gia)\b/.test(plain),
  };
}

function membersUnder(
  grid: Grid,
  { header, rows }: Table,
  profile: Profile,
  above: Standing & { readonly unit: Located<string> | null },
  added: Set<Member>,
): Member[] {
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
    leftOn: columnOf(header, 'leftOn'),
  };
  const optional = header.columns.filter(
    ({ id, group }) => group === 'optional' && (profile.roster.optionalColumns as readonly string[]).includes(id),
  );
  // «Chức vụ, đơn vị công tác» holds the unit too.
  const unitBeside = /\b(don vi|chi bo|noi cong tac)\b/.test(foldPlain(columns.position?.header.value ?? ''));
  // «Họ và tên, chức vụ» holds both.
  const positionBehind = /\bchuc (vu|danh)\b/.test(foldPlain(columns.name?.header.value ?? ''));
  const inactive = inactiveWords(profile);
  const isRole = wordsIn(profile, 'role');
  let heading = above.unit;
  let role: Located<string> | null = null;
  let standing: Standing = above;
  for (const { index, kind, cell } of rows) {
    if (kind === 'group') {
      if (!cell) continue;
      const said = standingIn(grid.text(cell));
      // A unit among those who left changes nothing for its people.
      if (said.left || said.others || !namesUnit(grid.text(cell))) standing = said;
      const named = unitHeading(grid, index, cell);
      // «II. Thành viên» heads people of any unit.
      if (isRole(foldPlain(named.value))) role = named;
      else heading = named;
      continue;
    }
    if (standing.others) continue;
    const text = (column: TableColumn | undefined, glue = ', '): Located<string> | null =>
      textUnder(grid, index, column, glue);
    const status = tickedHeader(grid, index, header, columns.status) ?? text(columns.status);
    const note = text(columns.note);
    // Terms and statuses filled down past the last name make no members.
    const filled = [columns.name, columns.position, columns.unit, columns.role, columns.decisionNumber];
    if (filled.every((column) => text(column) === null)) continue;
    const decision = decisionOfRow(grid, index, columns);
    const named = text(columns.name, ' ');
    if (named && vacancy.test(fold(named.value))) continue;
    const [name, office] = positionBehind && named ? nameAndOffice(named) : [named, null];
    const leaving = leavingOf(grid, index, columns.leftOn);
    // Each property by its name: of a member spread from several objects a long roster would take a sixth more memory.
    const read: Member = {
      row: grid.rowNumber(index),
      name,
      position: text(columns.position) ?? office,
      unit: columns.unit ? text(columns.unit) : (heading ?? (unitBeside ? text(columns.position) : null)),
      role: columns.role ? (tickedHeader(grid, index, header, columns.role) ?? text(columns.role)) : role,
      decisionNumber: decision.decisionNumber,
      decisionDate: decision.decisionDate,
      term: text(columns.term),
      status,
      note,
      optional: optional.length === 0 ? noOptional : optionalOf(optional, text),
      // Who has left may be told in the notes alone, in their first words.
      active: !standing.left && !(status ? inactive.says(status.value) : note !== null && inactive.opens(note.value)),
    };
    const member = asAbove(leaving ? { ...read, leftOn: leaving } : read, members.at(-1));
    if (standing.added) added.add(member);
    if (member.name?.value.includes('\n')) members.push(...onePerLine(member, member.name.value));
    else members.push(member);
  }
  return members;
}

const noOptional: Member['optional'] = {};

function optionalOf(
  columns: readonly TableColumn[],
  text: (column: TableColumn) => Located<string> | null,
): Member['optional'] {
  return Object.fromEntries(
    columns.flatMap((column) => {
      const value = text(column);
      return value ? [[column.id, value]] : [];
    }),
  );
}

/** «-nt-» in a cell: what the member above has there. */
function asAbove(member: Member, above: Member | undefined): Member {
  const { position, unit, role, decisionNumber, term, status } = member;
  const marked = [position, unit, role, decisionNumber, term, status].some((cell) => cell && isDitto(cell.value));
  if (!above || !marked) return member;
  const repeated = <Value>(
    cell: Located<Value> | null,
    text: string,
    from: Located<Value> | null,
  ): Located<Value> | null => (cell && from && isDitto(text) ? { ...cell, value: from.value } : cell);
  const words = (id: 'position' | 'unit' | 'role' | 'decisionNumber' | 'term' | 'status'): Located<string> | null =>
    repeated(member[id], member[id]?.value ?? '', above[id]);
  return {
    ...member,
    position: words('position'),
    unit: words('unit'),
    role: words('role'),
    decisionNumber: words('decisionNumber'),
    decisionDate: repeated(member.decisionDate, member.decisionDate?.value.text ?? '', above.decisionDate),
    term: words('term'),
    status: words('status'),
    active: isDitto(status?.value ?? '') ? above.active : member.active,
  };
}

/** A seat nobody has: «(Khuyết)», «Chưa bố trí». Given `fold`, for «Trọng» is a name. */
const vacancy =
  /^[(\s.…-]*(?:(?:còn |đang |để )?(?:khuyết|trống)|chưa (?:có|bố trí|phân công|kiện toàn|bổ sung)|(?:đang|chờ) (?:kiện toàn|bổ sung))(?: \d{1,2})?(?: (?:người|đồng chí|vị trí|nhân sự))?[)\s.…-]*$/u;

const longestPerson = 300;

/** «Nguyễn Văn An, Phó Bí thư Đảng ủy», «Nguyễn Văn An - Trưởng phòng» */
function nameAndOffice(cell: Located<string>): readonly [Located<string>, Located<string> | null] {
  if (cell.value.length > longestPerson) return [cell, null];
  const [name = '', ...rest] = cell.value.split(/\s*[,;:(\r\n]\s*|\s[-–—]\s/);
  const office = cell.value.slice(name.length).replace(/^[\s,;:(–—-]+|[\s)]+$/g, '');
  return rest.length === 0
    ? [cell, null]
    : [
        { ...cell, value: name },
        { ...cell, value: office },
      ];
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

function leavingOf(grid: Grid, index: number, column: TableColumn | undefined): Located<DateValue> | null {
  const spot = spotsOf(grid, index, column)[0];
  const date = spot ? dateOfCell(grid, spot.cell) : null;
  // «-», «Đang tham gia»: no day.
  return spot && date?.iso ? grid.at(spot.index, spot.cell.column, date) : null;
}

const notYet = / (chua|khong|sap|se|cho|du kien|chuan bi|thu tuc)$/;

export interface InactiveWords {
  /** A status that ends membership: of the profile's words the first decides («Đang hoạt động, chuyển công tác từ …»). */
  readonly says: (status: string) => boolean;
  /** A text that begins with such a word. */
  readonly opens: (text: string) => boolean;
}

export function inactiveWords(profile: Profile): InactiveWords {
  const words = wordsOf(profile, 'status');
  const known = new Map<string, { readonly at: number; readonly inactive: boolean } | null>();
  const first = (text: string): { readonly at: number; readonly inactive: boolean } | null => {
    const memo = known.get(text);
    if (memo !== undefined) return memo;
    const plain = ` ${foldPlain(text)} `;
    let found: { at: number; inactive: boolean } | null = null;
    for (const word of words) {
      // «Nghỉ» says it alone, «Nghỉ thai sản» does not.
      const alone = !word.plain.includes(' ');
      const at = alone && plain !== ` ${word.plain} ` ? -1 : plain.indexOf(` ${word.plain} `);
      // «chưa nghỉ hưu», «sắp nghỉ hưu»
      if (at < 0 || (found && found.at <= at) || notYet.test(plain.slice(0, at))) continue;
      found = { at, inactive: word.id !== 'active' };
    }
    if (known.size < 10_000) known.set(text, found);
    return found;
  };
  return {
    says: (status) => first(status)?.inactive ?? false,
    opens: (text) => {
      const word = first(text);
      return word !== null && word.at === 0 && word.inactive;
    },
  };
}

/** A name has nothing but words that begin with a capital; «nguyễn văn an» is one too, but then it has its number. */
export function couldBeName(text: string): boolean {
  const name = stripTitles(text);
  return lineName.test(name) && !/^(?:Trong đó|Ghi chú|Lưu ý)/iu.test(name);
}

const lineName = latin(String.raw`^\p{Lu}[\p{L}’']*(?: \p{Lu}[\p{L}’']*){1,5}$`, 'u');

/**
 * «1. Nguyễn Văn An⏎2. Trần Thị Bình» in one cell: as many members, each with its line of the other cells that have as
 * many. A name broken over two lines stays one.
 */
function onePerLine(member: Member, names: string): Member[] {
  const lines = linesOf(names);
  const numbered = linesOf(names, false).every((line, at) => splitNumbering(line).ordinal === at + 1);
  const alike = [member.position, member.role, member.unit].some(
    (one) => one && linesOf(one.value).length === lines.length,
  );
  const people = lines.length > 1 && (numbered || alike) && lines.every((line) => lineName.test(stripTitles(line)));
  if (!people) return [member];
  return lines.map((name, at) => {
    const line = (one: Located<string> | null): Located<string> | null => {
      const own = one ? linesOf(one.value) : [];
      return one && own.length === lines.length ? { ...one, value: own[at] ?? '' } : one;
    };
    return {
      ...member,
      name: member.name && { ...member.name, value: name },
      position: line(member.position),
      unit: line(member.unit),
      role: line(member.role),
      status: line(member.status),
    };
  });
}

function linesOf(text: string, bare = true): string[] {
  return text.split(/[\r\n]+/).flatMap((line) => {
    const shown = normalise(line);
    const rest = bare ? splitNumbering(shown).rest : shown;
    return rest === '' ? [] : [rest];
  });
}

/** «Vai trò» over «Tổ trưởng | Tổ phó | Thành viên», with a tick under one of them: that one, at the tick's cell. */
function tickedHeader(
  grid: Grid,
  index: number,
  header: Header,
  column: TableColumn | undefined,
): Located<string> | null {
  if (!column || column.columns.length < 2) return null;
  const ticked = column.columns.filter((under) => {
    const cell = grid.cell(index, under);
    return cell !== undefined && hasValue(cell) && isTick(grid.text(cell));
  });
  const [only] = ticked;
  const named = only === undefined ? undefined : grid.cell(header.last, only);
  if (only === undefined || ticked.length > 1 || !named || !hasValue(named)) return null;
  return grid.at(index, only, grid.text(named));
}

/** Headers that may mean either: «Phòng/Ban», «Thuộc», «Vị trí», «Cương vị». What stands in the column decides. */
const ofUnit = /\b(don vi|chi bo|dang bo|to chuc|co quan|bo phan|phong|ban|vu|cuc|thuoc|noi)\b/;
const ofPosition = /\b(chuc|cong viec|cuong vi|vi tri|nghe|cv)\b/;

/** «Phó Bí thư Đảng ủy», «Biên tập viên» */
const opensOffice =
  /^(q |quyen |nguyen )?(pho|truong (ban|phong|khoa|bo mon|tram|nhom|doan|chi nhanh)|bi thu|uy vien|dang uy vien|chi uy vien|chanh|vu truong|cuc truong|vien truong|(tong )?(giam doc|bien tap|thu ky|kiem toan)|hieu (truong|pho)|chu (tich|nhiem)|chuyen vien|can bo|nhan vien|phong vien|bien (tap|dich) vien|giang vien|nghien cuu vien|(tham tra|thanh tra|kiem tra|kiem sat|kiem toan|dieu tra) vien|tham phan|ke toan|van thu|bac si|ky su|doi truong)\b/;

/** «Cộng tác viên cũ», «Thay cho đồng chí»: people who are there no more. */
const ofFormer = /\b(cu|truoc|thay)\b/;

/** So much of a column must be words of the vocabulary. */
const mostly = 0.8;

/**
 * The table with columns known by what stands in them: under a header nobody foresaw («Cương vị», «Hiện nay») every cell
 * says «Tổ trưởng» or «Thành viên», «Đang hoạt động» or «Nghỉ hưu», or is a name, an office, a unit.
 */
export function withColumnsByContent(grid: Grid, table: Table, profile: Profile): Table {
  let header = table.header;
  if (!nameColumn(header)) {
    const own = header.unexpected.find(
      (one) =>
        !ofFormer.test(foldPlain(one.value)) &&
        holdsMostly(grid, table, one.column, (cell) => couldBeName(grid.text(cell))),
    );
    if (own) header = withColumn(header, 'name', own);
  }
  for (const id of ['role', 'status'] as const) {
    if (columnOf(header, id)) continue;
    const isWord = wordsIn(profile, id);
    const own = header.unexpected.find((one) =>
      holdsMostly(grid, table, one.column, (cell) => isWord(grid.plain(cell))),
    );
    const ticked = header.unexpected.filter(
      (one) => isWord(foldPlain(one.value)) && holdsMostly(grid, table, one.column, (cell) => isTick(grid.text(cell))),
    );
    if (own) header = withColumn(header, id, own);
    // «Đang tham gia | Đã thôi», a tick under one of them.
    else if (ticked[0] && ticked.length > 1) header = withColumn(header, id, ticked[0], ticked);
  }
  for (const [id, words, fits] of [
    ['unit', ofUnit, (cell: Cell) => namesUnit(grid.text(cell))],
    ['position', ofPosition, (cell: Cell) => opensOffice.test(grid.plain(cell))],
  ] as const) {
    if (columnOf(header, id)) continue;
    const own = header.unexpected.find(
      (one) => words.test(foldPlain(one.value)) && holdsMostly(grid, table, one.column, fits),
    );
    if (own) header = withColumn(header, id, own);
  }
  return header === table.header ? table : { ...table, header };
}

function holdsMostly(grid: Grid, table: Table, column: number, fits: (cell: Cell) => boolean): boolean {
  const cells = table.rows.flatMap(({ index, kind }) => {
    const cell = kind === 'data' ? grid.cell(index, column) : undefined;
    return cell && hasValue(cell) ? [cell] : [];
  });
  return cells.length > 0 && cells.filter(fits).length >= cells.length * mostly;
}

/** Whether a text, given `foldPlain`, is a word of that vocabulary. */
function wordsIn(profile: Profile, vocabulary: VocabularyName): (plain: string) => boolean {
  const words = new Set(wordsOf(profile, vocabulary).map(({ plain }) => plain));
  return (plain) => words.has(plain);
}
