import { problem } from './problem.ts';
import { reading } from './run.ts';

/** Activates the sheet and selects the cell. Throws HostProblem. */
export async function select({ sheet, cell }: { readonly sheet: string; readonly cell: string }): Promise<void> {
  await reading(async (context) => {
    const target = context.workbook.worksheets.getItemOrNullObject(sheet);
    target.load('visibility');
    await context.sync();
    if (target.isNullObject) throw problem('not-found');
    if (target.visibility !== 'Visible') throw problem('sheet-hidden');
    target.activate();
    target.getRange(cell).select();
    await context.sync();
  });
}
