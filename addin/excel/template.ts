/** Workbooks the pane makes, opened in Excel. */
import { saveFile } from '../save-file.ts';
import { hasApi, writing } from './run.ts';

/** As a new workbook; as a download where Excel cannot open one from an add-in. Throws HostProblem. */
export async function insertTemplate(bytes: Uint8Array, name: string): Promise<void> {
  if (!hasApi(8)) {
    saveFile(bytes, name);
    return;
  }
  await writing(() => Excel.createWorkbook(toBase64(bytes)));
}

/** The sheets of the workbook behind those of the open one. False where Excel cannot: nothing is done then. */
export async function insertSheets(bytes: Uint8Array): Promise<boolean> {
  if (!hasApi(13)) return false;
  await writing(async (context) => {
    context.workbook.insertWorksheetsFromBase64(toBase64(bytes));
    await context.sync();
  });
  return true;
}

function toBase64(bytes: Uint8Array): string {
  const piece = 0x8000;
  let binary = '';
  for (let start = 0; start < bytes.length; start += piece)
    binary += String.fromCharCode(...bytes.subarray(start, start + piece));
  return btoa(binary);
}
