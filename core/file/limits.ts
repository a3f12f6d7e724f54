/** Bounds on a workbook from outside. Each is far above what a committee workbook needs and far below what hurts. */
export interface FileLimits {
  /** Bytes of the whole file. */
  readonly workbookBytes: number;
  /** Entries in the package. */
  readonly entries: number;
  /** Unpacked bytes of one entry. */
  readonly entryBytes: number;
  /** Unpacked bytes of all entries together. */
  readonly totalBytes: number;
  /** Unpacked to packed size, judged for entries above `ratioFrom` bytes. */
  readonly ratio: number;
  readonly ratioFrom: number;
  /** Nesting of XML elements. */
  readonly xmlDepth: number;
  /** Attributes of one XML element. */
  readonly xmlAttributes: number;
  /** Bytes of one stretch of XML text or of one attribute value. */
  readonly xmlTextBytes: number;
  readonly sheets: number;
  /** Rows with a value, over all sheets. */
  readonly rows: number;
  /** Columns with a value in any one row. */
  readonly columns: number;
  /** Cells with a value, over all sheets. */
  readonly cells: number;
  /** Merged ranges of one sheet, and the cells they cover together. */
  readonly merges: number;
  readonly mergeArea: number;
  /** Cell formats; Excel's own bound. */
  readonly styles: number;
  /** Number formats the file defines; also its fonts. */
  readonly numberFormats: number;
  /** Entries in the table of shared strings. */
  readonly sharedStrings: number;
  readonly comments: number;
  /** Document properties, the file's own ones included. */
  readonly properties: number;
  readonly definedNames: number;
  /** Column definitions, header and footer parts and the like on one sheet. */
  readonly columnDefinitions: number;
  /** Relationships of one part. */
  readonly relationships: number;
}

const mebibyte = 1024 * 1024;

export const defaultLimits: FileLimits = {
  workbookBytes: 5 * mebibyte,
  entries: 512,
  entryBytes: 32 * mebibyte,
  totalBytes: 64 * mebibyte,
  ratio: 200,
  ratioFrom: mebibyte,
  xmlDepth: 64,
  xmlAttributes: 256,
  xmlTextBytes: mebibyte,
  sheets: 100,
  rows: 20_000,
  columns: 1_024,
  cells: 300_000,
  merges: 20_000,
  mergeArea: 1_000_000,
  styles: 65_490,
  numberFormats: 10_000,
  sharedStrings: 1_000_000,
  comments: 10_000,
  properties: 1_000,
  definedNames: 20_000,
  columnDefinitions: 16_384,
  relationships: 2_000,
};
