/** The monthly report's sheet: header block, sections I–V and the counters. */
import type ExcelJS from 'exceljs';
import { commonLabels, documentTitles } from '../../parse/wording/common.ts';
import {
  nilStatement,
  proposalColumns,
  reportLabels,
  reportSections,
  reportTypeLabels,
  streamColumns,
  type ReportLabel,
  type ReportSection,
  type StreamColumn,
} from '../../parse/wording/report.ts';
import { periodLabel } from '../../period.ts';
import type { TemplateContext } from './context.ts';
import type { Input } from './input.ts';
import {
  inputSpan,
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
} from './page.ts';
import { capital } from './style.ts';

const widths: Readonly<Record<StreamColumn, number>> = {
  order: 6,
  field: 26,
  issue: 30,
  stream: 62,
  breadth: 18,
  attitude: 20,
};

const streamRows = 16;
const proposalRows = 5;

export function writeReport(sheet: ExcelJS.Worksheet, context: TemplateContext): void {
  const { organisation, period, lists, room } = context;
  streamColumns.forEach(({ id }, index) => (sheet.getColumn(index + 1).width = widths[id]));
  const page: Page = { sheet, columns: streamColumns.length, row: 1 };
  writeLetterhead(page, context.letterhead, [1, 3], [4, 6]);
  writeTitle(
    page,
    documentTitles.report,
    period === null ? documentTitles.reportSubject : `${documentTitles.reportSubject} ${monthOf(period)}`,
  );
  writeHeader(page, context);

  heading(page, 'overview');
  writeTextRows(
    page,
    Math.max(1, room.overview ?? 0),
    5,
    'Tình hình tư tưởng, dư luận chung của cán bộ, đảng viên trong tháng.',
  );
  heading(page, 'opinion');
  inputSpan(page, page.row, [1, page.columns], {
    kind: 'list',
    source: lists.source('Không phát sinh', [nilStatement]),
    open: true,
    hint: 'Chỉ dùng ô này khi trong tháng không có gì để báo cáo: chọn câu có sẵn và để trống bảng bên dưới.',
  });
  page.row += 1;
  writeTable(
    page,
    streamColumns.map(({ id, label }, index) => ({
      label,
      span: [index + 1, index + 1],
      input: streamInput(id, context),
      centred: id === 'order',
    })),
    Math.max(streamRows, room.opinion ?? 0),
  );
  heading(page, 'salient');
  writeTextRows(
    page,
    Math.max(3, room.salient ?? 0),
    2,
    'Mỗi vấn đề nổi cộm, bức xúc một dòng; không có thì ghi «Không có».',
  );
  heading(page, 'forecast');
  writeTextRows(
    page,
    Math.max(2, room.forecast ?? 0),
    2,
    'Dự báo những vấn đề dư luận sẽ quan tâm trong thời gian tới.',
  );
  heading(page, 'proposals');
  writeProposals(page, Math.max(proposalRows, room.proposals ?? 0));
  heading(page, 'counters');
  for (const id of ['reports', 'salientIssues', 'handledCases'] as const)
    writeField(page, labelOf(id), { kind: 'number', from: 0, to: 100_000 }, fieldSpans);
  page.row += 1;

  writeSignature(page, organisation.name, [5, 6], context.posts);
  writeTemplateLine(page, context.templateLine);
  setUpPrint(page, 'landscape', null);
  sheet.views = [{ state: 'frozen', ySplit: 2, showGridLines: false }];
}

const fieldSpans: readonly [Span, Span] = [
  [1, 2],
  [3, 4],
];

function writeHeader(page: Page, context: TemplateContext): void {
  const { lists, period } = context;
  const field = (id: ReportLabel, input: Input, value?: string): void =>
    writeField(page, labelOf(id), input, fieldSpans, value);
  field('number', { kind: 'text', hint: 'Số và ký hiệu của báo cáo, ví dụ 58-BC/ĐU.' });
  const periodName = commonLabels.find(({ id }) => id === 'period')?.label ?? '';
  writeField(
    page,
    periodName,
    { kind: 'text', hint: 'Tháng và năm báo cáo, ví dụ: tháng 11/2023.' },
    fieldSpans,
    period === null ? undefined : periodLabel(period).vi,
  );
  field('date', { kind: 'date' });
  const types = Object.values(reportTypeLabels).map(capital);
  field('type', { kind: 'list', source: lists.source('Loại báo cáo', types) }, capital(reportTypeLabels.periodic));
  const channels = ['Văn bản', 'Điện thoại', 'Thư điện tử công vụ', 'Ứng dụng công nghệ'];
  field(
    'channel',
    {
      kind: 'list',
      source: lists.source('Hình thức gửi', channels),
      open: true,
      hint: 'Báo cáo định kỳ gửi bằng văn bản; báo cáo nhanh chọn hình thức đã dùng.',
    },
    'Văn bản',
  );
  field('request', {
    kind: 'text',
    hint: 'Chỉ ghi cho báo cáo đột xuất: số và ngày của văn bản yêu cầu, ví dụ: Công văn số 311-CV/ĐU ngày 07/12/2021.',
  });
  field('addressee', { kind: 'text' }, addresseeOf(context));
  page.row += 1;
}

function writeProposals(page: Page, rows: number): void {
  const spans: readonly Span[] = [
    [1, 1],
    [2, 4],
    [5, 6],
  ];
  writeTable(
    page,
    proposalColumns.map(({ id, label }, index) => ({
      label,
      span: spans[index] ?? [1, 1],
      input: { kind: 'text' },
      centred: id === 'order',
    })),
    rows,
    2,
  );
}

function heading(page: Page, section: ReportSection): void {
  const spec = reportSections.find(({ id }) => id === section);
  if (spec) writeHeading(page, `${spec.numeral}. ${spec.title}`);
}

function labelOf(id: ReportLabel): string {
  return reportLabels.find((label) => label.id === id)?.label ?? id;
}

function streamInput(id: StreamColumn, { profile, lists }: TemplateContext): Input {
  const { field, breadth, attitude } = profile.vocabularies;
  const offered = { field, breadth, attitude };
  if (id === 'field' || id === 'breadth' || id === 'attitude') {
    const title = streamColumns.find((column) => column.id === id)?.label ?? id;
    return {
      kind: 'list',
      source: lists.source(
        title,
        offered[id].map(({ label }) => capital(label)),
      ),
    };
  }
  if (id === 'issue') return { kind: 'text', hint: 'Các luồng ý kiến của cùng một vấn đề ghi cùng tên vấn đề.' };
  if (id === 'stream')
    return { kind: 'text', hint: 'Tóm tắt một luồng ý kiến. Không ghi họ tên, số điện thoại, lời nói của cá nhân.' };
  return { kind: 'text' };
}

/** «tháng 11 năm 2023», as the subject line of a report writes it. */
function monthOf(period: string): string {
  const [year, month] = period.split('-');
  return month === undefined ? `năm ${String(year)}` : `tháng ${String(Number(month))} năm ${String(year)}`;
}

/** The receiver the clause on senders names; else the superior's standing committee. */
function addresseeOf({ profile, requirements }: TemplateContext): string {
  const clauses = requirements.filter(({ rule }) => rule === 'addressee').flatMap(({ cites }) => cites);
  const named = clauses
    .map(({ quote }) => / về (Ban Thường vụ .+)$/u.exec(quote)?.[1])
    .find((text) => text !== undefined);
  return named ?? `Ban Thường vụ ${profile.bloc.name}`;
}
