/** The server's part in submitting. */
import { receiptSchema, validationSchema, type Receipt } from '../../core/api.ts';
import type { Api } from '../api.ts';
import type { Selection, ToldFinding } from './gate.ts';

export interface Sending {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly selection: Selection;
  /** Files a roster, which states no period: `YYYY-MM`. */
  readonly presentMonth: string;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number) => void;
}

/** Sending the same content twice gives the same receipt, so it may be tried again. Throws ApiProblem. */
export function submitWorkbook(
  api: Api,
  { file, bytes, selection, presentMonth, signal, onProgress }: Sending,
): Promise<Receipt> {
  return api.call(receiptSchema, 'submissions', {
    method: 'POST',
    query: { organisation: selection.organisation, period: selection.period ?? presentMonth },
    headers: { 'X-File-Name': encodeURIComponent(file) },
    bytes,
    signal,
    onProgress,
    idempotent: true,
  });
}

/**
 * How the server judges the workbook; it stores nothing. It knows one thing more than the pane: the names on the
 * committee's roster, which it keeps to itself. Throws ApiProblem.
 */
export async function validateOnServer(
  api: Api,
  { file, bytes, selection, signal }: Pick<Sending, 'file' | 'bytes' | 'selection' | 'signal'>,
): Promise<readonly ToldFinding[]> {
  const { findings } = await api.call(validationSchema, 'validate', {
    method: 'POST',
    query: { organisation: selection.organisation, period: selection.period },
    headers: { 'X-File-Name': encodeURIComponent(file) },
    bytes,
    signal,
    idempotent: true,
  });
  return findings;
}
