/** Number formats: the ones Excel does not write out, and which of them show a date. */

/** ECMA-376 part 1, 18.8.30. The East Asian ones (27–36, 50–58) vary by locale; any date code stands for them. */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'mm-dd-yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
};

/** The code of a built-in format; `General` for numbers nobody has given a meaning. */
export function builtInFormat(id: number): string {
  if ((id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 54) || id === 57 || id === 58) return 'yyyy/m/d';
  if ((id >= 32 && id <= 35) || id === 55 || id === 56) return 'h:mm:ss';
  return builtIn[id] ?? 'General';
}

/**
 * True when the format shows a day, month or year: `dd/mm/yyyy`, `[$-42A]dd/mm/yyyy;@`, `"ngày "dd" tháng "mm`.
 * Times and durations alone are no dates.
 */
export function showsDate(format: string): boolean {
  if (format === 'General' || format === '@') return false;
  // What stands for itself goes first: quoted text, escaped characters, fillers, spacers, then colours and locales.
  const code = format
    .replace(/"[^"]*("|$)/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[(h+|m+|s+)\]/gi, '#')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/general/gi, '')
    .replace(/am\/pm|a\/p/gi, '');
  const section = (code.split(';')[0] ?? '').toLowerCase();
  if (/[yd]/.test(section)) return true;
  // An m is a minute after an hour or before a second, and a month otherwise.
  const fields = section.replace(/[^hms]/g, '').replace(/(.)\1+/g, '$1');
  return fields.replace(/hm/g, 'h').replace(/ms/g, 's').includes('m');
}
