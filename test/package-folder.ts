import { join } from 'node:path';

/** A path below the package's folder, where npm starts tests and benchmarks, bundled or not. */
export function inPackage(...path: readonly string[]): string {
  return join(process.cwd(), ...path);
}
