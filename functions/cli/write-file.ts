import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UsageError } from './arguments.ts';

/** Writes beside the target and renames, so that an interrupted run never leaves half a workbook. */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const partial = `${path}.${process.pid}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(partial, content);
    await rename(partial, path);
  } catch (error) {
    // Whatever stopped the write may stop this too; the reason told is the first one.
    await rm(partial, { force: true }).catch(() => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Không ghi được ${path}: ${reason}`, `Cannot write ${path}: ${reason}`);
  }
}
