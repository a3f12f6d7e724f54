/** A sheet read as a report on public opinion. */
import type { Located, Proposal, Report, Stream } from '../document.ts';
import type { Profile } from '../profile.ts';
import { a1, type Cell } from '../sheet.ts';
import { foldPlain, normalise } from '../text/compare.ts';
import { readContent, wholeCell, type ContentLine } from './content.ts';
import { fieldOfSheet } from './field-sheet.ts';
import { Front, lineBudget } from './front.ts';
import type { Grid } from './grid.ts';
import { findHeader, type Header, type TableColumn } from './header-row.ts';
import { reportSections, streamColumns, type ReportSection } from './wording/report.ts';
import { readLabels, type LabelValue } from './labels.ts';
import { isTick } from './marks.ts';
import { leftOut } from './left-out.ts';
import { isHeaderWord, matchHeading, type TableKind } from './match.ts';
import { headerCell, missing, type Reading } from './reading.ts';
import { addressOf } from './recipient.ts';
import { counterLabels, labels, type Label } from './report-labels.ts';
import {
  addresseeOf,
  countersOf,
  dateOf,
  monthOfDate,
  numberOf,
  periodOf,
  requestOf,
  typeOf,
} from './report-particulars.ts';
import { monthInText } from './period.ts';
import { proposalsOfLines, proposalsOfTable, withProposalColumn } from './report-proposals.ts';
import { informantOf, opensCard, readCardColumns } from './opinion-cards.ts';
import { Sections } from './sections.ts';
import { isClosing, isNil, isNothing, isPlainNil } from './signature.ts';
import { fieldName, isField } from './field-name.ts';
import { depthOf, headingText } from './line-marks.ts';
import { isStreamLabel, streamsFromLines } from './stream-lines.ts';
import {
  areHeaders,
  issueNamed,
  opensUnknownTable,
  streamsOfTable,
  streamTablesIn,
  type StreamTable,
} from './stream-table.ts';
import { readTable, withoutTrailing, type Table } from './table.ts';
import { columnOf, isOrderHeader, spotsOf } from './values.ts';

/** Everything read off the sheet before it is put together. */
interface Material {
  readonly front: Front<Label>;
  readonly content: Map<ReportSection, ContentLine[]>;
  readonly counters: Map<Label, LabelValue<Label>>;
  readonly streams: Stream[];
  readonly proposals: Proposal[];
  readonly headers: Header[];
  readonly supplied: Set<string>;
  /** Rows with the header of a table that is read as lines. */
  readonly orderHeaders: Set<number>;
  /** Labels that ask who said it. */
  readonly refused: Located<string>[];
  nil: Located<string> | null;
}

/** `section`: the one a sheet belongs to as a whole, before its first heading. */
export function parseReport(grid: Grid, profile: Profile, section: ReportSection | null = null): Reading<Report> {
  const material: Material = {
    front: new Front<Label>(grid, 'report', labels),
    content: new Map(),
    counters: new Map(),
    streams: [],
    proposals: [],
    headers: [],
    supplied: new Set(),
    orderHeaders: new Set(),
    refused: [],
    nil: null,
  };
  readRows(grid, profile, material, section);
  return assemble(grid, profile, material);
}

function readRows(grid: Grid, profile: Profile, material: Material, whole: ReportSection | null): void {
  const { front } = material;
  const sections = new Sections(grid, reportSections);
  sections.current = whole;
  let lastRow = 0;
  let appendix: number[] | null = null;
  /** «TT | Nội dung | Mức độ | Khuynh hướng» over all sections, whose headings are rows of the table. */
  let form: Header | null = null;
  for (let index = 0, lines = 0; index < grid.rows.length && lines < lineBudget; index += 1) {
    const cells = grid.valued(index);
    if (cells.length === 0) continue;
    const gap = lastRow === 0 ? 0 : grid.rowNumber(index) - lastRow - 1;
    if (!appendix && front.signed && opensAppendix(grid, cells)) [appendix, sections.current] = [[], null];
    const kinds = tableKinds(sections.current, material);
    const header = cells.length >= 2 ? findHeader(grid, index, kinds, sections.current !== null) : null;
    if (header && holdsWhatItsSectionDoes(header, sections.current)) {
      const streams = header.kind === 'streams';
      const read = readSectionTable(grid, header, sections);
      if (streams && sections.current === null && read.rows.length === 0 && sections.startsAt(grid.valued(read.end))) {
        form = header;
        continue;
      }
      const table = withoutTrailing(read);
      if (streams) takeStreams(grid, profile, material, table);
      else for (const proposal of proposalsOfTable(grid, table)) material.proposals.push(proposal);
      // The lines above it are its title.
      for (const at of appendix?.splice(0) ?? []) grid.claimAll(at, grid.valued(at));
      index = table.end - 1;
      lastRow = grid.rowNumber(index);
      continue;
    }
    lines += 1;
    const heading = isAddressed(grid, sections.current, cells) ? null : sections.open(index, cells);
    if (heading) {
      lastRow = grid.rowNumber(index);
      appendix = null;
      front.goOn();
      if (heading.remainder) addContent(material, heading.id, { ...heading.remainder, beside: null, further: [] });
      const rest = cells.slice(heading.cells);
      const line = rest.length > 0 ? readContent(grid, index, rest, 0, false) : null;
      if (line) addContent(material, heading.id, line);
      if (form && heading.id === 'opinion') {
        const table = withoutTrailing(readSectionTable(grid, { ...form, first: index, last: index }, sections));
        takeStreams(grid, profile, material, table);
        // Without an opinion it was no table of them.
        if (material.streams.length === 0) material.headers.length = 0;
        index = table.end - 1;
        lastRow = grid.rowNumber(index);
      }
      continue;
    }
    if (appendix) {
      // What a report has below its signatures is read where it is a table or section of its own.
      appendix.push(index);
      continue;
    }
    let section = sections.current;
    if ((section !== null || material.headers.length > 0) && front.readSignature(index, cells)) {
      lastRow = grid.rowNumber(index);
      continue;
    }
    // Cards without a heading above them begin with their field or issue.
    if (section === null && material.headers.length === 0 && opensCard(grid, index, cells))
      sections.current = section = 'opinion';
    if (section === null) {
      material.nil ??= declaredNil(grid, index, cells);
      front.read(index, cells, material.headers.length === 0);
      continue;
    }
    if (cells.length === 1 && cells.every((cell) => isClosing(grid.plain(cell)))) {
      grid.claimAll(index, cells);
      continue;
    }
    if (isCounterHeader(grid, index, cells)) {
      sections.current = 'counters';
      grid.claimAll(index, cells);
      continue;
    }
    const counted = readLabels<Label>(grid, index, cells, section === 'counters' ? labels : counterLabels);
    const [first] = cells;
    // «1 | Số vấn đề nổi cộm | 2», and the numbers of a form nobody filled in.
    const unfilled = cells.length === 1 && material.orderHeaders.has(index - 1);
    if (first && isOrderNumber(first) && (counted.length > 0 || unfilled)) {
      grid.claim(index, first.column);
      if (unfilled) material.orderHeaders.add(index);
    }
    for (const label of counted)
      if (!material.counters.has(label.id)) material.counters.set(label.id, withCount(grid, cells, label));
    if (section === 'counters' || isCounterRow(grid, cells)) continue;
    const prose = section !== 'opinion' && section !== 'proposals';
    // The header of a table that is read as lines says nothing itself.
    const unnumbered = section === 'opinion' && areHeaders(grid, cells);
    if (section !== 'proposals' && cells.length >= (prose ? 3 : 2) && (unnumbered || isOrderHeader(grid, cells[0]))) {
      grid.claimAll(index, cells);
      material.orderHeaders.add(index);
      // «Vấn đề nổi cộm | Nguyên nhân» is the only heading these have.
      if (unnumbered && first && matchHeading(reportSections, grid.shown(first))?.id === 'salient')
        sections.current = 'salient';
      continue;
    }
    const cards = section === 'opinion' && cells.length > 2 ? readCardColumns(grid, index) : null;
    if (cards) {
      for (const line of cards.lines) addContent(material, section, line);
      index = cards.end - 1;
      lastRow = grid.rowNumber(index);
      continue;
    }
    const informant = section === 'opinion' ? informantOf(grid, index, cells) : null;
    if (informant) {
      grid.claimAll(index, cells);
      material.refused.push(informant);
      continue;
    }
    const line = readContent(grid, index, cells, gap, prose);
    if (!line) continue;
    lastRow = grid.rowNumber(index);
    addContent(material, section, line);
  }
}

/** «Không phát sinh: | x», «Có phát sinh vấn đề dư luận: | Không» above the sections. */
function declaredNil(grid: Grid, index: number, [label, value, ...more]: readonly Cell[]): Located<string> | null {
  if (typeof label?.value !== 'string' || value === undefined || more.length > 0) return null;
  const plain = grid.plain(label);
  const nil = arises.test(plain) ? isNothing(grid.plain(value)) : isPlainNil(plain) && isTick(grid.text(value));
  if (!nil) return null;
  grid.claimAll(index, [label, value]);
  return grid.at(index, label.column, grid.value(label) ?? '');
}

const arises = /^(?:co )?(?:phat sinh|van de phat sinh|co phat sinh)\b/;

/** The table below the header, down to the next section or another table. */
function readSectionTable(grid: Grid, header: Header, sections: Sections<ReportSection>): Table {
  const streams = header.kind === 'streams';
  return readTable(grid, header, {
    main: streams ? ['stream', 'issue'] : ['proposal'],
    loneMain: true,
    stands: (text) => isNil(foldPlain(text)),
    ends: (at, row) =>
      sections.startsAt(row) ||
      (row.length >= 2 && startsOther(grid, at, header)) ||
      (streams && opensUnknownTable(grid, at, row, header)),
  });
}

/** «PHỤ LỤC», «Biểu số 1», or the header of a table, below the signatures. */
function opensAppendix(grid: Grid, cells: readonly Cell[]): boolean {
  const [first] = cells;
  if (typeof first?.value !== 'string') return false;
  if (cells.length > 2) return isOrderHeader(grid, first);
  return first.value.length <= longestTitle && appendixTitle.test(grid.plain(first));
}

const longestTitle = 120;
const appendixTitle = /^(phu luc|(bieu|bang) (so|tong hop|thong ke|\d))\b/;

/** «Kiến nghị với Bộ Nội vụ: …» among the proposals is one of them, not their heading. */
function isAddressed(grid: Grid, section: ReportSection | null, cells: readonly Cell[]): boolean {
  return section === 'proposals' && cells.slice(0, 2).some((cell) => addressOf(grid.shown(cell)) !== null);
}

/** Below section II a table of issues and what is said of them tells of the salient ones, not once more of opinion. */
function tableKinds(section: ReportSection | null, { headers }: Material): readonly TableKind[] {
  const told = headers.some(({ kind }) => kind === 'streams');
  const salient = section === 'salient' || section === 'forecast';
  return section === 'proposals' || (salient && told) ? ['proposals'] : ['streams', 'proposals'];
}

/** «STT | Nội dung» is a table of proposals among the proposals only. */
function holdsWhatItsSectionDoes(header: Header, section: ReportSection | null): boolean {
  if (header.kind !== 'proposals' || section === null || section === 'proposals') return true;
  const proposal = columnOf(header, 'proposal');
  const named = /\b(kien nghi|de xuat)\b/.test(foldPlain(proposal?.header.value ?? ''));
  return named || columnOf(header, 'recipient') !== undefined;
}

function startsOther(grid: Grid, index: number, header: Header): boolean {
  // Asked for every row without an order number: its first texts tell most of them apart.
  const texts = grid.valued(index).filter((cell) => typeof cell.value === 'string' && cell.value.length <= 40);
  if (!texts.slice(0, 2).some((cell) => isHeaderWord(grid.plain(cell)))) return false;
  const other = findHeader(grid, index, ['streams', 'proposals'], false);
  return other !== null && other.kind !== header.kind;
}

function isCounterRow(grid: Grid, cells: readonly Cell[]): boolean {
  return cells.some(
    (cell) => counterLabels.has(grid.plain(cell)) || counterLabels.has(foldPlain(grid.text(cell).split(':')[0] ?? '')),
  );
}

/** «Chỉ tiêu | Đơn vị tính | Số lượng» over the counters. */
function isCounterHeader(grid: Grid, index: number, cells: readonly Cell[]): boolean {
  return (
    cells.length >= 2 &&
    cells.every((cell) => typeof cell.value === 'string' && cell.value.length <= 30) &&
    cells.some((cell) => /^(so luong|so lieu|ket qua|don vi tinh|dvt|gia tri)$/.test(grid.plain(cell))) &&
    // «Số báo cáo» alone may also be the number of the report.
    [1, 2].some((below) => isCounterRow(grid, grid.valued(index + below)))
  );
}

function isOrderNumber({ value }: Cell): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^\s*\d{1,2}\s*[.)]?\s*$/.test(value));
}

/** «Số vụ việc đã xử lý | vụ | 3»: the count may stand behind its unit. */
function withCount(grid: Grid, cells: readonly Cell[], label: LabelValue<Label>): LabelValue<Label> {
  const { cell: unit, index } = label;
  if (!unit || /\d/.test(label.value.value)) return label;
  const count = cells.find((cell) => cell.column > unit.column && /^\s*\d+\s*$/.test(grid.text(cell)));
  if (!count) return label;
  grid.claim(index, count.column);
  return { ...label, value: grid.at(index, count.column, grid.text(count)), cell: count };
}

function addContent(material: Material, section: ReportSection, line: ContentLine): void {
  const list = material.content.get(section);
  if (list) list.push(line);
  else material.content.set(section, [line]);
}

function takeStreams(grid: Grid, profile: Profile, material: Material, given: Table): void {
  const lines = material.content.get('opinion') ?? [];
  for (const [at, one] of streamTablesIn(grid, given).entries()) {
    const table = withProposalColumn(one);
    // «1. Kinh tế - xã hội» right above a table without a field column names the field of its rows.
    const fieldless = columnOf(table.header, 'field') === undefined;
    const issue = at === 0 && !columnOf(table.header, 'issue') ? takeIssue(lines, profile) : null;
    const last = lines.at(-1);
    const named = at === 0 && fieldless && last && isField(last.shown, profile) ? last : null;
    if (named) lines.pop();
    const field = named
      ? { ...named.located, value: fieldName(headingText(normalise(named.shown))) }
      : (issue?.field ?? (fieldless ? fieldOfSheet(grid, profile) : null));
    const read: StreamTable = streamsOfTable(grid, table, profile, { field, issue: issue?.name ?? null });
    material.headers.push(withoutParticulars(grid, table, material.front));
    for (const stream of read.streams) material.streams.push(stream);
    for (const id of read.supplied) material.supplied.add(id);
    material.nil ??= read.nil;
    const cells = new Set<string>();
    for (const proposal of columnOf(table.header, 'proposal') ? proposalsOfTable(grid, table) : []) {
      // One for several opinions, in a merged cell, is one.
      if (!cells.has(a1(proposal.text))) material.proposals.push(proposal);
      cells.add(a1(proposal.text));
    }
  }
}

/** «Vấn đề: Giá điện», or «1.1. Giá điện» below its field, right above a table without a column for issues. */
function takeIssue(
  lines: ContentLine[],
  profile: Profile,
): { name: Located<string>; field: Located<string> | null } | null {
  const last = lines.at(-1);
  if (!last) return null;
  const at = (value: string): Located<string> => ({ ...last.located, value });
  const told = issueNamed(last.shown);
  const above = lines.at(-2);
  const numbered = above && isField(above.shown, profile) && depthOf(normalise(last.shown)) !== null;
  if (!told && !(numbered && last.shown.length <= longestTitle && !isField(last.shown, profile))) return null;
  lines.pop();
  return {
    name: at(told ? told.name : headingText(normalise(last.shown))),
    field: told?.field ? at(told.field) : null,
  };
}

/** «Đơn vị | Tháng» beside the opinions say on every row what a letterhead would: where all rows agree, of the whole. */
function withoutParticulars(grid: Grid, { header, rows }: Table, front: Front<Label>): Header {
  const unexpected = header.unexpected.filter((own) => {
    const id = labels.get(foldPlain(own.value));
    if (id !== 'organisation' && id !== 'period') return true;
    // Beside a report's own month it tells when something happened.
    if (id === 'period' && front.lines.some(({ value }) => monthInText(value) !== null)) return true;
    const under: TableColumn = { id, group: 'standard', columns: [own.column], header: own };
    const spots = rows.flatMap(({ index, kind }) => (kind === 'data' ? spotsOf(grid, index, under).slice(0, 1) : []));
    const [first] = spots;
    if (!first || front.labels.has(id) || spots.some(({ cell }) => grid.plain(cell) !== grid.plain(first.cell)))
      return true;
    const { index, cell } = first;
    const value = grid.at(index, cell.column, grid.value(cell) ?? '');
    front.labels.set(id, { id, value, cell, index, labelPlain: foldPlain(own.value) });
    return false;
  });
  return { ...header, unexpected };
}

function assemble(grid: Grid, profile: Profile, material: Material): Reading<Report> {
  const { front, headers } = material;
  const opinion = opinionLines(grid, material);
  const nilLine = opinion.find(({ shown }) => shown.split(/[\r\n]+/).some((line) => isNil(foldPlain(line))));
  const nil = material.nil ?? (nilLine ? nilLine.located : null);
  if (material.streams.length > 0) releaseLeftOut(grid, profile, material, opinion);
  const streams =
    material.streams.length > 0
      ? material.streams
      : underField(fieldOfSheet(grid, profile), writtenStreams(opinion, nilLine !== undefined, profile));
  const organisation = front.organisation(profile, front.labels.get('organisation'));
  const date = dateOf(grid, front);
  const type = typeOf(front);
  const present = new Set([...headers.flatMap((header) => header.columns.map(({ id }) => id)), ...material.supplied]);
  const needed = streamColumns.map(({ id }) => id).filter((id) => id !== 'order');
  return {
    document: {
      kind: 'report',
      sheet: grid.sheet.name,
      title: front.title,
      organisationText: organisation?.text ?? null,
      organisation: organisation?.id ?? null,
      table: headerCell(headers[0]),
      number: numberOf(front),
      period: periodOf(grid, front, date) ?? monthOfDate(type, date),
      date,
      type,
      addressee: addresseeOf(grid, front),
      channel: front.labels.get('channel')?.value ?? null,
      request: requestOf(front, material.content.get('overview') ?? []),
      overview: itemsOf(material, 'overview'),
      streams,
      salient: itemsOf(material, 'salient'),
      forecast: itemsOf(material, 'forecast'),
      proposals: [...material.proposals, ...proposalsOfLines(material.content.get('proposals') ?? [])],
      counters: countersOf(front, material.counters),
      nil: streams.length === 0 ? nil : null,
    },
    header: headerCell(headers[0]),
    missingColumns: headers.length === 0 ? [] : missing(streamColumns, needed, present),
    unexpectedColumns: headers.slice(0, 1).flatMap((header) => header.unexpected),
    refusedColumns: [
      ...headers
        .flatMap((header) => header.columns)
        .filter(({ group }) => group === 'refused')
        .map((column) => column.header),
      ...material.refused,
    ],
  };
}

/** Lines of opinions beside a table of them. Below a table without sections any line may be one. */
function releaseLeftOut(grid: Grid, profile: Profile, material: Material, opinion: readonly ContentLine[]): void {
  const { front, headers, orderHeaders } = material;
  const table = Math.min(...headers.filter(({ kind }) => kind === 'streams').map(({ first }) => first));
  const loose = front.loose.filter(({ index }) => index > table).map(({ index, cell }) => wholeCell(grid, index, cell));
  for (const index of leftOut(grid, [...opinion, ...loose], table, profile)) {
    grid.release(index);
    if (orderHeaders.has(index - 1)) grid.release(index - 1);
  }
}

/** Beside a statement that nothing arose, only lines under a field, an issue or with a breadth are streams. */
function writtenStreams(opinion: readonly ContentLine[], nil: boolean, profile: Profile): readonly Stream[] {
  const streams = streamsFromLines(opinion, profile);
  const told = streams.some(
    ({ field, issue, text, breadth }) => text && (issue ?? breadth ?? (field && !isNil(foldPlain(text.value)))),
  );
  return nil && !told ? [] : streams;
}

/** Of a sheet for one field. */
function underField(field: Located<string> | null, streams: readonly Stream[]): readonly Stream[] {
  return field ? streams.map((stream) => (stream.field ? stream : { ...stream, field })) : streams;
}

/** Section II; for a report without sections, whatever it says below its header. */
function opinionLines(grid: Grid, material: Material): readonly ContentLine[] {
  const lines = material.content.get('opinion');
  // A form has the fields or issues in one column and what is said of them in the next.
  if (lines)
    return lines.flatMap((line) => {
      if (!line.beside) return [line];
      const beside = { ...line, located: line.beside, shown: line.beside.value, beside: null };
      return isStreamLabel(line.shown)
        ? [{ ...beside, shown: `${line.shown.replace(/\s*[:：]\s*$/, '')}: ${beside.shown}` }]
        : [line, beside];
    });
  if (material.content.size > 0 || material.headers.length > 0) return [];
  return looseLines(grid, material);
}

function looseLines(grid: Grid, { front }: Material): ContentLine[] {
  return front.loose
    .map(({ index, cell }) => wholeCell(grid, index, cell))
    .filter(({ shown }) => shown.length > 25 && !/^(kính gửi|\(|số\b)/iu.test(shown.trim()) && !monthOnly(shown));
}

/** A subject line such as «tình hình dư luận xã hội tháng 11 năm 2023» is no content. */
function monthOnly(shown: string): boolean {
  const plain = foldPlain(shown);
  return /^(ve )?(tinh hinh|cong tac)\b.*\bthang \d/.test(plain) && !/\bkhong\b/.test(plain) && shown.length < 120;
}

function itemsOf(material: Material, section: ReportSection): Located<string>[] {
  return (material.content.get(section) ?? []).flatMap(({ located, shown, beside, further }) =>
    isNothing(foldPlain(shown)) ? [] : [located, ...(beside ? [beside] : []), ...further],
  );
}
