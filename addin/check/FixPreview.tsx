import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { Edit } from '../../core/finding.ts';
import type { Workbook } from '../../core/sheet.ts';
import type { Messages } from '../messages/vi.ts';
import { changeOf } from './cells.ts';
import type { FixPlan } from './findings.ts';

const useStyles = makeStyles({
  surface: { maxWidth: 'calc(100vw - 16px)', padding: '16px', maxHeight: 'calc(100vh - 16px)' },
  content: { display: 'flex', flexDirection: 'column', gap: '8px' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: { borderTop: `1px solid ${tokens.colorNeutralStroke3}`, padding: '4px 0' },
  change: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: '8px',
    paddingLeft: '32px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
  },
  word: { color: tokens.colorNeutralForeground2 },
  before: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground2 },
  after: { fontWeight: tokens.fontWeightSemibold },
});

/** Every change before it is made; each may be left out. */
export function FixPreview({
  plan,
  workbook,
  words,
  onApply,
  onClose,
}: {
  readonly plan: FixPlan;
  readonly workbook: Workbook;
  readonly words: Messages;
  readonly onApply: (edits: readonly Edit[]) => void;
  readonly onClose: () => void;
}): ReactElement {
  const styles = useStyles();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { preview } = words.check;
  const chosen = plan.proposals.filter(({ finding }) => !left.has(finding)).flatMap(({ edits }) => edits);
  return (
    <Dialog open onOpenChange={(_, { open }) => open || onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{preview.title}</DialogTitle>
          <DialogContent className={styles.content}>
            <Text size={200}>{preview.note}</Text>
            {plan.proposals.length > 1 && (
              <Checkbox
                label={preview.selectAll}
                checked={left.size === 0 ? true : left.size === plan.proposals.length ? false : 'mixed'}
                onChange={(_, { checked }) =>
                  setLeft(checked === true ? new Set() : new Set(plan.proposals.map(({ finding }) => finding)))
                }
              />
            )}
            <ul className={styles.list}>
              {plan.proposals.map(({ finding, edits }) => (
                <li key={finding} className={styles.item}>
                  <Checkbox
                    label={edits.map(({ sheet, cell }) => `${sheet}!${cell}`).join(', ')}
                    checked={!left.has(finding)}
                    onChange={(_, { checked }) => {
                      const next = new Set(left);
                      if (checked === true) next.delete(finding);
                      else next.add(finding);
                      setLeft(next);
                    }}
                  />
                  {edits.map((edit) => {
                    const { before, after } = changeOf(workbook, edit);
                    return (
                      <div key={edit.sheet + edit.cell} className={styles.change}>
                        <span className={styles.word}>{preview.before}</span>
                        <span className={styles.before}>{before === '' ? preview.empty : before}</span>
                        <span className={styles.word}>{preview.after}</span>
                        <span className={styles.after}>
                          {after === '' ? preview.empty : after}
                          {edit.font === undefined ? '' : ` (${preview.font(edit.font)})`}
                        </span>
                      </div>
                    );
                  })}
                </li>
              ))}
            </ul>
            {plan.later > 0 && <Text size={200}>{preview.later(plan.later)}</Text>}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{words.cancel}</Button>
            <Button appearance="primary" disabled={chosen.length === 0} onClick={() => onApply(chosen)}>
              {preview.apply(chosen.length)}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
