/** Blank workbooks for a committee to fill in, generated from the same profile and headers that check and read them. */
import { newWorkbook } from './exceljs.ts';
import type ExcelJS from 'exceljs';
import type { DocumentKind } from '../document.ts';
import { isBloc } from '../organisation.ts';
import { periodStart } from '../period.ts';
import type { Organisation, Profile } from '../profile.ts';
import type { TemplateRoom } from '../transfer.ts';
import { withCustomProperties } from './template/custom-properties.ts';
import type { TemplateContext } from './template/context.ts';
import { writeInstructions } from './template/instructions.ts';
import { Lists } from './template/lists.ts';
import { writeReport } from './template/report.ts';
import { requirementsOf, templateDay } from './template/requirements.ts';
import { writeRoster } from './template/roster.ts';
import { writeYear } from './template/year.ts';

export interface TemplateOptions {
  readonly kind: DocumentKind;
  readonly profile: Profile;
  readonly organisation: Organisation;
  /** `YYYY-MM` for a report, `YYYY` for a year record; null leaves it to be filled in. */
  readonly period: string | null;
  /** Rows needed at least, for a workbook about to be filled; by default the writer's own measure. */
  readonly room?: TemplateRoom;
}

/** The document sheet of each kind. */
export const documentSheets: Readonly<Record<DocumentKind, string>> = {
  roster: 'Danh sách',
  report: 'Báo cáo',
  year: 'Công tác năm',
};

const writers = { roster: writeRoster, report: writeReport, year: writeYear } as const;

/** The workbook's bytes; the same options give the same bytes. Throws RangeError when the period is no period. */
export async function writeTemplate(options: TemplateOptions): Promise<Uint8Array> {
  const { kind, profile, organisation, period } = options;
  const day = templateDay(profile, period);
  const requirements = requirementsOf({ kind, profile, organisation, day });
  const workbook = newWorkbook();
  describe(workbook, options);

  const sheet = workbook.addWorksheet(documentSheets[kind], { properties: { defaultRowHeight: 18 } });
  writeInstructions(workbook, kind, organisation, requirements);
  const lists = new Lists(workbook);
  const context: TemplateContext = {
    profile,
    organisation,
    period,
    day,
    room: options.room ?? {},
    lists,
    requirements,
    letterhead: isBloc(profile, organisation.id) ? [organisation.name] : [profile.bloc.name, organisation.name],
    posts: lists.source('Chức vụ người ký', ['BÍ THƯ', 'PHÓ BÍ THƯ']),
    templateLine: templateLine(options),
  };
  writers[kind](sheet, context);

  const packed = new Uint8Array(await workbook.xlsx.writeBuffer());
  return withCustomProperties(packed, propertiesOf(options));
}

/** `roster/1`. */
function templateName({ kind, profile }: TemplateOptions): string {
  return `${kind}/${String(profile.templateVersion)}`;
}

function templateLine(options: TemplateOptions): string {
  const { profile, organisation, period } = options;
  return `Mẫu: ${[templateName(options), profile.id, organisation.id, period].filter((part) => part !== null).join(' · ')}`;
}

function propertiesOf(options: TemplateOptions): Map<string, string> {
  const { profile, organisation, period } = options;
  const properties = new Map([
    ['BlocRollupTemplate', templateName(options)],
    ['BlocRollupProfile', profile.id],
    ['BlocRollupOrganisation', organisation.id],
  ]);
  if (period !== null) properties.set('BlocRollupPeriod', period);
  return properties;
}

/** Properties without a clock: a template is as old as what it is made for. */
function describe(workbook: ExcelJS.Workbook, { kind, profile, organisation, period }: TemplateOptions): void {
  const start = period === null ? (profile.from ?? '2021-01-01') : periodStart(period);
  const stamp = new Date(`${start}T00:00:00Z`);
  workbook.created = stamp;
  workbook.modified = stamp;
  workbook.creator = profile.bloc.name;
  workbook.lastModifiedBy = profile.bloc.name;
  workbook.title = `${documentSheets[kind]} - ${organisation.name}`;
}
