/** A loaded app, ready to be invoked: the hooks of its life and of each invocation run as in a worker. */
import { randomUUID } from 'node:crypto';
import { loadRegistrations, type Registration, type WriteLog } from './core-module.ts';
import { boundToLoopback } from './loopback.ts';
import type {
  Binding,
  CoreInvocation,
  HookName,
  InvocationResponse,
  NamedData,
  ProgrammingModel,
  TypedData,
} from './rpc.ts';

export interface FunctionApp {
  readonly functions: ReadonlyMap<string, Registration>;
  /** Where requests are streamed to, when the app asked for HTTP streams; otherwise they travel whole. */
  readonly streamUrl: string | null;
  invoke(name: string, inputs: readonly NamedData[], options?: InvokeOptions): Promise<Invoked>;
  /** Runs the app's own clean-up. */
  stop(): Promise<void>;
}

export interface InvokeOptions {
  readonly invocationId?: string;
  readonly triggerMetadata?: Readonly<Record<string, TypedData>>;
}

export interface Invoked {
  /** What the handler returned, before conversion. */
  readonly result: unknown;
  readonly response: InvocationResponse;
}

/** The trigger of a function: its name and binding. */
export function triggerOf({ metadata }: Registration): { readonly name: string; readonly binding: Binding } {
  for (const [name, binding] of Object.entries(metadata.bindings)) {
    if (/trigger$/i.test(binding.type)) return { name, binding };
  }
  throw new Error(`The function ${metadata.name} has no trigger`);
}

/** Loads and starts a compiled app. Throws when it registers nothing or fails to load. */
export async function startApp(file: string, log: WriteLog): Promise<FunctionApp> {
  const { functions, hooks, model } = loadRegistrations(file, log);
  if (model === null || functions.size === 0) throw new Error(`${file} registers no functions`);
  const appHookData = {};
  const runHooks = async (name: HookName, context: Record<string, unknown>): Promise<void> => {
    for (const hook of hooks.get(name) ?? []) await hook(context);
  };
  const capabilities = await boundToLoopback(async () => model.getCapabilities?.({ RpcHttpBodyOnly: 'true' }));
  await runHooks('appStart', { hookData: appHookData });
  return {
    functions,
    streamUrl: capabilities?.HttpUri ?? null,
    invoke: async (name, inputs, options = {}) => {
      const registration = functions.get(name);
      if (!registration) throw new Error(`No function ${name}`);
      return invoke(model, registration, inputs, options, log, runHooks, appHookData);
    },
    stop: () => runHooks('appTerminate', { hookData: appHookData }),
  };
}

async function invoke(
  model: ProgrammingModel,
  { metadata, callback }: Registration,
  inputData: readonly NamedData[],
  { invocationId = randomUUID(), triggerMetadata = {} }: InvokeOptions,
  log: WriteLog,
  runHooks: (name: HookName, context: Record<string, unknown>) => Promise<void>,
  appHookData: object,
): Promise<Invoked> {
  const core: CoreInvocation = {
    invocationId,
    metadata,
    request: { invocationId, functionId: metadata.name, inputData, triggerMetadata },
    log,
  };
  const invocation = model.getInvocationModel(core);
  const { context, inputs } = await invocation.getArguments();
  const hookContext = { hookData: {}, appHookData, invocationContext: context };
  const before: Record<string, unknown> = { ...hookContext, functionCallback: callback, inputs };
  core.state = 'preInvocationHooks';
  await runHooks('preInvocation', before);
  // A hook may put another handler or other inputs in place.
  const handler = before.functionCallback as typeof callback;
  const handed = before.inputs as unknown[];
  const after: Record<string, unknown> = { ...hookContext, inputs: handed, result: null, error: null };
  core.state = 'invocation';
  try {
    after.result = await invocation.invokeFunction(context, handed, handler);
  } catch (error) {
    after.error = error;
  }
  core.state = 'postInvocationHooks';
  await runHooks('postInvocation', after);
  if (after.error !== null && after.error !== undefined) throw after.error as Error;
  return { result: after.result, response: await invocation.getResponse(context, after.result) };
}
