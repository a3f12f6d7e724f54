/** `template roster|report|year --organisation ID [--period YYYY-MM] -o OUT.xlsx`: a blank workbook to fill in. */
import type { DocumentKind } from '../../core/document.ts';
import { writeTemplate } from '../../core/file/template-workbook.ts';
import { isPeriod } from '../../core/period.ts';
import { readArguments, readProfile, required, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { writeWhole } from './write-file.ts';

const kinds: readonly DocumentKind[] = ['roster', 'report', 'year'];

export const template: Command = {
  usage: 'template roster|report|year --organisation ID [--period YYYY-MM] [--profile ID] -o OUT.xlsx',
  about: { vi: 'tạo tệp mẫu để điền', en: 'make a template to fill in' },
  run: async (args, { print, language }) => {
    const { values, positionals } = readArguments(args, {
      organisation: { type: 'string' },
      period: { type: 'string' },
      profile: { type: 'string' },
      output: { type: 'string', short: 'o' },
    });
    const kind = kinds.find((one) => one === positionals[0]);
    if (!kind || positionals.length > 1) {
      throw new UsageError(
        'Hãy chọn một loại mẫu: roster, report hoặc year.',
        'Choose one kind: roster, report or year.',
      );
    }
    const profile = readProfile(values.profile);
    const id = required(values.organisation, '--organisation');
    const organisation = profile.organisations.find((one) => one.id === id);
    if (!organisation) {
      const known = profile.organisations.map((one) => one.id).join(', ');
      throw new UsageError(`Không có tổ chức «${id}». Các mã: ${known}.`, `No organisation "${id}". Ids: ${known}.`);
    }
    const period = values.period ?? null;
    if (period !== null && !isPeriod(period)) {
      throw new UsageError(
        `Kỳ không đọc được: ${period}. Viết 2023-11 hoặc 2023.`,
        `Not a period: ${period}. Write 2023-11 or 2023.`,
      );
    }
    const output = required(values.output, '-o');
    await writeWhole(output, await writeTemplate({ kind, profile, organisation, period }));
    print(language === 'vi' ? `Đã tạo mẫu ${output}` : `Wrote template ${output}`);
    return 0;
  },
};
