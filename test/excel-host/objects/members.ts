/** Short forms for members of host objects; `since` is the minor number of ExcelApi 1.x. */
import type { Method, Navigation, Property, Resolved } from '../protocol.ts';

export const value = (get: () => unknown, since = 1): Property => ({ since, get });
export const variable = (get: () => unknown, set: (value: unknown) => void, since = 1): Property => ({
  since,
  get,
  set,
});
export const to = (go: () => Resolved, since = 1): Navigation => ({ since, go });
export const method = (call: (...input: unknown[]) => unknown, since = 1): Method => ({ since, call });
