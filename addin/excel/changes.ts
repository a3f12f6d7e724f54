/** Edits by the user, gathered until there is a pause. */
import type { WorkbookChange } from '../host.ts';
import { hasApi, reading } from './run.ts';

/** Milliseconds without an edit before they are told. */
const pause = 400;

interface Seen {
  readonly worksheetId: string;
  readonly address: string | null;
}

/** Calls back with several changes together; returns the unsubscriber. Without events (before ExcelApi 1.9) it never calls. */
export function onChange(listener: (changes: readonly WorkbookChange[]) => void): () => void {
  if (!hasApi(9)) return () => undefined;
  let seen: Seen[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  let stopped = false;
  const names = new Map<string, string>();

  const tell = async (): Promise<void> => {
    const told = seen;
    seen = [];
    if (told.some(({ worksheetId }) => !names.has(worksheetId))) await learnNames(names);
    if (!stopped) listener(told.map(({ worksheetId, address }) => ({ sheet: names.get(worksheetId) ?? '', address })));
  };
  const note = (one: Seen): Promise<void> => {
    // A sheet may have been renamed, which fires no event of its own.
    if (one.address === null) names.clear();
    seen.push(one);
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void tell(), pause);
    return Promise.resolve();
  };

  const handlers: OfficeExtension.EventHandlerResult<unknown>[] = [];
  const registered = reading(async (context) => {
    const { worksheets } = context.workbook;
    handlers.push(
      worksheets.onChanged.add(({ worksheetId, address, changeType, triggerSource }) =>
        // What the pane itself wrote it reads again on its own.
        triggerSource === 'ThisLocalAddin'
          ? Promise.resolve()
          : note({ worksheetId, address: changeType === 'RangeEdited' ? address : null }),
      ),
      worksheets.onAdded.add(({ worksheetId }) => note({ worksheetId, address: null })),
      worksheets.onDeleted.add(({ worksheetId }) => note({ worksheetId, address: null })),
    );
    await context.sync();
  });
  // Without events the pane still checks on request.
  registered.catch(() => undefined);

  return () => {
    stopped = true;
    if (timer !== null) clearTimeout(timer);
    void registered.then(async () => {
      const [handler] = handlers;
      if (!handler) return;
      for (const one of handlers) one.remove();
      await handler.context.sync();
    });
  };
}

async function learnNames(names: Map<string, string>): Promise<void> {
  await reading(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/id,items/name');
    await context.sync();
    for (const { id, name } of worksheets.items) names.set(id, name);
  });
}
