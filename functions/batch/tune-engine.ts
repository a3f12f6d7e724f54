/** V8's settings for a process that goes through a batch of workbooks and ends. Measured with `npm run bench`. */
import { setFlagsFromString } from 'node:v8';

/**
 * To be called before the engine is loaded. By default V8 compiles early to its fastest code, which costs a quarter of the
 * processor time of 61 workbooks and comes too late for them; and where there is room it lets the heap double before it
 * collects garbage. The names are those of each version's `node --v8-options`; none is known to all of them.
 */
export function tuneEngine(): void {
  const version = Number(process.versions.v8.split('.')[0]);
  if (version === 11) setFlagsFromString('--interrupt-budget=400000');
  if (version === 12) setFlagsFromString('--invocation-count-for-turbofan=10000');
  setFlagsFromString('--heap-growing-percent=20');
}
