/**
 * The add-in's manifest for Excel on Windows, on Mac and on the web:
 *
 *     node addin/manifest/manifest.js > manifest.xml                                   development (https://localhost:3000)
 *     node addin/manifest/manifest.js --origin https://khoi.example.vn > manifest.xml  production
 *
 * `--id` gives an installation its own id, so that development and production can be installed side by side.
 */
import process from 'node:process';

const developmentOrigin = 'https://localhost:3000';
const developmentId = '6d0f2a52-8c1e-4f5b-9a37-2f8b1c5e7d90';
const productionId = 'b3c6e1d4-57fa-4c0e-8d29-91a4e6f0c785';
const version = '1.0.0.0';
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Vietnamese is the default, English the override; short texts hold 125 characters, long ones 250. */
const shortTexts = {
  group: ['Tổng hợp Khối', 'Bloc Rollup'],
  check: ['Kiểm tra ngay', 'Check now'],
  templates: ['Tạo mẫu', 'Templates'],
  submit: ['Nộp', 'Submit'],
  start: ['Tổng hợp Khối đã sẵn sàng', 'Bloc Rollup is ready'],
};
const longTexts = {
  checkTip: [
    'Kiểm tra tệp đang mở theo quy định, chỉ đúng ô cần sửa.',
    'Checks the open workbook against the directive and shows the cells to mend.',
  ],
  templatesTip: [
    'Tạo danh sách, báo cáo hoặc sổ theo dõi năm đúng mẫu.',
    'Makes a roster, a report or a year record from the template.',
  ],
  submitTip: ['Nộp tệp đang mở cho Khối và nhận biên nhận.', 'Submits the open workbook to the Bloc for a receipt.'],
  startTip: [
    'Bấm «Kiểm tra ngay» trên thẻ Trang đầu để kiểm tra tệp đang mở.',
    'Choose Check now on the Home tab to check the open workbook.',
  ],
};
const description = [
  'Kiểm tra danh sách và báo cáo của đảng ủy trực thuộc theo quy định, nộp và tổng hợp về Khối.',
  'Checks the rosters and reports of subordinate committees against the directive, submits them and merges them for the Bloc.',
];

/** Buttons of the ribbon group; all of them open the one pane, at their tab. */
const buttons = ['check', 'templates', 'submit'];
const iconSizes = [16, 32, 80];

const escape = (text) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

function manifest(origin, id) {
  const page = (query) => `${origin}/taskpane.html${query}`;
  const icon = (size) => `${origin}/icons/icon-${size}.png`;
  const string = ([name, [vi, en]]) => `        <bt:String id="text.${name}" DefaultValue="${escape(vi)}">
          <bt:Override Locale="en-US" Value="${escape(en)}"/>
        </bt:String>`;
  const strings = (element, texts) =>
    [`      <bt:${element}>`, ...Object.entries(texts).map(string), `      </bt:${element}>`].join('\n');
  const icons = (indent) =>
    ['<Icon>', ...iconSizes.map((size) => `  <bt:Image size="${size}" resid="icon.${size}"/>`), '</Icon>']
      .map((line) => indent + line)
      .join('\n');
  const button = (name) => `                <Control xsi:type="Button" id="Button.${name}">
                  <Label resid="text.${name}"/>
                  <Supertip>
                    <Title resid="text.${name}"/>
                    <Description resid="text.${name}Tip"/>
                  </Supertip>
${icons('                  ')}
                  <Action xsi:type="ShowTaskpane">
                    <TaskpaneId>Pane</TaskpaneId>
                    <SourceLocation resid="page.${name}"/>
                    <Title resid="text.group"/>
                  </Action>
                </Control>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xmlns:ov="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="TaskPaneApp">
  <Id>${id}</Id>
  <Version>${version}</Version>
  <ProviderName>Tổng hợp Khối</ProviderName>
  <DefaultLocale>vi-VN</DefaultLocale>
  <DisplayName DefaultValue="${escape(shortTexts.group[0])}">
    <Override Locale="en-US" Value="${escape(shortTexts.group[1])}"/>
  </DisplayName>
  <Description DefaultValue="${escape(description[0])}">
    <Override Locale="en-US" Value="${escape(description[1])}"/>
  </Description>
  <IconUrl DefaultValue="${icon(32)}"/>
  <HighResolutionIconUrl DefaultValue="${icon(64)}"/>
  <SupportUrl DefaultValue="${origin}/"/>
  <AppDomains>
    <AppDomain>${origin}</AppDomain>
    <AppDomain>https://login.microsoftonline.com</AppDomain>
  </AppDomains>
  <Hosts>
    <Host Name="Workbook"/>
  </Hosts>
  <Requirements>
    <Sets DefaultMinVersion="1.1">
      <Set Name="ExcelApi" MinVersion="1.4"/>
      <Set Name="CompressedFile" MinVersion="1.1"/>
    </Sets>
  </Requirements>
  <DefaultSettings>
    <SourceLocation DefaultValue="${page('')}"/>
  </DefaultSettings>
  <Permissions>ReadWriteDocument</Permissions>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="VersionOverridesV1_0">
    <Hosts>
      <Host xsi:type="Workbook">
        <DesktopFormFactor>
          <GetStarted>
            <Title resid="text.start"/>
            <Description resid="text.startTip"/>
            <LearnMoreUrl resid="page.home"/>
          </GetStarted>
          <ExtensionPoint xsi:type="PrimaryCommandSurface">
            <OfficeTab id="TabHome">
              <Group id="Group">
                <Label resid="text.group"/>
${icons('                ')}
${buttons.map(button).join('\n')}
              </Group>
            </OfficeTab>
          </ExtensionPoint>
        </DesktopFormFactor>
      </Host>
    </Hosts>
    <Resources>
      <bt:Images>
${iconSizes.map((size) => `        <bt:Image id="icon.${size}" DefaultValue="${icon(size)}"/>`).join('\n')}
      </bt:Images>
      <bt:Urls>
        <bt:Url id="page.home" DefaultValue="${origin}/"/>
${buttons.map((name) => `        <bt:Url id="page.${name}" DefaultValue="${page(`?tab=${name}`)}"/>`).join('\n')}
      </bt:Urls>
${strings('ShortStrings', shortTexts)}
${strings('LongStrings', longTexts)}
    </Resources>
  </VersionOverrides>
</OfficeApp>
`;
}

function readArguments(given) {
  const options = { origin: developmentOrigin, id: null };
  for (let index = 0; index < given.length; index += 2) {
    const [name, value] = [given[index], given[index + 1]];
    if (name === '--origin' && value !== undefined) options.origin = value;
    else if (name === '--id' && value !== undefined) options.id = value;
    else throw new RangeError('usage: node addin/manifest/manifest.js [--origin https://…] [--id GUID]');
  }
  const { protocol, origin } = new URL(options.origin);
  if (protocol !== 'https:') throw new RangeError('Office loads add-ins over https only');
  const id = options.id ?? (origin === developmentOrigin ? developmentId : productionId);
  if (!guid.test(id)) throw new RangeError('an id is 8-4-4-4-12 lower-case hexadecimal digits');
  return { origin, id };
}

try {
  const { origin, id } = readArguments(process.argv.slice(2));
  process.stdout.write(manifest(origin, id));
} catch (error) {
  process.stderr.write(`${error instanceof TypeError ? 'the origin is no address' : error.message}\n`);
  process.exitCode = 2;
}
