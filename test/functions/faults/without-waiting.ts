/** Pauses take no time and chance is seeded, so that runs are quick and repeat exactly. */
import { vi } from 'vitest';
import { seededRandom } from '../../../functions/demo/random.ts';

export async function withoutWaiting<Answer>(run: () => Promise<Answer>): Promise<Answer> {
  const random = seededRandom(1);
  vi.stubGlobal('setTimeout', (call: () => void) => setImmediate(call));
  const chance = vi.spyOn(Math, 'random').mockImplementation(() => random.below(1_000_000) / 1_000_000);
  try {
    return await run();
  } finally {
    chance.mockRestore();
    vi.unstubAllGlobals();
  }
}
