/** The four charts of «Tổng quan», each over cells of that sheet. */
import type { Chart, ChartRange } from '../chart.ts';
import { attitudeColumn, type CrossTable } from './cross-table.ts';
import type { FigureCells } from './figure-cells.ts';
import type { FigureId } from './figures.ts';
import { chartColours, fontName } from './look.ts';
import type { SizeTable } from './size-table.ts';
import { sheetNames } from './words.ts';

const [darkRed, amber, blue, green, grey, sand] = chartColours;

/** Figures that stand one below the other in the figures table. */
const timelinessFigures: readonly FigureId[] = ['onTime', 'inGrace', 'late', 'receiptUnknown', 'missing'];

/** `head` is the header row of the figures table. */
export function submissionChart(cells: FigureCells, head: number): Chart {
  const first = cells.row('onTime');
  const labels = timelinessFigures.map((id) => cells.figures.find((figure) => figure.id === id)?.label ?? '');
  return {
    kind: 'column',
    title: 'Tình hình nộp báo cáo',
    categoryAxis: 'Thời hạn nộp',
    valueAxis: 'Số tổ chức',
    font: fontName,
    series: [
      {
        name: down(head, 5, ['Số lượng']),
        categories: down(first, 1, labels),
        values: down(first, 5, timelinessFigures.map(cells.value)),
        colours: [green, amber, darkRed, grey, '5A0F0F'],
      },
    ],
  };
}

/** `head` is the header row of the size table. */
export function teamChart(sizes: SizeTable, head: number): Chart {
  return {
    kind: 'column',
    title: 'Số lượng cộng tác viên so với quy định',
    categoryAxis: 'Đánh giá số lượng',
    valueAxis: 'Số tổ chức',
    font: fontName,
    series: sizes.kinds.map((kind, index) => ({
      name: down(head, 11 + index, [kind]),
      categories: down(head + 1, 10, sizes.verdicts),
      values: down(
        head + 1,
        11 + index,
        sizes.counts.map((counts) => counts[index] ?? 0),
      ),
      colours: [index === 0 ? darkRed : sand],
    })),
  };
}

/** `head` is the header row of the table of fields and attitudes. None when there are no streams. */
export function contentCharts(cross: CrossTable, head: number): readonly Chart[] {
  if (cross.fields.length === 0) return [];
  const palette = [blue, darkRed, amber, grey, green, sand];
  const total = head + 1 + cross.fields.length;
  const first = attitudeColumn(cross);
  const totals = cross.attitudes.map((_attitude, column) =>
    cross.counts.reduce((sum, counts) => sum + (counts[column] ?? 0), 0),
  );
  return [
    {
      kind: 'stackedBar',
      title: 'Luồng ý kiến theo lĩnh vực',
      categoryAxis: 'Lĩnh vực',
      valueAxis: 'Số luồng ý kiến',
      font: fontName,
      series: cross.attitudes.map((attitude, column) => ({
        name: down(head, first + column, [attitude]),
        categories: down(head + 1, 1, cross.fields),
        values: down(
          head + 1,
          first + column,
          cross.counts.map((counts) => counts[column] ?? 0),
        ),
        colours: [palette[column % palette.length] ?? grey],
      })),
    },
    {
      kind: 'pie',
      title: 'Khuynh hướng của các luồng ý kiến',
      categoryAxis: '',
      valueAxis: '',
      font: fontName,
      series: [
        {
          name: down(total, 1, ['Tổng']),
          categories: across(head, first, cross.attitudes),
          values: across(total, first, totals),
          colours: cross.attitudes.map((_attitude, index) => palette[index % palette.length] ?? grey),
        },
      ],
    },
  ];
}

function down<T extends string | number>(top: number, left: number, values: readonly T[]): ChartRange<T> {
  return { sheet: sheetNames.overview, top, left, bottom: top + values.length - 1, right: left, values };
}

function across<T extends string | number>(top: number, left: number, values: readonly T[]): ChartRange<T> {
  return { sheet: sheetNames.overview, top, left, bottom: top, right: left + values.length - 1, values };
}
