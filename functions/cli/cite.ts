/** `cite FILES… [--json]`: checks the citations in text files and workbooks against the directive register. */
import { readFile } from 'node:fs/promises';
import { readWorkbook } from '../../core/file/read.ts';
import { FileRefused } from '../../core/file/refused.ts';
import type { Profile } from '../../core/profile.ts';
import { a1 } from '../../core/sheet.ts';
import { findCitations, judgeCitation } from '../../core/text/citation.ts';
import { findOcrSlips } from '../../core/text/ocr.ts';
import { inflate } from '../zlib.ts';
import { expandFiles, readArguments, readProfile } from './arguments.ts';
import type { Command } from './command.ts';
import { showTable, type Language } from './report.ts';

interface Cited {
  readonly file: string;
  /** 1-based, for a text file. */
  readonly line?: number;
  /** `Sheet!A1`, for a workbook. */
  readonly cell?: string;
  readonly text: string;
  readonly verdict: 'ok' | 'wrong' | 'unknown' | 'variant';
  readonly suggestion: string | null;
}

const verdictWords: Readonly<Record<Cited['verdict'], Readonly<Record<Language, string>>>> = {
  ok: { vi: 'đúng', en: 'ok' },
  wrong: { vi: 'SAI', en: 'WRONG' },
  unknown: { vi: 'chưa có trong danh mục', en: 'unknown' },
  variant: { vi: 'viết khác chuẩn', en: 'variant' },
};

export const cite: Command = {
  usage: 'cite FILES… [--profile ID] [--json]',
  about: { vi: 'soát viện dẫn văn bản', en: 'check citations' },
  run: async (args, { print, language }) => {
    const { values, positionals } = readArguments(args, {
      profile: { type: 'string' },
      json: { type: 'boolean', default: false },
    });
    const profile = readProfile(values.profile);
    const cited: Cited[] = [];
    const slips: string[] = [];
    const refused: string[] = [];
    for (const file of expandFiles(positionals)) {
      try {
        const bytes = await readFile(file);
        cited.push(...citationsIn(file, bytes, profile));
        if (isText(file)) slips.push(...slipsIn(file, bytes, language));
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        refused.push(`✗ ${file}: ${error instanceof FileRefused ? error.reason[language] : error.message}`);
      }
    }
    print(values.json ? JSON.stringify(cited, null, 2) : [asText(cited, language), ...slips].join('\n'));
    if (refused.length > 0) {
      process.stderr.write(`${refused.join('\n')}\n`);
      return 2;
    }
    return cited.some(({ verdict }) => verdict === 'wrong') ? 1 : 0;
  },
};

function citationsIn(file: string, bytes: Uint8Array, profile: Profile): Cited[] {
  const judge = (text: string) =>
    findCitations(text).map((match) => {
      const { verdict, suggestion } = judgeCitation(match, profile.directives);
      return { index: match.index, cited: { text: match.text, verdict, suggestion } };
    });
  if (isText(file)) {
    const text = new TextDecoder().decode(bytes);
    return judge(text).map(({ index, cited }) => ({ file, line: lineAt(text, index), ...cited }));
  }
  const { sheets } = readWorkbook(bytes, { inflate, limits: { workbookBytes: profile.limits.workbookBytes } });
  return sheets.flatMap((sheet) =>
    sheet.rows.flatMap((row) =>
      row.cells.flatMap((cell) => {
        if (typeof cell.value !== 'string') return [];
        const at = `${sheet.name}!${a1({ row: row.row, column: cell.column })}`;
        return judge(cell.value).map(({ cited }) => ({ file, cell: at, ...cited }));
      }),
    ),
  );
}

function isText(file: string): boolean {
  return /\.(txt|md)$/i.test(file);
}

/** Hints at slips of text recognition: a scan that misreads words may misread numbers too. */
function slipsIn(file: string, bytes: Uint8Array, language: Language): string[] {
  const text = new TextDecoder().decode(bytes);
  const said = language === 'vi' ? 'có thể do nhận dạng chữ sai' : 'probably misread by text recognition';
  return findOcrSlips(text).map(({ index, length, suggestion }) => {
    const found = text.slice(index, index + length);
    return `${file}:${lineAt(text, index)}  «${found}» → «${suggestion}» (${said})`;
  });
}

function lineAt(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

function asText(cited: readonly Cited[], language: Language): string {
  const rows = cited.map(({ file, line, cell, text, verdict, suggestion }) => [
    `${file}:${cell ?? String(line ?? '')}`,
    text.replace(/\s+/g, ' '),
    verdictWords[verdict][language],
    suggestion ?? '',
  ]);
  const wrong = cited.filter(({ verdict }) => verdict === 'wrong').length;
  const total =
    language === 'vi' ? `${cited.length} viện dẫn, ${wrong} sai` : `${cited.length} citations, ${wrong} wrong`;
  return rows.length > 0 ? `${showTable(rows)}\n\n${total}` : total;
}
