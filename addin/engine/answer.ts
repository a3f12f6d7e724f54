/** Answers the pane's questions with the core. Runs in the worker; in tests, anywhere. */
import type { Message } from '../../core/message.ts';
import { rules } from '../../core/rules/index.ts';
import { rulesetHash, validateWorkbook } from '../../core/validate.ts';
import type { Workbook } from '../../core/sheet.ts';
import { readWorkbook } from '../../core/file/read.ts';
import { deflate, inflate } from '../../core/file/portable-zlib.ts';
import { HostProblem } from '../host.ts';
import type { Checked, CheckQuestion, EngineCall, EngineCalls, Source, TemplateQuestion } from './protocol.ts';

type Answers = {
  readonly [Call in EngineCall]: (question: EngineCalls[Call]['question']) => Promise<EngineCalls[Call]['answer']>;
};

const answers: Answers = {
  check: (question) => Promise.resolve(check(question)),
  annotate: async ({ bytes, findings }) => {
    const { annotateWorkbook } = await import('../../core/file/annotate.ts');
    return annotateWorkbook(bytes, findings, { inflate, deflate });
  },
  clear: async ({ bytes }) => {
    const { clearAnnotations } = await import('../../core/file/annotate.ts');
    return clearAnnotations(bytes, { inflate, deflate });
  },
  applyEdits: async ({ bytes, edits }) => {
    const { applyEdits } = await import('../../core/file/apply-edits.ts');
    return applyEdits(bytes, edits, { inflate, deflate });
  },
  template: (question) => makeTemplate(question),
  transfer: async (question) => {
    const { transfer } = await import('./transfer.ts');
    return transfer(open(question.source), question);
  },
};

/** Throws FileRefused or HostProblem for what the user can do something about. */
export async function answer<Call extends EngineCall>(
  call: Call,
  question: EngineCalls[Call]['question'],
): Promise<EngineCalls[Call]['answer']> {
  return answers[call](question);
}

function open(source: Source): Workbook {
  return 'workbook' in source ? source.workbook : readWorkbook(source.bytes, { inflate });
}

function check({ source, profile, ...options }: CheckQuestion): Checked {
  const workbook = open(source);
  const { kind, organisation, period, nil, members, streams, findings } = validateWorkbook(workbook, {
    profile,
    ...options,
  });
  const titles: Record<string, Message> = {};
  for (const { rule } of findings) {
    const title = rules.get(rule)?.title;
    if (title) titles[rule] = title;
  }
  return {
    kind,
    organisation,
    period,
    nil,
    members,
    streams,
    findings,
    titles,
    ruleset: rulesetHash(profile),
    workbook,
  };
}

async function makeTemplate({ profile, organisation: id, kind, period }: TemplateQuestion): Promise<Uint8Array> {
  const organisation = profile.organisations.find((one) => one.id === id);
  if (!organisation)
    throw new HostProblem('unknown-organisation', {
      vi: 'Tổ chức này không có trong bộ quy định.',
      en: 'The rule profile does not know this organisation.',
    });
  const { writeTemplate } = await import('../../core/file/template-workbook.ts');
  return writeTemplate({ kind, profile, organisation, period });
}
