import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';

const root = fileURLToPath(new URL('../../', import.meta.url));
const script = path.join(root, 'addin/manifest/manifest.js');
const committed = readFileSync(path.join(root, 'manifest.xml'), 'utf8');
const make = (...options: string[]): string =>
  execFileSync(process.execPath, [script, ...options], { encoding: 'utf8' });
const production = make('--origin', 'https://khoi.example.vn/');

const variants = [
  { name: 'development', xml: committed, origin: 'https://localhost:3000' },
  { name: 'production', xml: production, origin: 'https://khoi.example.vn' },
];

/** The order of the parts, which Office insists on: the published schemas say much more, but are not ours to carry. */
const orderSchema = {
  fileName: 'order.xsd',
  contents: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://schemas.microsoft.com/office/appforoffice/1.1"
    targetNamespace="http://schemas.microsoft.com/office/appforoffice/1.1" elementFormDefault="qualified">
  <xs:complexType name="TaskPaneApp">
    <xs:sequence>${[
      'Id',
      'Version',
      'ProviderName',
      'DefaultLocale',
      'DisplayName',
      'Description',
      'IconUrl',
      'HighResolutionIconUrl',
      'SupportUrl',
      'AppDomains',
      'Hosts',
      'Requirements',
      'DefaultSettings',
      'Permissions',
    ]
      .map((name) => `<xs:element name="${name}"/>`)
      .join('')}<xs:any namespace="##other" processContents="skip"/></xs:sequence>
  </xs:complexType>
  <xs:element name="OfficeApp" type="TaskPaneApp"/>
</xs:schema>`,
};

const all = (xml: string, pattern: RegExp): string[] => [...xml.matchAll(pattern)].map((match) => match[1] ?? '');

describe('the manifest', () => {
  it('in the repository is the development variant, up to date', () => {
    expect(committed).toBe(make());
  });

  it('has an id of its own for production', () => {
    const id = (xml: string): string[] => all(xml, /<Id>(.*)<\/Id>/g);
    expect(id(production)).not.toEqual(id(committed));
    expect(id(make('--origin', 'https://a.example', '--id', '11111111-2222-4333-8444-555555555555'))).toEqual([
      '11111111-2222-4333-8444-555555555555',
    ]);
  });

  it.each([
    [['--origin', 'http://khoi.example.vn'], 'Office loads add-ins over https only'],
    [['--origin', 'khoi'], 'the origin is no address'],
    [['--id', 'x'], 'an id is 8-4-4-4-12 lower-case hexadecimal digits'],
    [['--port', '1'], 'usage: node addin/manifest/manifest.js [--origin https://…] [--id GUID]'],
  ])('is not made from %j', (options, problem) => {
    const { status, stderr, stdout } = spawnSync(process.execPath, [script, ...options], { encoding: 'utf8' });
    expect([status, stderr.trim(), stdout]).toEqual([2, problem, '']);
  });

  it.each(variants)('($name) is well-formed and read by the Office tool', async ({ name, xml }) => {
    expect(
      (await validateXML({ xml: [{ fileName: 'manifest.xml', contents: xml }], schema: [orderSchema] })).errors,
    ).toEqual([]);
    const folder = mkdtempSync(path.join(tmpdir(), 'manifest-'));
    try {
      const file = path.join(folder, `${name}.xml`);
      writeFileSync(file, xml);
      expect(await OfficeAddinManifest.readManifestFile(file)).toMatchObject({
        displayName: 'Tổng hợp Khối',
        defaultLocale: 'vi-VN',
        hosts: ['Workbook'],
        officeAppType: 'TaskPaneApp',
        permissions: 'ReadWriteDocument',
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each(variants)('($name) loads everything from its own origin', ({ xml, origin }) => {
    const urls = all(xml, /DefaultValue="(https?:[^"]*)"/g);
    expect(urls.length).toBeGreaterThan(8);
    for (const url of urls) expect(url.startsWith(`${origin}/`)).toBe(true);
  });

  it.each(variants)('($name) names each resource once, uses all, and speaks both languages', ({ xml }) => {
    const ids = all(xml, /<bt:(?:String|Url|Image) id="([^"]*)"/g);
    const used = new Set(all(xml, /resid="([^"]*)"/g));
    expect(new Set(ids).size).toBe(ids.length);
    expect([...used].sort()).toEqual([...ids].sort());
    expect(ids.every((id) => id.length <= 32)).toBe(true);
    const texts = all(xml, /<bt:String id="([^"]*)"/g).length;
    expect(all(xml, /<bt:Override Locale="(en-US)"/g)).toHaveLength(texts);
    const controls = all(xml, /(?:Control|Group|ExtensionPoint)[^>]* id="([^"]*)"/g);
    expect(new Set(controls).size).toBe(controls.length);
  });

  it.each(variants)('($name) keeps labels within what Office shows', ({ xml }) => {
    const [short = '', long = ''] = [
      /<bt:ShortStrings>([^]*)<\/bt:ShortStrings>/.exec(xml)?.[1],
      /<bt:LongStrings>([^]*)<\/bt:LongStrings>/.exec(xml)?.[1],
    ];
    const lengths = (part: string): number => Math.max(...all(part, /Value="([^"]*)"/g).map((text) => text.length));
    expect(lengths(short)).toBeLessThanOrEqual(125);
    expect(lengths(long)).toBeLessThanOrEqual(250);
    expect(
      Math.max(...all(xml, /<Description DefaultValue="([^"]*)"/g).map((text) => text.length)),
    ).toBeLessThanOrEqual(250);
  });

  it('opens the pane at a tab from every button, «Kiểm tra ngay» first', () => {
    expect(all(committed, /<Control xsi:type="Button" id="([^"]*)"/g)).toEqual([
      'Button.check',
      'Button.templates',
      'Button.submit',
    ]);
    expect(all(committed, /<bt:Url id="page\.[^"]*" DefaultValue="[^"]*\?tab=([^"]*)"/g)).toEqual([
      'check',
      'templates',
      'submit',
    ]);
    expect(committed).toContain('<bt:String id="text.check" DefaultValue="Kiểm tra ngay">');
  });
});

describe('the icons', () => {
  const folder = path.join(root, 'addin/public/icons');

  it('are the ones the script draws', () => {
    const target = mkdtempSync(path.join(tmpdir(), 'icons-'));
    try {
      execFileSync(process.execPath, [path.join(root, 'addin/manifest/icons.js'), target]);
      expect(readdirSync(target).sort()).toEqual(readdirSync(folder).sort());
      for (const name of readdirSync(folder))
        expect(readFileSync(path.join(target, name)).equals(readFileSync(path.join(folder, name)))).toBe(true);
    } finally {
      rmSync(target, { recursive: true });
    }
  });

  it.each([16, 32, 64, 80, 128])('%i × %i is a PNG of that size', (size) => {
    const bytes = readFileSync(path.join(folder, `icon-${size}.png`));
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([size, size]);
  });

  it('of the manifest are all there', () => {
    const named = all(committed, /\/icons\/([^"]*)"/g);
    for (const name of named) expect(readdirSync(folder)).toContain(name);
    expect(new Set(named)).toEqual(new Set(['icon-16.png', 'icon-32.png', 'icon-64.png', 'icon-80.png']));
  });
});
