/** Cells to fill in: their format, tint, validation and the hint shown when one is selected. */
import type ExcelJS from 'exceljs';
import { border, dateFormat, fills, fonts, textFormat } from './style.ts';

export type Input =
  | { readonly kind: 'text'; readonly hint?: string }
  | { readonly kind: 'date'; readonly hint?: string }
  /** A whole number within both bounds. */
  | { readonly kind: 'number'; readonly from: number; readonly to: number; readonly hint?: string }
  /** `open` lists only suggest; others refuse what is not listed. */
  | { readonly kind: 'list'; readonly source: string; readonly open?: boolean; readonly hint?: string };

export interface InputLook {
  readonly horizontal?: 'left' | 'center';
  readonly vertical?: 'top' | 'middle';
  readonly indent?: number;
}

/** Excel's own bounds on the hint of a validation. */
const hintLength = 255;
const hintTitle = 'Cách điền';

/** Turns a cell into an input; merged cells take it on their first cell. */
export function makeInput(cell: ExcelJS.Cell, input: Input, look: InputLook = {}): void {
  cell.style = {
    font: fonts.plain,
    fill: fills.input,
    border,
    numFmt: input.kind === 'date' ? dateFormat : input.kind === 'number' ? '0' : textFormat,
    alignment: {
      horizontal: look.horizontal ?? 'left',
      vertical: look.vertical ?? 'top',
      indent: look.indent ?? 0,
      wrapText: true,
    },
  };
  const validation = validationOf(input);
  if (validation) cell.dataValidation = validation;
}

function validationOf(input: Input): ExcelJS.DataValidation | null {
  const hint = input.hint?.slice(0, hintLength);
  const shown = hint === undefined ? {} : { showInputMessage: true, promptTitle: hintTitle, prompt: hint };
  switch (input.kind) {
    case 'text':
      // A bound no text reaches: Excel shows a hint only where there is a validation.
      return hint === undefined
        ? null
        : { type: 'textLength', operator: 'lessThanOrEqual', formulae: [32_767], allowBlank: true, ...shown };
    case 'date':
      return {
        type: 'date',
        operator: 'between',
        formulae: [new Date(Date.UTC(1990, 0, 1)), new Date(Date.UTC(2099, 11, 31))],
        allowBlank: true,
        showErrorMessage: true,
        errorStyle: 'warning',
        errorTitle: 'Ngày chưa đúng',
        error: 'Hãy nhập ngày theo dạng ngày/tháng/năm, ví dụ 25/11/2023.',
        showInputMessage: true,
        promptTitle: hintTitle,
        prompt: hint ?? 'Nhập ngày/tháng/năm, ví dụ 25/11/2023.',
      };
    case 'number':
      return {
        type: 'whole',
        operator: 'between',
        formulae: [input.from, input.to],
        allowBlank: true,
        showErrorMessage: true,
        errorTitle: 'Số chưa đúng',
        error: `Hãy nhập một số nguyên từ ${input.from} đến ${input.to}.`,
        ...shown,
      };
    case 'list':
      return {
        type: 'list',
        formulae: [input.source],
        allowBlank: true,
        showErrorMessage: true,
        errorStyle: input.open === true ? 'information' : 'stop',
        errorTitle: 'Ngoài danh mục',
        error: 'Hãy chọn một giá trị trong danh sách thả xuống (xem trang Danh mục).',
        ...shown,
      };
  }
}
