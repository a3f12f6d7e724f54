import { Spinner } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { reasonOf, usePane } from '../pane.ts';
import { Notice } from './Notice.tsx';
import type { Loaded } from './use-loaded.ts';

/** What was asked of the server once it is there; before that a spinner, or why not. */
export function Answered<Value>({
  answer,
  children,
}: {
  readonly answer: Loaded<Value>;
  readonly children: (value: Value) => ReactNode;
}): ReactElement {
  const { words, language } = usePane();
  return (
    <>
      {answer.problem !== null && (
        <Notice intent="error" action={{ label: words.retry, onClick: answer.reload }}>
          {reasonOf(answer.problem, words, language)}
        </Notice>
      )}
      {answer.value === null && answer.loading && <Spinner size="tiny" label={words.track.loading} />}
      {answer.value !== null && children(answer.value)}
    </>
  );
}
