/** «Nguồn»: the keys `S1`, `S2`, … that merged rows carry, and what each stands for. */
import { canonicalJson, hashOf } from '../hash.ts';
import { a1, type CellAddress } from '../sheet.ts';
import type { Extract } from '../submission.ts';
import type { Register } from './register.ts';
import type { SourceRow } from './summary.ts';

/** Hands out keys in the order rows are merged. */
export interface SourceList {
  readonly rows: readonly SourceRow[];
  /** The key of a source that names its cell. */
  readonly add: (extract: Extract, cell: CellAddress) => string;
  /** The key of a source that names nobody, for the row of a report whose organisation is withheld. */
  readonly addWithheld: (extract: Extract, row: number) => string;
}

export function sourceList(register: Register): SourceList {
  const rows: SourceRow[] = [];
  const nextKey = (): string => `S${rows.length + 1}`;
  const traces = new Map<Extract, string>();
  return {
    rows,
    add: (extract, cell) => {
      const key = nextKey();
      rows.push({
        key,
        organisation: extract.organisation,
        organisationName: register.name(extract.organisation),
        submission: extract.id,
        file: extract.file,
        version: extract.version,
        hash: extract.hash,
        sheet: cell.sheet,
        cell: a1(cell),
        template: extract.template ? `${extract.template.kind}/${extract.template.version}` : null,
        ruleset: extract.ruleset,
      });
      return key;
    },
    addWithheld: (extract, row) => {
      const key = nextKey();
      let trace = traces.get(extract);
      if (trace === undefined) {
        trace = traceBase(extract);
        traces.set(extract, trace);
      }
      rows.push({
        key,
        organisation: null,
        organisationName: null,
        submission: rowTrace(trace, row),
        file: '',
        version: null,
        // The sheet's name may be the organisation's, and the cell is one more way to match the row with a file.
        hash: '',
        sheet: '',
        cell: '',
        template: null,
        ruleset: extract.ruleset,
      });
      return key;
    },
  };
}

/** The place of a source among `sources` by its key; -1 for one that is not there. */
export function sourceFinder(sources: readonly SourceRow[]): (key: string) => number {
  let places: ReadonlyMap<string, number> | null = null;
  return (key) => {
    // Every merged row has a source and asks for it: its key is its number unless some were left out.
    const numbered = Number(key.slice(1)) - 1;
    if (sources[numbered]?.key === key) return numbered;
    places ??= new Map(sources.map((source, index) => [source.key, index]));
    return places.get(key) ?? -1;
  };
}

/**
 * The trace key of a row of a report whose organisation is withheld. Staff who may read the stored extracts compute it
 * for each report of the period and each of its stream rows and compare; the summary alone does not hold enough to do
 * so, and two rows of one report have different keys, so that they cannot be counted together.
 */
export function traceKey(extract: Extract, row: number): string {
  return rowTrace(traceBase(extract), row);
}

function traceBase(extract: Extract): string {
  return hashOf(canonicalJson([extract.id, extract.document]));
}

function rowTrace(base: string, row: number): string {
  return hashOf(`${base}\n${row}`).slice(0, 16);
}
