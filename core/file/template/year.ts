/** The year record's sheet: plan, trainings, inspections, review, tasks, commendations, surveys, briefings. */
import type ExcelJS from 'exceljs';
import { documentTitles } from '../../parse/wording/common.ts';
import {
  eventColumns,
  trainingColumns,
  yearLabels,
  yearSections,
  type YearLabel,
  type YearSection,
} from '../../parse/wording/year.ts';
import type { TemplateContext } from './context.ts';
import {
  setUpPrint,
  writeField,
  writeHeading,
  writeLetterhead,
  writeSignature,
  writeTable,
  writeTemplateLine,
  writeTextRows,
  writeTitle,
  type Page,
  type Span,
  type TableColumn,
} from './page.ts';

const widths = [6, 48, 16, 48, 20];
const columns = widths.length;

const eventRows: Readonly<Partial<Record<YearSection, number>>> = {
  inspections: 3,
  commendations: 3,
  surveys: 3,
  briefings: 12,
};

export function writeYear(sheet: ExcelJS.Worksheet, context: TemplateContext): void {
  const { organisation, period, room } = context;
  widths.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  const page: Page = { sheet, columns, row: 1 };
  writeLetterhead(page, context.letterhead, [1, 2], [4, 5]);
  const year = period?.slice(0, 4) ?? null;
  writeTitle(page, year === null ? documentTitles.year : `${documentTitles.year} NĂM ${year}`, null);
  if (year === null) {
    field(page, 'year', { kind: 'number', from: 2000, to: 2100, hint: 'Ghi năm công tác, ví dụ 2023.' });
    page.row += 1;
  }
  for (const section of yearSections) {
    writeHeading(page, `${section.numeral}. ${section.title}`);
    writeSection(page, section.id, room[section.id] ?? 0);
  }
  writeSignature(page, organisation.name, [4, 5], context.posts);
  writeTemplateLine(page, context.templateLine);
  setUpPrint(page, 'landscape', null);
  sheet.views = [{ state: 'frozen', ySplit: 2, showGridLines: false }];
}

function writeSection(page: Page, section: YearSection, room: number): void {
  switch (section) {
    case 'plan':
      writeTextRows(page, 1, 1, 'Số và ngày của kế hoạch năm, ví dụ: số 12-KH/ĐU ngày 15/01/2023.');
      return;
    case 'review':
      writeTextRows(page, 1, 1, 'Số và ngày của báo cáo tổng kết, ví dụ: số 99-BC/ĐU ngày 20/12/2023.');
      return;
    case 'tasks':
      writeTextRows(page, Math.max(4, room), 2, 'Mỗi nhiệm vụ, giải pháp khắc phục tồn tại, hạn chế một dòng.');
      return;
    case 'trainings':
      writeTable(page, trainingTable(), Math.max(4, room));
      return;
    default:
      writeTable(page, eventTable(), Math.max(eventRows[section] ?? 3, room));
  }
}

function field(page: Page, id: YearLabel, input: Parameters<typeof writeField>[2]): void {
  const spans: readonly [Span, Span] = [
    [1, 2],
    [3, columns],
  ];
  writeField(page, yearLabels.find((label) => label.id === id)?.label ?? id, input, spans);
}

function trainingTable(): TableColumn[] {
  return trainingColumns.map(({ id, label }, index) => ({
    label,
    span: [index + 1, index + 1],
    input:
      id === 'trainingDate'
        ? { kind: 'date' }
        : id === 'attendees'
          ? { kind: 'number', from: 0, to: 100_000 }
          : { kind: 'text' },
    centred: id === 'order' || id === 'trainingDate' || id === 'attendees',
  }));
}

/** Order, what took place, when: the columns every event section needs. */
function eventTable(): TableColumn[] {
  const spans: readonly Span[] = [
    [1, 1],
    [2, 2],
    [3, 3],
  ];
  return (['order', 'eventText', 'eventDate'] as const).map((id, index) => ({
    label: eventColumns.find((column) => column.id === id)?.label ?? id,
    span: spans[index] ?? [1, 1],
    input: id === 'eventDate' ? { kind: 'date' } : { kind: 'text' },
    centred: id !== 'eventText',
  }));
}
