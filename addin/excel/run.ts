/** Every use of the Excel API goes through here. */
import { asProblem } from './problem.ts';

/** Waits before asking Excel again, in milliseconds. */
const pauses = [200, 800];

/** Whether this Excel has the members of ExcelApi 1.`minor`. */
export function hasApi(minor: number): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', `1.${minor}`);
}

/** Runs a batch that only reads: waits for a cell being typed into, asks again when Excel is busy. Throws HostProblem. */
export function reading<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  return patiently(() => Excel.run({ delayForCellEdit: true }, batch));
}

/** Tries again while Excel is busy: for what changes nothing. Throws HostProblem. */
export async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      const found = asProblem(error);
      const pause = pauses[attempt];
      if (found.code !== 'busy' || pause === undefined) throw found;
      await wait(pause);
    }
  }
}

/** Runs a batch that writes, once. Throws HostProblem. */
export async function writing<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run(batch);
  } catch (error) {
    throw asProblem(error);
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
