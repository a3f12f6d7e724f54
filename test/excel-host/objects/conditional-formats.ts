/** Conditional formats of a range: any may be listed, deleted; only ones with a formula may be made. */
import { overlaps, parseArea, showArea } from '../address.ts';
import type { Area, ModelConditionalFormat, ModelSheet } from '../model.ts';
import { HostNotImplemented, type HostObject } from '../protocol.ts';
import type { ExcelState } from '../state.ts';
import { method, to, value, variable } from './members.ts';
import { range } from './range.ts';

export function conditionalFormats(state: ExcelState, sheet: ModelSheet, area: Area): HostObject {
  const inside = (): ModelConditionalFormat[] =>
    sheet.conditionalFormats.filter(({ address }) => areasOf(address).some((part) => overlaps(part, area)));
  return {
    type: 'ConditionalFormatCollection',
    items: () => inside().map((format) => conditionalFormat(state, sheet, format)),
    item: (id) => {
      const found = inside().find((format) => format.id === id);
      return found ? conditionalFormat(state, sheet, found) : null;
    },
    methods: {
      Add: method((type) => {
        state.assertWritable(sheet, 'ConditionalFormatCollection.add');
        if (type !== 'Custom') throw new HostNotImplemented(`conditional formats of type ${String(type)}`);
        const format: ModelConditionalFormat = {
          id: state.newId(),
          type,
          address: showArea(area),
          formula: '',
          fill: null,
          fontColor: null,
          priority: 0,
          stopIfTrue: false,
          source: null,
        };
        // A new format comes first.
        for (const other of sheet.conditionalFormats) other.priority++;
        sheet.conditionalFormats.push(format);
        return conditionalFormat(state, sheet, format);
      }, 6),
      GetCount: method(() => inside().length, 6),
    },
  };
}

function conditionalFormat(state: ExcelState, sheet: ModelSheet, format: ModelConditionalFormat): HostObject {
  const writable = (): void => {
    state.assertWritable(sheet, 'ConditionalFormat');
  };
  const custom: HostObject = {
    type: 'CustomConditionalFormat',
    navigations: {
      Rule: to(
        () => ({
          type: 'ConditionalFormatRule',
          properties: {
            Formula: variable(
              () => format.formula,
              (given) => {
                writable();
                format.formula = String(given);
              },
              6,
            ),
          },
        }),
        6,
      ),
      Format: to(
        () => ({
          type: 'ConditionalRangeFormat',
          navigations: {
            Fill: to(
              () => ({
                type: 'ConditionalRangeFill',
                properties: {
                  Color: variable(
                    () => format.fill,
                    (given) => {
                      writable();
                      format.fill = String(given);
                    },
                    6,
                  ),
                },
              }),
              6,
            ),
            Font: to(
              () => ({
                type: 'ConditionalRangeFont',
                properties: {
                  Color: variable(
                    () => format.fontColor,
                    (given) => {
                      writable();
                      format.fontColor = String(given);
                    },
                    6,
                  ),
                },
              }),
              6,
            ),
          },
        }),
        6,
      ),
    },
  };
  return {
    type: 'ConditionalFormat',
    id: format.id,
    properties: {
      Id: value(() => format.id, 6),
      Type: value(() => format.type, 6),
      Priority: value(() => format.priority, 6),
      StopIfTrue: value(() => format.stopIfTrue, 6),
    },
    navigations: {
      Custom: to(() => custom, 6),
      CustomOrNullObject: to(() => (format.type === 'Custom' ? custom : null), 6),
    },
    methods: {
      Delete: method(() => {
        writable();
        sheet.conditionalFormats = sheet.conditionalFormats.filter((other) => other !== format);
        for (const other of sheet.conditionalFormats) if (other.priority > format.priority) other.priority--;
      }, 6),
      GetRange: method(() => {
        const [area] = areasOf(format.address);
        return area ? range(state, sheet, area) : null;
      }, 6),
    },
  };
}

function areasOf(address: string): Area[] {
  return address.split(/[\s,]+/).flatMap((part) => {
    const area = parseArea(part);
    return area ? [area] : [];
  });
}
