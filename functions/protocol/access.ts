/** The access log: who looked at a workbook, as a row of the same chained log. No row, no workbook. */
import type { Principal } from '../route.ts';
import type { AuditEntry } from './audit.ts';
import { commit, type Writer } from './commit.ts';

export async function recordAccess(
  services: Writer,
  partition: string,
  principal: Principal,
  audit: AuditEntry,
): Promise<void> {
  await commit(services, partition, principal, () => Promise.resolve({ answer: undefined, operations: [], audit }));
}
