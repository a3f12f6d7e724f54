/** One value of an old workbook and where it went. */
export interface TransferLine {
  readonly from: { readonly sheet: string; readonly cell: string };
  /** Null where the template has no place for it. */
  readonly to: { readonly sheet: string; readonly cell: string } | null;
  /** The template's own name of the place: a column, label or section. */
  readonly place: string;
  /** Empty where it is personal beyond what a workbook may hold. */
  readonly value: string;
  readonly reason: TransferReason | null;
}

/** Why a value has no place. */
export type TransferReason = 'unrecognised' | 'noColumn' | 'noRoom' | 'unreadable' | 'refused';
