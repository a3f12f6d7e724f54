/** Native charts as DrawingML parts. Series point at real cells and carry the values those cells hold. */
import { columnName } from '../sheet.ts';
import { cellText, escapeXml } from './cell-text.ts';

/** A block of one row or one column of cells, with what stands in them. */
export interface ChartRange<T extends string | number> {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly values: readonly T[];
}

export interface Series {
  readonly name: ChartRange<string>;
  readonly categories: ChartRange<string>;
  readonly values: ChartRange<number>;
  /** RGB; one colour for the series, or one for each point. */
  readonly colours: readonly string[];
}

export interface Chart {
  /** `stackedBar` lies down, so that long category names can be read. */
  readonly kind: 'column' | 'stackedBar' | 'pie';
  readonly title: string;
  /** Not shown on a pie. */
  readonly categoryAxis: string;
  readonly valueAxis: string;
  readonly series: readonly Series[];
  readonly font: string;
}

/** Where a chart stands: 0-based columns and rows, the right and bottom ones not covered. */
export interface Anchor {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const chartNamespace = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** `xl/charts/chartN.xml`. */
export function chartXml(chart: Chart): string {
  const axes = chart.kind === 'pie' ? '' : axesXml(chart);
  return (
    `${head}<c:chartSpace xmlns:c="${chartNamespace}" xmlns:a="${main}" xmlns:r="${relationships}">` +
    '<c:roundedCorners val="0"/><c:chart>' +
    `${titleXml(chart.title, chart.font, 1300, true)}<c:autoTitleDeleted val="0"/>` +
    `<c:plotArea><c:layout/>${plotXml(chart)}${axes}</c:plotArea>` +
    `<c:legend><c:legendPos val="${chart.kind === 'column' ? 'r' : 'b'}"/><c:overlay val="0"/>${textPropertiesXml(chart.font, 1000)}</c:legend>` +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>' +
    '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="BFB5A8"/></a:solidFill></a:ln></c:spPr>' +
    `${textPropertiesXml(chart.font, 1000)}</c:chartSpace>`
  );
}

/** `xl/drawings/drawingN.xml`: chart i is relationship `rId(i+1)`. */
export function drawingXml(charts: readonly { readonly anchor: Anchor; readonly chart: Chart }[]): string {
  const anchors = charts.map(({ anchor, chart }, index) => {
    const name = escapeXml(chart.title);
    return (
      `<xdr:twoCellAnchor editAs="oneCell">${cornerXml('from', anchor.left, anchor.top)}${cornerXml('to', anchor.right, anchor.bottom)}` +
      `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="${name}" descr="${name}"/>` +
      '<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
      `<a:graphic><a:graphicData uri="${chartNamespace}"><c:chart xmlns:c="${chartNamespace}" xmlns:r="${relationships}" r:id="rId${index + 1}"/>` +
      '</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>'
    );
  });
  return `${head}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="${main}">${anchors.join('')}</xdr:wsDr>`;
}

function cornerXml(corner: 'from' | 'to', column: number, row: number): string {
  return `<xdr:${corner}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${corner}>`;
}

function plotXml(chart: Chart): string {
  const series = chart.series.map((one, index) => seriesXml(chart, one, index)).join('');
  const several = chart.series.length > 1;
  if (chart.kind === 'pie')
    return `<c:pieChart><c:varyColors val="1"/>${series}<c:firstSliceAng val="0"/></c:pieChart>`;
  const [direction, grouping] = chart.kind === 'column' ? ['col', 'clustered'] : ['bar', 'stacked'];
  return (
    `<c:barChart><c:barDir val="${direction}"/><c:grouping val="${grouping}"/><c:varyColors val="0"/>${series}` +
    `<c:gapWidth val="${several || grouping === 'stacked' ? 60 : 70}"/>${grouping === 'stacked' ? '<c:overlap val="100"/>' : ''}` +
    '<c:axId val="1001"/><c:axId val="1002"/></c:barChart>'
  );
}

function seriesXml(chart: Chart, series: Series, index: number): string {
  const [first = '808080'] = series.colours;
  const points =
    series.colours.length > 1
      ? series.values.values.map((_value, point) =>
          pointXml(point, series.colours[point % series.colours.length] ?? first),
        )
      : [];
  const invert = chart.kind === 'pie' ? '' : '<c:invertIfNegative val="0"/>';
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx>${textReference(series.name)}</c:tx>` +
    `${fillXml(first)}${invert}${points.join('')}${labelsXml(chart)}` +
    `<c:cat>${textReference(series.categories)}</c:cat><c:val>${numberReference(series.values)}</c:val></c:ser>`
  );
}

function pointXml(point: number, colour: string): string {
  return `<c:dPt><c:idx val="${point}"/><c:bubble3D val="0"/>${fillXml(colour)}</c:dPt>`;
}

function fillXml(colour: string): string {
  return `<c:spPr><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill><a:ln w="6350"><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:ln></c:spPr>`;
}

/** A stacked bar shows no figures: its segments are too small for them, and the table below the chart has them all. */
function labelsXml(chart: Chart): string {
  if (chart.kind === 'stackedBar') return '';
  const pie = chart.kind === 'pie';
  return (
    `<c:dLbls>${pie ? '<c:numFmt formatCode="0%" sourceLinked="0"/>' : '<c:numFmt formatCode="#,##0" sourceLinked="0"/>'}` +
    `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textPropertiesXml(chart.font, 1000, true)}` +
    `<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="${pie ? 0 : 1}"/><c:showCatName val="0"/>` +
    `<c:showSerName val="0"/><c:showPercent val="${pie ? 1 : 0}"/><c:showBubbleSize val="0"/></c:dLbls>`
  );
}

function axesXml(chart: Chart): string {
  const lying = chart.kind === 'stackedBar';
  const line = '<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="8C8C8C"/></a:solidFill></a:ln></c:spPr>';
  const grid =
    '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="E3E3E3"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>';
  const shared = (font: string): string => `${line}${textPropertiesXml(font, 1000)}`;
  return (
    `<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="${lying ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${lying ? 'l' : 'b'}"/>${titleXml(chart.categoryAxis, chart.font, 1000, false)}<c:numFmt formatCode="General" sourceLinked="0"/>` +
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${shared(chart.font)}` +
    '<c:crossAx val="1002"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>' +
    '<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/>' +
    `<c:axPos val="${lying ? 'b' : 'l'}"/>${grid}${titleXml(chart.valueAxis, chart.font, 1000, false)}<c:numFmt formatCode="#,##0" sourceLinked="0"/>` +
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${shared(chart.font)}` +
    `<c:crossAx val="1001"/><c:crosses val="${lying ? 'max' : 'autoZero'}"/><c:crossBetween val="between"/></c:valAx>`
  );
}

function titleXml(text: string, font: string, size: number, bold: boolean): string {
  const properties = `lang="vi-VN" sz="${size}" b="${bold ? 1 : 0}"`;
  return (
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${size}" b="${bold ? 1 : 0}"/></a:pPr>` +
    `<a:r><a:rPr ${properties}><a:latin typeface="${font}"/></a:rPr><a:t>${escapeXml(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`
  );
}

function textPropertiesXml(font: string, size: number, bold = false): string {
  return (
    `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${size}" b="${bold ? 1 : 0}"><a:solidFill><a:srgbClr val="262626"/></a:solidFill>` +
    `<a:latin typeface="${font}"/></a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>`
  );
}

function textReference(range: ChartRange<string>): string {
  return `<c:strRef><c:f>${referenceOf(range)}</c:f><c:strCache>${pointsXml(range.values)}</c:strCache></c:strRef>`;
}

function numberReference(range: ChartRange<number>): string {
  return `<c:numRef><c:f>${referenceOf(range)}</c:f><c:numCache><c:formatCode>General</c:formatCode>${pointsXml(range.values)}</c:numCache></c:numRef>`;
}

function pointsXml(values: readonly (string | number)[]): string {
  const points = values.map(
    (value, index) => `<c:pt idx="${index}"><c:v>${escapeXml(cellText(String(value)))}</c:v></c:pt>`,
  );
  return `<c:ptCount val="${values.length}"/>${points.join('')}`;
}

function referenceOf(range: ChartRange<string | number>): string {
  const corner = (row: number, column: number): string => `$${columnName(column)}$${row}`;
  const from = corner(range.top, range.left);
  const to = corner(range.bottom, range.right);
  return escapeXml(`'${range.sheet.replace(/'/g, "''")}'!${from === to ? from : `${from}:${to}`}`);
}
