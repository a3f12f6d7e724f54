import { Button, Text } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { Notice } from '../parts/Notice.tsx';
import { reasonOf, usePane } from '../pane.ts';
import { readSource, type SourceRow } from './server.ts';
import { SourceCell } from './SourceCell.tsx';

/** A source the summary does not name, to protect a small group; the Bloc may ask the server, which records it. */
export function WithheldSource({
  source,
  published,
}: {
  readonly source: SourceRow;
  /** The summary to ask about; null where one may not ask. */
  readonly published: string | null;
}): ReactElement {
  const { api, words, language } = usePane();
  const texts = words.merge;
  const [found, setFound] = useState<Pick<SourceRow, 'submission' | 'sheet' | 'cell'> | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const ask = async (summary: string): Promise<void> => {
    setProblem(null);
    try {
      setFound(await readSource(api, summary, source.key));
    } catch (failure) {
      setProblem(failure);
    }
  };
  return (
    <>
      <Text size={200}>{texts.withheld}</Text>
      {problem !== null && <Notice intent="error">{reasonOf(problem, words, language)}</Notice>}
      {found ? (
        <>
          <Text size={200}>
            {found.submission}
            <br />
            {texts.at(found.sheet, found.cell)}
          </Text>
          <SourceCell source={{ ...source, ...found, file: `${found.submission}.xlsx` }} />
        </>
      ) : (
        published !== null && (
          <div>
            <Button size="small" onClick={() => void ask(published)}>
              {texts.askSource}
            </Button>
          </div>
        )
      )}
    </>
  );
}
