/** `window.external` as Excel for Windows gives it to a page: numbered calls with COM-like arrays. */
import { latestLevel, type ExcelHost, type ExcelOptions } from './host.ts';

/** A SAFEARRAY as script sees it. */
interface SafeArray {
  toArray(): readonly unknown[];
  dimensions(): number;
}

const safeArray = (items: readonly unknown[]): SafeArray => ({ toArray: () => items, dimensions: () => 1 });

const Call = { richApi: 93, openFile: 77, slice: 80, closeFile: 81 } as const;

const platforms = {
  windows: 'Excel$Win32$16.01',
  mac: 'Excel$Mac$16.00',
  web: 'Excel$Web$16.00',
} as const;

type Done = (response: SafeArray | number) => void;

/** The host behind the bridge; it may be exchanged while office.js stays loaded. */
export interface BridgeEnd {
  /** Told before the workbook is open. */
  options(): ExcelOptions;
  host(): Promise<ExcelHost>;
  /** office.js listens once for as long as it is loaded. */
  listen(listener: EventListener): void;
}

/** Gets entries of an event message. */
export type EventListener = (entries: readonly (readonly unknown[])[]) => void;

export function makeExternal(end: BridgeEnd): object {
  const constant = (value: unknown) => (): unknown => value;
  const language = (): string => end.options().language ?? 'vi-VN';
  const context = {
    GetAppType: constant(1),
    GetSolutionRef: constant('solution'),
    GetAppVersionMajor: constant(16),
    GetAppVersionMinor: constant(1),
    GetAppUILocale: language,
    GetAppDataLocale: language,
    GetDocUrl: () => end.options().name ?? 'Book1.xlsx',
    GetAppCapabilities: constant(0),
    GetActivationMode: constant(2),
    GetControlIntegrationLevel: constant(1),
    GetSolutionToken: constant(''),
    GetInstanceId: constant('instance'),
    GetSupportedMatrix: () =>
      JSON.stringify({
        ExcelApi: `1.${end.options().level ?? latestLevel}`,
        CompressedFile: '1.1',
        File: '1.1',
        Settings: '1.1',
      }),
    // Colours as numbers; the colourful theme.
    GetOfficeThemeInfo: constant(
      JSON.stringify({
        bodyBackgroundColor: 0xffffff,
        bodyForegroundColor: 0x262626,
        controlBackgroundColor: 0xffffff,
        controlForegroundColor: 0x262626,
      }),
    ),
    GetHostFullVersion: constant('16.0.17928.20114'),
    GetSettings: constant({ Read: () => undefined, Write: () => undefined }),
  };
  return {
    GetHostInfo: () => `${platforms[end.options().platform ?? 'windows']}$${language()}$$$disableLogging$0`,
    GetLoggingAllowed: constant(false),
    GetContext: constant(context),
    RegisterEvent: (
      event: number,
      _target: string,
      handler: (event: number, payload: SafeArray) => void,
      done: (status: number) => void,
    ) => {
      end.listen((entries) => {
        handler(event, safeArray(entries.map(safeArray)));
      });
      done(0);
    },
    UnregisterEvent: (_event: number, _target: string, done: (status: number) => void) => {
      done(0);
    },
    Execute: (call: number, parameters: readonly unknown[], done: Done) => {
      void end.host().then((host) =>
        execute(host, call, parameters).then(done, (error: unknown) => {
          host.unserved.push(String(error));
          done(5001);
        }),
      );
    },
  };
}

async function execute(host: ExcelHost, call: number, parameters: readonly unknown[]): Promise<SafeArray | number> {
  switch (call) {
    case Call.richApi: {
      // Custom data, method, path, headers, body, permission, flags, …
      const [message] = parameters as readonly (readonly unknown[])[];
      const answer = await host.answer(String(message?.[4]));
      return typeof answer === 'number' ? answer : safeArray([0, safeArray([200, safeArray([]), answer])]);
    }
    case Call.openFile: {
      const opened = await host.openFile();
      return typeof opened === 'number' ? opened : safeArray([0, safeArray(opened)]);
    }
    case Call.slice: {
      const [handle, offset, size] = parameters;
      const bytes = await host.slice(Number(handle), Number(offset), Number(size));
      return typeof bytes === 'number' ? bytes : safeArray([0, safeArray([safeArray([...bytes]), bytes.length])]);
    }
    case Call.closeFile:
      host.closeFile(Number(parameters[0]));
      return safeArray([0, null]);
    default:
      host.unserved.push(`bridge call ${call}`);
      return 7000;
  }
}
