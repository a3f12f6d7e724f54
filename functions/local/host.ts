/** The local host: the compiled Functions app, its HTTP, timers and orchestrations, over one data folder. */
import { join } from 'node:path';
import { paneHeaders } from '../http/security-headers.ts';
import { openLocalStore } from '../store/local.ts';
import type { Registration } from './core-module.ts';
import { lockFolder } from './data-lock.ts';
import { startApp, triggerOf, type FunctionApp } from './function-app.ts';
import { serveWeb, type WebServerParts } from './http-server.ts';
import { Dispatcher } from './orchestration/dispatcher.ts';
import { InstanceStore } from './orchestration/instance-store.ts';
import { serveManagement, type Management } from './orchestration/management.ts';
import { replayer } from './orchestration/replay.ts';
import type { NamedData, TypedData } from './rpc.ts';
import { readStaticFiles } from './static-files.ts';
import { startTimers } from './timers.ts';

export interface HostOptions {
  /** Data folder; created when missing. */
  readonly data: string;
  /** Address to listen on. */
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  /** The compiled app. */
  readonly app: string;
  /** Folder of the built pane; need not exist. */
  readonly pane: string;
  readonly maxBodyBytes: number;
  readonly now: () => Date;
  readonly log: (event: string, fields: Readonly<Record<string, string | number>>) => void;
  /** Lines that the app writes through the library. */
  readonly appLog: (level: string, category: string, message: string) => void;
  readonly aside?: WebServerParts['aside'];
}

export interface Host {
  readonly port: number;
  readonly hasPane: boolean;
  /** Orchestrations that were under way when the host was last stopped or killed. */
  readonly resumed: number;
  readonly dispatcher: Dispatcher;
  stop(): Promise<void>;
}

/** How long a stop waits for what is under way, in ms: whatever is left is taken up at the next start. */
const patience = 5000;

/** Throws FolderInUse, and what listening or loading the app throws. */
export async function startHost(options: HostOptions): Promise<Host> {
  const lock = lockFolder(options.data);
  const store = openLocalStore(options.data);
  // Whatever has been started, the last first, when something fails or all is over.
  const closers: (() => Promise<void> | void)[] = [() => lock.release(), () => store.close()];
  const stop = async (): Promise<void> => {
    for (let close = closers.pop(); close; close = closers.pop()) await close();
  };
  try {
    keepFromProxies();
    const app = await startApp(options.app, options.appLog);
    closers.push(() => app.stop());
    const dispatcher: Dispatcher = new Dispatcher({
      instances: new InstanceStore(store),
      replay: replayer(app),
      runActivity: (name, input) => runActivity(app, name, input, clientInputs(app, management)),
      now: options.now,
      log: options.log,
    });
    const management: Management = await serveManagement(() => dispatcher);
    closers.push(() => management.close());
    const pane = readStaticFiles(options.pane);
    const inputsOf = clientInputs(app, management);
    const timers = await startTimers({ app, store, extraInputs: inputsOf, now: options.now, log: options.log });
    closers.push(() => timers.stop(patience));
    const resumed = await dispatcher.resume();
    await dispatcher.forget();
    // A host may run for years. What could not be removed today is tomorrow.
    const daily = setInterval(() => void dispatcher.forget().catch(() => undefined), 24 * 60 * 60 * 1000);
    closers.push(() => clearInterval(daily));
    closers.push(() => dispatcher.stop(patience));
    const web = await serveWeb(
      {
        app,
        extraInputs: inputsOf,
        pane,
        paneHeaders: (path) => paneHeaders({ host: path === '/taskpane.html' ? 'excel' : 'browser' }),
        aside: options.aside ?? (() => Promise.resolve(false)),
        maxBodyBytes: options.maxBodyBytes,
        log: options.log,
      },
      options.host,
      options.port,
    );
    closers.push(() => web.close(patience));
    lock.describe(`${process.pid} http://${options.host}:${web.port}\n`);
    return { port: web.port, hasPane: pane.has('/index.html'), resumed, dispatcher, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The compiled app and pane beside the compiled host. */
export function builtParts(folder: string): Pick<HostOptions, 'app' | 'pane'> {
  return { app: join(folder, 'functions', 'app.cjs'), pane: join(folder, 'addin') };
}

/** Inputs that a function asks for besides its trigger: the durable client is the only kind we have. */
function clientInputs(app: FunctionApp, { clientData }: Management): (functionName: string) => NamedData[] {
  const inputsOf = ({ metadata }: Registration): NamedData[] =>
    Object.entries(metadata.bindings)
      .filter(([, binding]) => binding.type === 'durableClient')
      .map(([name]) => ({ name, data: clientData }));
  return (functionName) => {
    const registration = app.functions.get(functionName);
    return registration ? inputsOf(registration) : [];
  };
}

async function runActivity(
  app: FunctionApp,
  name: string,
  input: string,
  inputsOf: (functionName: string) => NamedData[],
): Promise<string> {
  const registration = app.functions.get(name);
  const trigger = registration && triggerOf(registration);
  if (trigger?.binding.type !== 'activityTrigger') throw new Error(`No activity ${name}`);
  const { response } = await app.invoke(name, [{ name: trigger.name, data: { string: input } }, ...inputsOf(name)]);
  return toJson(response.returnValue ?? null);
}

function toJson(data: TypedData | null): string {
  if (data?.json !== undefined && data.json !== null) return data.json;
  if (data?.bytes) return JSON.stringify(Buffer.from(data.bytes).toString('base64'));
  return JSON.stringify(data?.string ?? data?.int ?? data?.double ?? null);
}

/** The durable client would send what it says to this host through a proxy that the environment names. */
function keepFromProxies(): void {
  for (const name of ['NO_PROXY', 'no_proxy']) {
    const listed = process.env[name];
    process.env[name] = listed === undefined || listed === '' ? '127.0.0.1' : `${listed},127.0.0.1`;
  }
}
