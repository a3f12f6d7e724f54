/** Which template a workbook was made from: its document properties, or the visible line when those were lost. */
import type { DocumentKind, TemplateStamp } from '../document.ts';
import type { Workbook } from '../sheet.ts';
import { normalise } from '../text/compare.ts';

const linePattern =
  /^Mẫu:\s*(roster|report|year)\/(\d{1,6})(?:\s*[·•|]\s*([^·•|]*))?(?:\s*[·•|]\s*([^·•|]*))?(?:\s*[·•|]\s*([^·•|]*))?$/u;
/** The line stands at the top or bottom of a sheet; longer sheets are not searched through. */
const edgeRows = 60;

export function isTemplateLine(text: string): boolean {
  return text.length < 200 && linePattern.test(text);
}

export function templateStamp(workbook: Workbook): TemplateStamp | null {
  const stamp = /^(roster|report|year)\/(\d{1,6})$/.exec(workbook.properties.get('BlocRollupTemplate')?.trim() ?? '');
  if (stamp) {
    const property = (name: string): string | null => blankToNull(workbook.properties.get(name));
    return {
      kind: stamp[1] as DocumentKind,
      version: Number(stamp[2]),
      profile: property('BlocRollupProfile'),
      organisation: property('BlocRollupOrganisation'),
      period: property('BlocRollupPeriod'),
    };
  }
  return stampFromLine(workbook);
}

function stampFromLine(workbook: Workbook): TemplateStamp | null {
  for (const { rows } of workbook.sheets) {
    const edges = rows.length <= 2 * edgeRows ? rows : [...rows.slice(0, edgeRows), ...rows.slice(-edgeRows)];
    for (const { cells } of edges)
      for (const { value } of cells) {
        // Nearly all texts are told by this, without a look at their letters.
        if (typeof value !== 'string' || value.length > 300 || !value.includes('/')) continue;
        const match = linePattern.exec(normalise(value));
        if (match)
          return {
            kind: match[1] as DocumentKind,
            version: Number(match[2]),
            profile: blankToNull(match[3]),
            organisation: blankToNull(match[4]),
            period: blankToNull(match[5]),
          };
      }
  }
  return null;
}

function blankToNull(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return /^[-–—]?$/.test(trimmed) ? null : trimmed;
}
