/** Threaded comments, of the workbook or of one sheet. Notes are not among them. */
import { a1 } from '../../../core/sheet.ts';
import { parseArea, sheetOf } from '../address.ts';
import type { ModelComment, ModelReply, ModelSheet } from '../model.ts';
import { ApiError, invalidArgument, itemNotFound, type HostObject } from '../protocol.ts';
import type { ExcelState } from '../state.ts';
import { method, to, value, variable } from './members.ts';
import { range } from './range.ts';

/** `sheet` null: those of all sheets. */
export function comments(state: ExcelState, sheet: ModelSheet | null): HostObject {
  const all = (): { sheet: ModelSheet; comment: ModelComment }[] =>
    (sheet ? [sheet] : state.model.sheets).flatMap((one) => one.comments.map((comment) => ({ sheet: one, comment })));
  return {
    type: 'CommentCollection',
    items: () => all().map((one) => commentObject(state, one.sheet, one.comment)),
    item: (id) => {
      const found = all().find(({ comment }) => comment.id === id);
      return found ? commentObject(state, found.sheet, found.comment) : null;
    },
    methods: {
      Add: method((address, content) => {
        const at = placeOf(state, sheet, address);
        state.assertWritable(at.sheet, 'CommentCollection.add');
        const here = (one: { row: number; column: number }): boolean => one.row === at.row && one.column === at.column;
        if (at.sheet.comments.some(here) || at.sheet.notes.some(here))
          throw new ApiError('InvalidOperation', 'The cell already has a comment or a note.', a1(at));
        const comment: ModelComment = {
          id: state.newId(),
          row: at.row,
          column: at.column,
          author: 'Add-in user',
          content: String(content),
          replies: [],
        };
        at.sheet.comments.push(comment);
        return commentObject(state, at.sheet, comment);
      }, 10),
      GetCount: method(() => all().length, 10),
    },
  };
}

/** An address with its sheet, or a range. */
function placeOf(
  state: ExcelState,
  sheet: ModelSheet | null,
  address: unknown,
): { sheet: ModelSheet; row: number; column: number } {
  const given = typeof address === 'string' ? address : (address as HostObject).properties?.['Address']?.get();
  const text = typeof given === 'string' ? given : '';
  const name = sheetOf(text);
  const owner = name === null ? sheet : state.sheet(name);
  const area = parseArea(text);
  if (!owner) throw itemNotFound('CommentCollection.add');
  if (!area || area.top !== area.bottom || area.left !== area.right) throw invalidArgument('CommentCollection.add');
  return { sheet: owner, row: area.top, column: area.left };
}

function commentObject(state: ExcelState, sheet: ModelSheet, comment: ModelComment): HostObject {
  return {
    type: 'Comment',
    id: comment.id,
    properties: {
      Id: value(() => comment.id, 10),
      AuthorName: value(() => comment.author, 10),
      Content: variable(
        () => comment.content,
        (content) => {
          state.assertWritable(sheet, 'Comment.content');
          comment.content = String(content);
        },
        10,
      ),
    },
    navigations: { Replies: to(() => replies(comment), 10) },
    methods: {
      GetLocation: method(
        () =>
          range(state, sheet, {
            top: comment.row,
            left: comment.column,
            bottom: comment.row,
            right: comment.column,
          }),
        10,
      ),
      Delete: method(() => {
        state.assertWritable(sheet, 'Comment.delete');
        sheet.comments = sheet.comments.filter((other) => other !== comment);
      }, 10),
    },
  };
}

function replies(comment: ModelComment): HostObject {
  const reply = ({ id, author, content }: ModelReply): HostObject => ({
    type: 'CommentReply',
    id,
    properties: {
      Id: value(() => id, 10),
      AuthorName: value(() => author, 10),
      Content: value(() => content, 10),
    },
  });
  return {
    type: 'CommentReplyCollection',
    items: () => comment.replies.map(reply),
    methods: { GetCount: method(() => comment.replies.length, 10) },
  };
}
