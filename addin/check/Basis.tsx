import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId, useState, type ReactElement } from 'react';
import type { Citation } from '../../core/finding.ts';
import type { Messages } from '../messages/vi.ts';

const useStyles = makeStyles({
  button: {
    paddingLeft: 0,
    paddingRight: 0,
    minWidth: 0,
    fontWeight: tokens.fontWeightRegular,
    // With its border drawn it needs room to it.
    '@media (forced-colors: active)': { paddingLeft: '6px', paddingRight: '6px' },
  },
  quotes: { width: '100%', display: 'flex', flexDirection: 'column', gap: '6px' },
  quote: {
    margin: 0,
    padding: '2px 0 2px 8px',
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** The clauses a finding rests on: the document's name, and on request its words and dates. */
export function Basis({
  cites,
  words,
}: {
  readonly cites: readonly Citation[];
  readonly words: Messages;
}): ReactElement | null {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const id = useId();
  const [cite] = cites;
  if (!cite) return null;
  return (
    <>
      <Button
        className={styles.button}
        appearance="transparent"
        size="small"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {words.check.basis}: {cite.document}
        {cite.clause === '' ? '' : `, ${clauseName(cite.clause, words)}`}
      </Button>
      {open && (
        <div id={id} className={styles.quotes}>
          {cites.map(({ document, clause, quote, from, to }) => (
            <blockquote key={`${document} ${clause}`} className={styles.quote} lang="vi">
              «{quote}»
              <Text block size={200} weight="semibold">
                {[document, clause === '' ? '' : clauseName(clause, words), words.check.inForce(day(from), day(to))]
                  .filter((part) => part !== '')
                  .join(', ')}
              </Text>
            </blockquote>
          ))}
        </div>
      )}
    </>
  );
}

function day(iso: string | null): string | null {
  return iso === null ? null : iso.split('-').reverse().join('/');
}

/** «khoản 2» says what it is; a bare number does not. */
function clauseName(clause: string, words: Messages): string {
  return /^\d/.test(clause) ? words.check.clause(clause) : clause;
}
