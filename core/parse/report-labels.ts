/** The label lines of a report: «Số, ký hiệu», «Kỳ báo cáo», «Số vụ việc đã xử lý». */
import { commonLabels, type CommonLabel } from './wording/common.ts';
import { reportLabels, type ReportLabel } from './wording/report.ts';
import { yearLabels, type YearLabel } from './wording/year.ts';
import { labelIndex } from './match.ts';

export type Label = CommonLabel | ReportLabel | Extract<YearLabel, 'year'>;
export const labels = labelIndex<Label>([
  ...commonLabels,
  ...reportLabels,
  ...yearLabels.filter((spec) => spec.id === 'year').map((spec) => ({ ...spec, id: 'year' as const })),
]);
export const counterLabels = labelIndex(
  reportLabels.filter(({ id }) => id === 'reports' || id === 'salientIssues' || id === 'handledCases'),
);
