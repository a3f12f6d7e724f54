/** Edits by the user, gathered until there is a pause. */
import type { WorkbookChange } from '../host.ts';
import { hasApi, reading } from './run.ts';

/** Milliseconds without an edit before they are told. */
const pause = 400;

/**
 * Calls back with several changes together, sheets by their id; returns the unsubscriber. Contents, formats, moved and
 * hidden rows, sheets added and deleted; without events (before ExcelApi 1.9) it never calls.
 */
export function onChange(listener: (changes: readonly WorkbookChange[]) => void): () => void {
  if (!hasApi(9)) return () => undefined;
  let seen: WorkbookChange[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  let stopped = false;

  const tell = (): void => {
    const told = seen;
    seen = [];
    if (!stopped) listener(told);
  };
  const note = (sheet: string, address: string | null): Promise<void> => {
    seen.push({ sheet, address });
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(tell, pause);
    return Promise.resolve();
  };
  const anywhere = ({ worksheetId }: { readonly worksheetId: string }): Promise<void> => note(worksheetId, null);

  const handlers: OfficeExtension.EventHandlerResult<unknown>[] = [];
  const registered = reading(async (context) => {
    const { worksheets } = context.workbook;
    handlers.push(
      worksheets.onChanged.add(({ worksheetId, address, changeType, triggerSource }) =>
        // What the pane itself wrote it reads again on its own.
        triggerSource === 'ThisLocalAddin'
          ? Promise.resolve()
          : note(worksheetId, changeType === 'RangeEdited' ? address : null),
      ),
      worksheets.onFormatChanged.add(({ worksheetId, address }) => note(worksheetId, address)),
      worksheets.onAdded.add(anywhere),
      worksheets.onDeleted.add(anywhere),
    );
    if (hasApi(10)) handlers.push(worksheets.onRowSorted.add(anywhere));
    if (hasApi(11)) handlers.push(worksheets.onRowHiddenChanged.add(anywhere));
    await context.sync();
  });
  // Without events the pane still checks on request.
  registered.catch(() => undefined);

  return () => {
    stopped = true;
    if (timer !== null) clearTimeout(timer);
    registered.then(
      async () => {
        const [handler] = handlers;
        if (!handler) return;
        for (const one of handlers) one.remove();
        await handler.context.sync();
      },
      () => undefined,
    );
  };
}
