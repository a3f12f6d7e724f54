/** Custom document properties, which the writer library cannot write: added to the finished package. */
import { escapeXml } from '../annotate/escape.ts';
import { deflate, inflate } from '../portable-zlib.ts';
import { openPackage } from '../package.ts';
import { ZipWriter } from '../zip-writer.ts';

const part = 'docProps/custom.xml';
const contentType = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties';
const formatId = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

/** Gives the package anew, with the properties and without the time it was packed at: same content, same bytes. */
export function withCustomProperties(bytes: Uint8Array, properties: ReadonlyMap<string, string>): Uint8Array {
  const source = openPackage(bytes, { inflate });
  const target = new ZipWriter(deflate);
  for (const name of source.names) {
    const content = source.read(name);
    if (name === '[Content_Types].xml')
      target.add(name, [insertLast(content, 'Types', `<Override PartName="/${part}" ContentType="${contentType}"/>`)]);
    else if (name === '_rels/.rels')
      target.add(name, [
        insertLast(content, 'Relationships', `<Relationship Id="rIdCustom" Type="${relationship}" Target="${part}"/>`),
      ]);
    else target.add(name, [content]);
  }
  target.add(part, [propertiesXml(properties)]);
  return target.finish();
}

function insertLast(content: Uint8Array, element: string, xml: string): string {
  const text = new TextDecoder().decode(content);
  const at = text.lastIndexOf(`</${element}>`);
  if (at < 0) throw new Error(`no ${element} element to extend`);
  return text.slice(0, at) + xml + text.slice(at);
}

function propertiesXml(properties: ReadonlyMap<string, string>): string {
  const entries = [...properties].map(
    ([name, value], index) =>
      `<property fmtid="${formatId}" pid="${index + 2}" name="${escapeXml(name)}"><vt:lpwstr>${escapeXml(value)}</vt:lpwstr></property>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${entries.join('')}</Properties>`;
}
