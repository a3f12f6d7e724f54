/** The roster's sheet: who the collaborators are and under which documents they work. */
import type ExcelJS from 'exceljs';
import { documentTitles, type ColumnSpec } from '../../parse/wording/common.ts';
import {
  optionalColumns,
  rosterColumns,
  rosterLabels,
  teamKindLabels,
  type RosterColumn,
  type RosterLabel,
} from '../../parse/wording/roster.ts';
import type { Profile } from '../../profile.ts';
import { sizeLimits, sizeRuleFor } from '../../team.ts';
import type { TemplateContext } from './context.ts';
import type { Input } from './input.ts';
import {
  setUpPrint,
  writeField,
  writeLetterhead,
  writeSignature,
  writeTable,
  writeTemplateLine,
  writeTitle,
} from './page.ts';
import type { Page, Span, TableColumn } from './page.ts';
import { capital } from './style.ts';

const widths: Readonly<Record<RosterColumn, number>> = {
  order: 6,
  name: 26,
  position: 24,
  birthYear: 10,
  gender: 10,
  education: 22,
  politicalTheory: 16,
  phone: 15,
  email: 26,
  unit: 28,
  role: 15,
  decisionNumber: 16,
  decisionDate: 14,
  term: 13,
  status: 21,
  note: 22,
};

const centred: readonly RosterColumn[] = ['order', 'birthYear', 'gender', 'decisionDate', 'term'];

/** Room for turnover: people who left stay listed with their status. */
const spareRows = 10;

export function writeRoster(sheet: ExcelJS.Worksheet, context: TemplateContext): void {
  const { profile, organisation, lists } = context;
  const columns = columnsOf(profile);
  columns.forEach(({ id }, index) => (sheet.getColumn(index + 1).width = widths[id]));
  const page: Page = { sheet, columns: columns.length, row: 1 };
  writeLetterhead(page, context.letterhead, [1, 3], [columns.length - 3, columns.length]);
  writeTitle(page, documentTitles.roster, profile.term === null ? null : `nhiệm kỳ ${profile.term}`);

  const spans: readonly [Span, Span] = [
    [1, 3],
    [4, columns.length],
  ];
  const field = (id: RosterLabel, input: Input): void => writeField(page, labelOf(id), input, spans);
  field('teamKind', {
    kind: 'list',
    source: lists.source(labelOf('teamKind'), Object.values(teamKindLabels).map(capital)),
    hint: 'Chọn «Đội ngũ», hoặc «Nhóm kiêm nhiệm» nếu cán bộ làm kiêm nhiệm.',
  });
  if (profile.term === null) field('term', { kind: 'text', hint: 'Ghi năm đầu và năm cuối, ví dụ 2020-2025.' });
  field('decision', { kind: 'text', hint: 'Ghi số và ngày, ví dụ: số 21-QĐ/ĐU ngày 15/6/2021.' });
  field('regulation', { kind: 'text', hint: 'Ghi số và ngày, ví dụ: số 05-QC/ĐU ngày 20/7/2021.' });
  field('reviewedOn', { kind: 'date', hint: 'Ngày rà soát, kiện toàn đội ngũ gần nhất, dạng ngày/tháng/năm.' });
  field('inspectedOn', { kind: 'date', hint: 'Ngày kiểm tra việc thực hiện Quy chế gần nhất, dạng ngày/tháng/năm.' });
  field('attestation', {
    kind: 'list',
    source: lists.source(labelOf('attestation'), [attestationOf(context)]),
    open: true,
    hint: 'Chọn câu có sẵn nếu đúng, hoặc ghi đánh giá của đơn vị.',
  });
  page.row += 1;

  const table = columns.map((column, index): TableColumn => ({
    label: column.label,
    span: [index + 1, index + 1],
    input: inputOf(column.id, context),
    centred: centred.includes(column.id),
  }));
  const header = writeTable(page, table, rowsFor(context));
  writeSignature(page, organisation.name, [columns.length - 2, columns.length], context.posts);
  writeTemplateLine(page, context.templateLine);
  setUpPrint(page, 'landscape', header);
  sheet.views = [{ state: 'frozen', xSplit: 2, ySplit: header, showGridLines: false }];
}

/** The standard columns with the profile's optional ones before the note. */
function columnsOf(profile: Profile): ColumnSpec<RosterColumn>[] {
  const switchedOn = optionalColumns.filter(({ id }) => profile.roster.optionalColumns.includes(id));
  return rosterColumns.flatMap((column) => (column.id === 'note' ? [...switchedOn, column] : [column]));
}

function labelOf(id: RosterLabel): string {
  return rosterLabels.find((label) => label.id === id)?.label ?? id;
}

function inputOf(id: RosterColumn, { profile, lists }: TemplateContext): Input {
  const { role, status } = profile.vocabularies;
  switch (id) {
    case 'name':
      return { kind: 'text', hint: 'Họ tên đầy đủ, viết hoa chữ cái đầu, không kèm danh xưng (đ/c, ông, bà, TS.).' };
    case 'role':
      return {
        kind: 'list',
        source: lists.source(
          'Vai trò',
          role.map(({ label }) => capital(label)),
        ),
      };
    case 'status':
      return {
        kind: 'list',
        source: lists.source(
          'Trạng thái',
          status.map(({ label }) => capital(label)),
        ),
      };
    case 'term':
      return profile.term === null
        ? { kind: 'text' }
        : { kind: 'list', source: lists.source('Nhiệm kỳ', [profile.term]), open: true };
    case 'decisionDate':
      return { kind: 'date' };
    case 'birthYear':
      return { kind: 'number', from: 1930, to: 2010, hint: 'Chỉ ghi năm, ví dụ 1980; không ghi ngày, tháng sinh.' };
    case 'gender':
      return { kind: 'list', source: lists.source('Giới tính', ['Nam', 'Nữ']) };
    case 'phone':
      return { kind: 'text', hint: 'Ghi đủ số 0 ở đầu.' };
    default:
      return { kind: 'text' };
  }
}

function rowsFor({ profile, organisation, day, room }: TemplateContext): number {
  const rule = sizeRuleFor(organisation.level, 'team');
  const limits = rule === null ? null : sizeLimits(profile, day, rule);
  return Math.max(20, limits?.maximum ?? 0, room.members ?? 0) + spareRows;
}

/** The attesting sentence in the words of the clause that asks for it. */
function attestationOf({ requirements }: TemplateContext): string {
  const clause = requirements.find(({ rule }) => rule === 'quality-attestation')?.cites[0];
  return clause ? `${capital(clause.quote)}.` : 'Đảm bảo số lượng, chất lượng, cơ cấu.';
}
