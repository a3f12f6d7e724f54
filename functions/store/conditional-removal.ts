/**
 * `@azure/data-tables` 13 sends every removal of a transaction with `If-Match: *`, whatever ETag it was given, so that
 * a removal would never conflict. This puts the tags into the request's text, and refuses to send it when one has no
 * place.
 */
import type { TableClient } from '@azure/data-tables';
import { StoreUnavailable } from './store.ts';

type Policy = Parameters<TableClient['pipeline']['addPolicy']>[0];

/** For a client that sends one transaction. `tags` by the row key as stored. */
export function conditionalRemovals(tags: ReadonlyMap<string, string>): Policy {
  return {
    name: 'conditionalRemovals',
    sendRequest: (request, next) => {
      if (typeof request.body !== 'string') throw new StoreUnavailable('A transaction is expected to be text', false);
      request.body = withTags(request.body, tags);
      // Counted before the tags went in; the transport counts again.
      request.headers.delete('content-length');
      return next(request);
    },
  };
}

/** The transaction's text (`DELETE …RowKey='key'…`, headers, empty line) with the removals bound to their tags. */
export function withTags(transaction: string, tags: ReadonlyMap<string, string>): string {
  const placed = new Set<string>();
  let removing: string | null = null;
  const lines = transaction.split('\r\n').map((line) => {
    if (line === '') removing = null;
    removing = /^DELETE .*RowKey='([^']*)'/.exec(line)?.[1] ?? removing;
    if (removing === null || !/^if-match: \*$/i.test(line)) return line;
    const tag = tags.get(removing);
    if (tag === undefined) return line;
    placed.add(removing);
    return `if-match: ${tag}`;
  });
  // A removal without its tag would remove whatever is there.
  const removals = transaction.match(/^DELETE /gm)?.length ?? 0;
  if (placed.size < tags.size || placed.size < removals)
    throw new StoreUnavailable('A removal could not be bound to its tag', false);
  return lines.join('\r\n');
}
