import { expect, it } from 'vitest';
import { isoToSerial } from '../../../core/text/date-serial.ts';
import { serialToIso } from '../../../core/text/date.ts';

it.each([
  ['1900-03-01', false, 61],
  ['2021-05-31', false, 44_347],
  ['2021-05-31', true, 42_885],
  ['1904-01-02', true, 1],
  ['9999-12-31', false, 2_958_465],
])('%s (1904: %s) is day %i, and back', (iso, date1904, serial) => {
  expect(isoToSerial(iso, date1904)).toBe(serial);
  expect(serialToIso(serial, date1904)).toBe(iso);
});
