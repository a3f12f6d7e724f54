import { expect, it } from 'vitest';
import { bloc } from '../cli/run-cli.ts';

/** V8 complains on standard error about a setting that this version of it does not know. */
it('asks V8 for nothing it does not know', () => {
  expect(bloc('--help')).toMatchObject({ status: 0, stderr: '' });
});
