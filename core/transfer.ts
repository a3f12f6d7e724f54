/**
 * Moves the values of an old or damaged workbook into a fresh template: which cell goes where, and what has no place.
 * Pure: takes the parsed old workbook and the blank template as read back, gives the cells to write and a report.
 */
import type { DateValue, Located, ParsedWorkbook, Report, Roster, YearEvent, YearRecord } from './document.ts';
import type { Edit } from './finding.ts';
import { commonLabels, templateSheets, type LabelSpec } from './parse/wording/common.ts';
import {
  proposalColumns,
  reportLabels,
  reportSections,
  reportTypeLabels,
  streamColumns,
  type ReportSection,
} from './parse/wording/report.ts';
import {
  optionalColumns,
  rosterColumns,
  rosterLabels,
  rosterSplitColumns,
  teamKindLabels,
  type RosterColumn,
} from './parse/wording/roster.ts';
import { eventColumns, trainingColumns, yearLabels, yearSections, type YearSection } from './parse/wording/year.ts';
import { periodLabel } from './period.ts';
import { a1, valueText, type CellAddress, type Sheet, type Workbook } from './sheet.ts';
import { foldPlain } from './text/compare.ts';
import { isoToSerial } from './text/date-serial.ts';
import { TemplateLayout, type Place } from './transfer/template-layout.ts';

/** Why a value has no place. */
export type TransferReason = 'unrecognised' | 'noColumn' | 'noRoom' | 'refused';

/** One value of the old workbook and where it went. */
export interface TransferLine {
  readonly from: { readonly sheet: string; readonly cell: string };
  /** Null where the template has no place for it. */
  readonly to: { readonly sheet: string; readonly cell: string } | null;
  /** The template's own name of the place: a column, label or section; of a cell left behind, its header. */
  readonly place: string;
  /** Empty where it is personal beyond what a workbook may hold. */
  readonly value: string;
  readonly reason: TransferReason | null;
}

export interface Transfer {
  /** Cells to write into the template. */
  readonly edits: readonly Edit[];
  readonly lines: readonly TransferLine[];
}

/** Rows a template needs so that nothing is left behind; see `TemplateOptions.room`. */
export type TemplateRoom = Readonly<Partial<Record<'members' | ReportSection | YearSection, number>>>;

export function roomFor({ document }: ParsedWorkbook): TemplateRoom {
  switch (document?.kind) {
    case 'roster':
      return { members: document.members.length };
    case 'report':
      return {
        overview: document.overview.length,
        opinion: document.streams.length,
        salient: document.salient.length,
        forecast: document.forecast.length,
        proposals: document.proposals.length,
      };
    case 'year':
      return {
        trainings: document.trainings.length,
        inspections: document.inspections.length,
        tasks: document.tasks.length,
        commendations: document.commendations.length,
        surveys: document.surveys.length,
        briefings: document.briefings.length,
      };
    case undefined:
      return {};
  }
}

/** Plans the move into a blank template of the same kind; `template` is its document sheet as read back. */
export function planTransfer(old: ParsedWorkbook, template: Sheet): Transfer {
  const mover = new Mover(template);
  switch (old.document?.kind) {
    case 'roster':
      moveRoster(mover, old.document);
      break;
    case 'report':
      moveReport(mover, old.document);
      break;
    case 'year':
      moveYear(mover, old.document);
      break;
    case undefined:
      break;
  }
  leaveBehind(mover, old);
  return { edits: mover.edits, lines: mover.lines };
}

type Content = string | number | DateValue;

class Mover {
  readonly layout: TemplateLayout;
  readonly edits: Edit[] = [];
  readonly lines: TransferLine[] = [];
  private readonly seen = new Set<string>();

  constructor(template: Sheet) {
    this.layout = new TemplateLayout(template);
  }

  /** Moves a value to its place; null is a place the template does not have. */
  move(from: Located<Content> | null, to: Place | null, place: string, reason: TransferReason = 'noColumn'): void {
    if (from === null) return;
    const value = contentOf(from.value);
    if (to) this.write(to, value);
    this.note(from, to, place, shownContent(from.value), to ? null : reason);
  }

  write(to: Place, value: string | number | null): void {
    this.edits.push({ sheet: this.layout.sheet.name, cell: a1(to), value });
  }

  note(from: CellAddress, to: Place | null, place: string, value: string, reason: TransferReason | null): void {
    const cell = a1(from);
    this.seen.add(`${from.sheet}!${cell}`);
    this.lines.push({
      from: { sheet: from.sheet, cell },
      to: to ? { sheet: this.layout.sheet.name, cell: a1(to) } : null,
      place,
      value,
      reason,
    });
  }

  /** True where a line already tells what became of the cell. */
  told(cell: CellAddress): boolean {
    return this.seen.has(`${cell.sheet}!${a1(cell)}`);
  }

  /** A field beside its label. */
  field(labels: readonly LabelSpec<string>[], id: string, value: Located<Content> | null): void {
    const label = labels.find((one) => one.id === id)?.label ?? id;
    this.move(value, this.layout.field(label), label);
  }

  /** A field the template fills in by itself: what the old workbook does not say must not be said for it. */
  statedField(labels: readonly LabelSpec<string>[], id: string, value: Located<Content> | null): void {
    const place = this.layout.field(labels.find((one) => one.id === id)?.label ?? id);
    if (value === null && place) this.write(place, null);
    else this.field(labels, id, value);
  }
}

function contentOf(value: Content): string | number {
  if (typeof value !== 'object') return value;
  return value.iso?.length === 10 ? isoToSerial(value.iso, false) : value.text;
}

function shownContent(value: Content): string {
  if (typeof value !== 'object') return String(value);
  return value.iso?.length === 10 ? value.iso.split('-').reverse().join('/') : value.text;
}

/** A table's rows moved one by one: each names its values by the template's header. */
function moveRows(
  mover: Mover,
  header: number | null,
  rows: readonly (readonly (readonly [header: string, value: Located<Content> | null])[])[],
): void {
  const table = header === null ? null : mover.layout.table(header);
  rows.forEach((values, index) => {
    const row = table && index < table.rows ? table.first + index : null;
    if (table && row !== null) {
      const order = table.columns.get(foldPlain(orderLabel));
      if (order !== undefined) mover.write({ row, column: order }, index + 1);
    }
    for (const [label, value] of values) {
      const column = table?.columns.get(foldPlain(label));
      const to = row !== null && column !== undefined ? { row, column } : null;
      mover.move(value, to, label, column === undefined ? 'noColumn' : 'noRoom');
    }
  });
}

const orderLabel = rosterColumns.find(({ id }) => id === 'order')?.label ?? 'STT';

/** Lines of running text below a section's heading. */
function moveTexts(mover: Mover, heading: string, texts: readonly Located<Content>[]): void {
  const lines = mover.layout.lines(heading);
  texts.forEach((text, index) => {
    mover.move(text, lines && index < lines.rows ? { row: lines.first + index, column: 1 } : null, heading, 'noRoom');
  });
}

function moveRoster(mover: Mover, roster: Roster): void {
  const label = (id: RosterColumn): string =>
    rosterColumns.find((one) => one.id === id)?.label ?? optionalColumns.find((one) => one.id === id)?.label ?? id;
  const { teamKind, term } = roster;
  mover.field(rosterLabels, 'teamKind', teamKind && { ...teamKind, value: capital(teamKindLabels[teamKind.value]) });
  const termLabel = rosterLabels.find(({ id }) => id === 'term')?.label ?? '';
  // A profile with a term of its own prints it in the title: there is no field then.
  if (mover.layout.field(termLabel)) mover.field(rosterLabels, 'term', term);
  mover.field(rosterLabels, 'decision', textOf(roster.decision));
  mover.field(rosterLabels, 'regulation', textOf(roster.regulation));
  mover.field(rosterLabels, 'reviewedOn', roster.reviewedOn);
  mover.field(rosterLabels, 'inspectedOn', roster.inspectedOn);
  mover.field(rosterLabels, 'attestation', roster.attestation);
  const leftOnLabel = rosterSplitColumns.find(({ id }) => id === 'leftOn')?.label ?? '';
  const columns = [
    'name',
    'position',
    'unit',
    'role',
    'decisionNumber',
    'decisionDate',
    'term',
    'status',
    'note',
  ] as const;
  moveRows(
    mover,
    mover.layout.headerRow([label('name'), label('position')]),
    roster.members.map((member) => [
      ...columns.map((id) => [label(id), member[id]] as const),
      [leftOnLabel, member.leftOn ?? null] as const,
      ...Object.entries(member.optional).map(
        ([id, value]) => [optionalColumns.find((one) => one.id === id)?.label ?? id, value] as const,
      ),
    ]),
  );
}

function moveReport(mover: Mover, report: Report): void {
  const { layout } = mover;
  const { number, period, date, type, channel, request, addressee, counters } = report;
  const heading = (id: ReportSection): string => headingOf(reportSections, id);
  mover.field(reportLabels, 'number', number);
  mover.field(commonLabels, 'period', period && { ...period, value: periodLabel(period.value).vi });
  mover.field(reportLabels, 'date', date);
  mover.statedField(reportLabels, 'type', type && { ...type, value: capital(reportTypeLabels[type.value]) });
  mover.statedField(reportLabels, 'channel', channel);
  mover.field(reportLabels, 'request', textOf(request));
  mover.statedField(reportLabels, 'addressee', addressee);
  moveTexts(mover, heading('overview'), report.overview);
  const opinion = layout.lines(heading('opinion'));
  mover.move(report.nil, opinion && { row: opinion.first, column: 1 }, heading('opinion'));
  const stream = (id: string): string => streamColumns.find((one) => one.id === id)?.label ?? id;
  moveRows(
    mover,
    layout.headerRow([stream('issue'), stream('stream')]),
    report.streams.map(({ field, issue, text, breadth, attitude }) => [
      [stream('field'), field],
      [stream('issue'), issue],
      [stream('stream'), text],
      [stream('breadth'), breadth],
      [stream('attitude'), attitude],
    ]),
  );
  moveTexts(mover, heading('salient'), report.salient);
  moveTexts(mover, heading('forecast'), report.forecast);
  const proposal = (id: string): string => proposalColumns.find((one) => one.id === id)?.label ?? id;
  moveRows(
    mover,
    layout.headerRow([proposal('proposal'), proposal('recipient')]),
    report.proposals.map(({ text, recipient }) => [
      [proposal('proposal'), text],
      [proposal('recipient'), recipient],
    ]),
  );
  mover.field(reportLabels, 'reports', counters.reports);
  mover.field(reportLabels, 'salientIssues', counters.salientIssues);
  mover.field(reportLabels, 'handledCases', counters.handledCases);
}

function moveYear(mover: Mover, year: YearRecord): void {
  const { layout } = mover;
  const heading = (id: YearSection): string => headingOf(yearSections, id);
  const yearLabel = yearLabels.find(({ id }) => id === 'year')?.label ?? '';
  if (layout.field(yearLabel)) mover.field(yearLabels, 'year', year.year);
  moveTexts(mover, heading('plan'), listOf(textOf(year.plan)));
  moveTexts(mover, heading('review'), listOf(textOf(year.review)));
  moveTexts(mover, heading('tasks'), year.tasks);
  const training = (id: string): string => trainingColumns.find((one) => one.id === id)?.label ?? id;
  moveRows(
    mover,
    layout.headerRow([training('trainingName'), training('trainingDate')]),
    year.trainings.map(({ name, date, topics, attendees }) => [
      [training('trainingName'), name],
      [training('trainingDate'), date],
      [training('topics'), topics],
      [training('attendees'), attendees],
    ]),
  );
  const event = (id: string): string => eventColumns.find((one) => one.id === id)?.label ?? id;
  const events = (id: YearSection, lines: readonly YearEvent[]): void => {
    const below = layout.lines(heading(id));
    moveRows(
      mover,
      below && below.first,
      lines.map(({ text, date }) => [
        [event('eventText'), text],
        [event('eventDate'), date],
      ]),
    );
  };
  events('inspections', year.inspections);
  events('commendations', year.commendations);
  events('surveys', year.surveys);
  events('briefings', year.briefings);
}

/** Everything of the old workbook that no line tells of yet. */
function leaveBehind(mover: Mover, { workbook, document, structure }: ParsedWorkbook): void {
  const sheet = workbook.sheets.find(({ name }) => name === document?.sheet);
  const rows = tableRows(document);
  for (const [columns, reason] of [
    [structure.refusedColumns, 'refused'],
    [structure.unexpectedColumns, 'noColumn'],
  ] as const)
    for (const header of columns)
      for (const cell of cellsUnder(sheet, header, rows))
        if (!mover.told(cell)) mover.note(cell, null, header.value, reason === 'refused' ? '' : cell.text, reason);
  const own: readonly string[] = Object.values(templateSheets);
  const strays = [
    ...structure.strays,
    ...workbook.sheets
      .filter(({ name }) => name !== document?.sheet && !own.includes(name))
      .flatMap((other) => cellsOf(other)),
  ];
  for (const cell of strays) {
    const text = textAt(workbook, cell);
    if (text !== '' && !mover.told(cell)) mover.note(cell, null, '', text, 'unrecognised');
  }
}

function tableRows(document: ParsedWorkbook['document']): ReadonlySet<number> {
  switch (document?.kind) {
    case 'roster':
      return new Set(document.members.map(({ row }) => row));
    case 'report':
      return new Set([...document.streams, ...document.proposals].map(({ row }) => row));
    case 'year':
      return new Set(document.trainings.map(({ row }) => row));
    case undefined:
      return new Set();
  }
}

function cellsUnder(
  sheet: Sheet | undefined,
  header: CellAddress,
  rows: ReadonlySet<number>,
): (CellAddress & { readonly text: string })[] {
  return (sheet?.rows ?? [])
    .filter(({ row }) => row > header.row && rows.has(row))
    .flatMap(({ row, cells }) =>
      cells
        .filter(({ column, value }) => column === header.column && valueText(value).trim() !== '')
        .map(({ value }) => ({ sheet: header.sheet, row, column: header.column, text: valueText(value) })),
    );
}

function cellsOf({ name, rows }: Sheet): CellAddress[] {
  return rows.flatMap(({ row, cells }) => cells.map(({ column }) => ({ sheet: name, row, column })));
}

function textAt(workbook: Workbook, at: CellAddress): string {
  const row = workbook.sheets.find(({ name }) => name === at.sheet)?.rows.find((one) => one.row === at.row);
  return valueText(row?.cells.find(({ column }) => column === at.column)?.value ?? null).trim();
}

function textOf(reference: Located<{ readonly text: string }> | null): Located<string> | null {
  return reference && { ...reference, value: reference.value.text };
}

function listOf<T>(one: T | null): T[] {
  return one === null ? [] : [one];
}

function headingOf<Id extends string>(
  sections: readonly { readonly id: Id; readonly numeral: string; readonly title: string }[],
  id: Id,
): string {
  const section = sections.find((one) => one.id === id);
  return section ? `${section.numeral}. ${section.title}` : id;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
