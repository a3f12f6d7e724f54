/** The command line: the engine without a server. Exit codes: 0 no errors, 1 errors found, 2 unusable arguments or an unreadable file, 130 cancelled. */
import { UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import type { Language } from './report.ts';

/** Each is loaded when it is asked for: none has to wait for what another needs. */
const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['validate', async () => (await import('./validate.ts')).validate],
  ['merge', async () => (await import('./merge.ts')).merge],
  ['template', async () => (await import('./template.ts')).template],
  ['annotate', async () => (await import('./annotate.ts')).annotate],
  ['cite', async () => (await import('./cite.ts')).cite],
  ['demo', async () => (await import('./demo.ts')).demo],
  ['backup', async () => (await import('./backup.ts')).backup],
  ['restore', async () => (await import('./restore.ts')).restore],
  ['members', async () => (await import('./members.ts')).members],
]);

async function help(language: Language): Promise<string> {
  const title =
    language === 'vi'
      ? 'Tổng hợp Khối: kiểm tra và tổng hợp bảng tính của các đảng ủy trực thuộc'
      : 'Bloc Rollup: checks and merges the workbooks of subordinate committees';
  const all = await Promise.all(Array.from(commands.values(), (load) => load()));
  const lines = all.map(({ usage, about }) => `  bloc-rollup ${usage}\n      ${about[language]}`);
  return [title, '', ...lines, '', '  --lang vi|en'].join('\n');
}

/** Takes `--lang` out of the arguments, wherever it stands. */
function splitLanguage(args: readonly string[]): { language: Language; rest: string[] } {
  const at = args.indexOf('--lang');
  if (at < 0) return { language: 'vi', rest: [...args] };
  return { language: args[at + 1] === 'en' ? 'en' : 'vi', rest: [...args.slice(0, at), ...args.slice(at + 2)] };
}

async function main(): Promise<number> {
  const { language, rest } = splitLanguage(process.argv.slice(2));
  const [name, ...args] = rest;
  const print = (text: string): void => void process.stdout.write(`${text}\n`);
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    print(await help(language));
    return name === undefined ? 2 : 0;
  }
  const cancel = new AbortController();
  process.once('SIGINT', () => cancel.abort(new Error('cancelled')));
  try {
    const command = await commands.get(name)?.();
    if (!command) throw new UsageError(`Không có lệnh «${name}».`, `No command "${name}".`);
    return await command.run(args, { print, language, now: new Date(), signal: cancel.signal });
  } catch (error) {
    if (cancel.signal.aborted) {
      process.stderr.write(language === 'vi' ? '\nĐã hủy; không ghi gì.\n' : '\nCancelled; nothing was written.\n');
      return 130;
    }
    if (!(error instanceof UsageError)) throw error;
    const command = await commands.get(name)?.();
    const what = command ? `  bloc-rollup ${command.usage}` : await help(language);
    process.stderr.write(`${error[language]}\n\n${what}\n`);
    return 2;
  }
}

// Output to a pipe may still be under way: set the code and let the process end by itself.
void main().then((code) => {
  process.exitCode = code;
});
