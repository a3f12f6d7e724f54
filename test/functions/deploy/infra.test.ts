import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { profiles } from '../../../core/profiles/index.ts';
import { layOut } from '../../../functions/deploy/lay-out.ts';
import { readIdentitySettings } from '../../../functions/identity/settings.ts';
import { readBicep, unbalanced, type BicepFile } from './bicep.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const files = new Map(
  readdirSync(join(root, 'infra'))
    .filter((name) => name.endsWith('.bicep'))
    .map((name): [string, BicepFile] => [name, readBicep(read(`infra/${name}`))]),
);
const file = (name: string): BicepFile => {
  const found = files.get(name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};
const all = [...files.values()].map(({ text }) => text).join('\n');
/** What follows `name:` wherever it stands. */
const values = (name: string): string[] =>
  [...all.matchAll(new RegExp(`\\b${name}: (.+?)[,}]?$`, 'gm'))].map(([, value = '']) => value.trim());

describe('the templates hold together', () => {
  test.each([...files.keys()])('%s: brackets, and every parameter used', (name) => {
    const { bare, parameters, text } = file(name);
    expect(unbalanced(bare)).toEqual([]);
    for (const parameter of parameters.keys())
      expect([parameter, (text.match(new RegExp(`\\b${parameter}\\b`, 'g')) ?? []).length > 1]).toEqual([
        parameter,
        true,
      ]);
  });

  test('every module gets the parameters it declares, and no others', () => {
    const { modules, text } = file('main.bicep');
    expect(modules.length).toBe(files.size - 1);
    for (const { name, file: path, parameters } of modules) {
      const declared = file(path).parameters;
      const required = [...declared].filter(([, { required }]) => required).map(([parameter]) => parameter);
      expect([name, parameters.filter((parameter) => !declared.has(parameter))]).toEqual([name, []]);
      expect([name, required.filter((parameter) => !parameters.includes(parameter))]).toEqual([name, []]);
      for (const [, output = ''] of text.matchAll(new RegExp(`\\b${name}\\.outputs\\.(\\w+)`, 'g')))
        expect([name, output, file(path).outputs.has(output)]).toEqual([name, output, true]);
    }
  });

  test('azd hands over every parameter that has no default', () => {
    const { parameters } = JSON.parse(read('infra/main.parameters.json')) as { parameters: Record<string, unknown> };
    const declared = file('main.bicep').parameters;
    const required = [...declared].filter(([, { required }]) => required).map(([name]) => name);
    expect(Object.keys(parameters).filter((name) => !declared.has(name))).toEqual([]);
    expect(required.filter((name) => !(name in parameters))).toEqual([]);
  });

  test('azd deploys what the build lays out', () => {
    const azure = read('azure.yaml');
    expect(azure).toContain('project: ./dist/functions');
    expect(azure).toContain('host: function');
    expect(file('function-app.bicep').text).toContain(`'azd-service-name': 'api'`);
    expect(azure).toMatch(/^ {2}api:$/m);
  });
});

describe('no key opens anything', () => {
  test('storage takes no shared keys, is not public, and speaks TLS 1.2', () => {
    const accounts = [...all.matchAll(/'Microsoft\.Storage\/storageAccounts@/g)].length;
    expect(accounts).toBe(2);
    for (const [name, value] of [
      ['allowSharedKeyAccess', 'false'],
      ['allowBlobPublicAccess', 'false'],
      ['supportsHttpsTrafficOnly', 'true'],
      ['minimumTlsVersion', "'TLS1_2'"],
    ] as const)
      expect([name, values(name)]).toEqual([name, Array<string>(accounts).fill(value)]);
    expect(new Set(values('publicAccess'))).toEqual(new Set(["'None'"]));
  });

  test('no secret is read, passed or put out', () => {
    expect(all).not.toMatch(
      /listKeys|listAccountSas|listCredentials|AccountKey|SharedAccessSignature|@secure|password:/i,
    );
    expect(all).not.toMatch(/AzureWebJobsStorage: /);
    // The connection string of Application Insights only names it: its ingestion takes directory tokens alone.
    expect(values('DisableLocalAuth')).toEqual(['true']);
    expect(file('function-app.bicep').text).toContain('Authorization=AAD');
  });

  test('the app signs in as its own identity, and nobody deploys with a password', () => {
    expect(all).toContain("type: 'UserAssigned'");
    expect(all).not.toContain('SystemAssigned');
    expect(file('function-app.bicep').text.match(/properties: \{ allow: false \}/g)).toHaveLength(2);
    expect(file('function-app.bicep').text).toContain("AzureWebJobsStorage__credential: 'managedidentity'");
  });
});

describe('the identity may do what it must and no more', () => {
  const known: Readonly<Record<string, string>> = {
    'b7e6dc6d-f1e8-4753-8033-0f276bb0955b': 'Storage Blob Data Owner',
    '974c5e8b-45b9-4653-ba55-5f855dd0fe88': 'Storage Queue Data Contributor',
    '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3': 'Storage Table Data Contributor',
    '3913510d-42f4-4e42-8a64-420c390055eb': 'Monitoring Metrics Publisher',
  };
  const roles = (name: string): (string | undefined)[] =>
    [...file(name).text.matchAll(/'([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})'/g)].map(([, id = '']) => known[id]);

  test('built-in roles: of the host on its own account, of the app on its table and its telemetry', () => {
    expect(roles('host-storage.bicep')).toEqual([
      'Storage Blob Data Owner',
      'Storage Queue Data Contributor',
      'Storage Table Data Contributor',
    ]);
    expect(roles('record-storage.bicep')).toEqual(['Storage Table Data Contributor']);
    expect(roles('monitoring.bicep')).toEqual(['Monitoring Metrics Publisher']);
    expect(values('scope').sort()).toEqual(
      ['account', 'blobs', 'container', 'insights', 'records', 'tables', ...Array<string>(6).fill('group')].sort(),
    );
  });

  test('received workbooks: read and write, never delete', () => {
    const actions = [
      ...file('record-storage.bicep').text.matchAll(
        /'Microsoft\.Storage\/storageAccounts\/blobServices\/containers\/(blobs\/\S+)'/g,
      ),
    ];
    expect(actions.map(([, action]) => action)).toEqual(['blobs/read', 'blobs/add/action', 'blobs/write']);
  });
});

describe('received workbooks stay what they were', () => {
  const { text } = file('record-storage.bicep');

  test('versions, immutability, and a way back from deletion', () => {
    expect(text).toContain('isVersioningEnabled: true');
    expect(text).toContain('immutableStorageWithVersioning: { enabled: true }');
    expect(text).toContain('immutabilityPeriodSinceCreationInDays: immutabilityDays');
    expect(text).toContain('allowProtectedAppendWrites: false');
    expect(text).toContain('deleteRetentionPolicy: { enabled: true, days: 30 }');
  });

  test('as long as the profiles say, and no longer', () => {
    const months = Number(/param retentionMonths int = (\d+)/.exec(file('main.bicep').text)?.[1]);
    for (const id of profiles.ids) expect(profiles.get(id)?.privacy.retentionMonths).toBe(months);
    const days = Number(/param immutabilityDays int = (\d+)/.exec(file('main.bicep').text)?.[1]);
    expect(days).toBeLessThan(months * 28);
  });
});

describe('the app', () => {
  const { text } = file('function-app.bicep');

  test('runs on Flex Consumption with Node 22, over HTTPS only', () => {
    expect(text).toContain("sku: { name: 'FC1', tier: 'FlexConsumption' }");
    expect(text).toContain("runtime: { name: 'node', version: '22' }");
    expect(text).toContain('httpsOnly: true');
    expect(text).not.toContain('FUNCTIONS_WORKER_RUNTIME');
  });

  test('is given every setting that it requires, and none that it does not know', () => {
    const settings = /settings: \{([\s\S]*?)\n {4}\}/.exec(file('main.bicep').text)?.[1] ?? '';
    const given = [...settings.matchAll(/(\w+):/g)].map(([, name = '']) => name);
    const files = ['functions/serving.ts', 'functions/store/azure-from.ts', 'functions/identity/settings.ts'];
    const sources = files.map(read).join('\n');
    const required = [...sources.matchAll(/setting\('(\w+)'\)/g)].map(([, name = '']) => name);
    expect(required.length).toBeGreaterThan(0);
    expect(required.filter((name) => !given.includes(name))).toEqual([]);
    expect(given.filter((name) => !sources.includes(name))).toEqual([]);
  });

  test('is given identity settings that it accepts', () => {
    const settings = /settings: \{([\s\S]*?)\n {4}\}/.exec(file('main.bicep').text)?.[1] ?? '';
    const names = [...settings.matchAll(/(\w+):/g)].map(([, name = '']) => name);
    const id = '11111111-1111-4111-8111-111111111111';
    const given: Record<string, string> = { AUTH_MODE: 'entra', ENTRA_TENANTS: id, ENTRA_CLIENT_ID: id };
    expect(settings).toContain("AUTH_MODE: 'entra'");
    expect(Object.keys(given).filter((name) => !names.includes(name))).toEqual([]);
    expect(readIdentitySettings(given).mode).toBe('entra');
  });
});

interface HostSettings {
  readonly version: string;
  readonly telemetryMode: string;
  readonly logging: object;
  readonly extensionBundle: { readonly version: string };
  readonly extensions: {
    readonly http: {
      readonly routePrefix: string;
      readonly maxConcurrentRequests: number;
      readonly maxOutstandingRequests: number;
    };
    readonly durableTask: {
      readonly hubName: string;
      readonly maxConcurrentActivityFunctions: number;
      readonly tracing: { readonly traceInputsAndOutputs: boolean };
    };
  };
}
const host = JSON.parse(read('functions/host.json')) as HostSettings;

describe('host.json', () => {
  test('telemetry without content, bounded work', () => {
    expect(host.version).toBe('2.0');
    expect(host.telemetryMode).toBe('OpenTelemetry');
    // Section of the older telemetry: the host would ignore it.
    expect(host.logging).not.toHaveProperty('applicationInsights');
    const { durableTask, http } = host.extensions;
    expect(durableTask.tracing.traceInputsAndOutputs).toBe(false);
    expect(durableTask.hubName).toMatch(/^[A-Za-z][A-Za-z0-9]{2,44}$/);
    expect(durableTask.maxConcurrentActivityFunctions).toBeLessThanOrEqual(8);
    expect(http.routePrefix).toBe('api');
    expect(http.maxConcurrentRequests).toBeLessThanOrEqual(http.maxOutstandingRequests);
    expect(host.extensionBundle.version).toMatch(/^\[4\.\d+\.\d+, 5\.0\.0\)$/);
  });
});

describe('alerts', () => {
  test('watch for events that the app logs', () => {
    const events = [...file('alerts.bicep').text.matchAll(/message contains "([a-z-]+)"/g)].map(
      ([, event = '']) => event,
    );
    const sources = readdirSync(join(root, 'functions'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => read(`functions/${name}`))
      .join('\n');
    expect(events.length).toBeGreaterThan(0);
    for (const event of events) expect([event, sources.includes(`'${event}'`)]).toEqual([event, true]);
  });
});

describe('what is laid out', () => {
  test('is the compiled app, its settings and the pane, and needs no install', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lay-out-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const [app, pane] = [join(folder, 'functions'), join(folder, 'addin')];
    const parts = { pane, host: join(root, 'functions', 'host.json'), version: '1.2.3' };
    mkdirSync(app);
    mkdirSync(join(pane, 'assets'), { recursive: true });
    expect(() => layOut(app, parts)).toThrow('compile the app first');
    writeFileSync(join(app, 'app.cjs'), '');
    writeFileSync(join(pane, 'taskpane.html'), '<!doctype html>');
    writeFileSync(join(pane, 'assets', 'a.js'), '');
    writeFileSync(join(pane, 'assets', 'a.js.map'), '');
    layOut(app, parts);
    expect(readdirSync(app).sort()).toEqual(['app.cjs', 'host.json', 'package.json', 'pane']);
    expect(readdirSync(join(app, 'pane'), { recursive: true }).sort()).toEqual([
      'assets',
      'assets/a.js',
      'taskpane.html',
    ]);
    expect(JSON.parse(readFileSync(join(app, 'host.json'), 'utf8'))).toEqual(host);
    expect(JSON.parse(readFileSync(join(app, 'package.json'), 'utf8'))).toEqual({
      name: 'bloc-rollup-functions',
      version: '1.2.3',
      private: true,
      type: 'commonjs',
      main: 'app.cjs',
      engines: { node: '>=20' },
    });
  });
});
