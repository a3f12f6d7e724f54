/**
 * Stands in for the module `@azure/functions-core`, which exists only inside a running worker: the library asks for it
 * with `require` and registers itself and the app's functions with what it gets.
 */
import Module from 'node:module';
import type { FunctionCallback, FunctionMetadata, HookCallback, HookName, ProgrammingModel } from './rpc.ts';

export interface Registration {
  readonly metadata: FunctionMetadata;
  readonly callback: FunctionCallback;
}

/** What loading the app registered. */
export interface Registrations {
  readonly functions: Map<string, Registration>;
  readonly hooks: Map<HookName, Set<HookCallback>>;
  model: ProgrammingModel | null;
}

export type WriteLog = (level: string, category: string, message: string) => void;

const moduleName = '@azure/functions-core';

class Disposable {
  readonly #dispose: () => void;

  constructor(dispose: () => void) {
    this.#dispose = dispose;
  }

  dispose(): void {
    this.#dispose();
  }
}

/**
 * Loads a compiled app (CommonJS, `@azure/functions-core` external) and answers what it registered.
 * One app per process: the library keeps its registrations in globals. Throws what the app throws while loading.
 */
export function loadRegistrations(file: string, log: WriteLog): Registrations {
  let loading = true;
  const registrations: Registrations = { functions: new Map(), hooks: new Map(), model: null };
  const core = {
    // The library tells by them which features its host knows.
    version: '3.11.0',
    hostVersion: '4.1040.0',
    registerFunction: (metadata: FunctionMetadata, callback: FunctionCallback): Disposable => {
      // As a worker has it: the cloud indexes the functions once, when the app has loaded.
      if (!loading) throw new Error(`The function ${metadata.name} is registered after loading`);
      if (registrations.functions.has(metadata.name))
        throw new Error(`The function ${metadata.name} is registered twice`);
      registrations.functions.set(metadata.name, { metadata, callback });
      return new Disposable(() => registrations.functions.delete(metadata.name));
    },
    registerHook: (name: HookName, callback: HookCallback): Disposable => {
      const hooks = registrations.hooks.get(name) ?? new Set();
      registrations.hooks.set(name, hooks.add(callback));
      return new Disposable(() => hooks.delete(callback));
    },
    setProgrammingModel: (model: ProgrammingModel): void => void (registrations.model = model),
    getProgrammingModel: (): ProgrammingModel | null => registrations.model,
    log,
    Disposable,
  };
  const ask = Reflect.get(Module.prototype, 'require') as (this: NodeJS.Module, name: string) => unknown;
  // Stays in place after loading: the library may ask again at any time.
  Module.prototype.require = Object.assign(function (this: NodeJS.Module, name: string): unknown {
    return name === moduleName ? core : ask.call(this, name);
  }, ask);
  Module.createRequire(file)(file);
  loading = false;
  return registrations;
}
