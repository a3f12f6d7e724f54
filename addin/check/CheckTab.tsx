import type { ReactElement } from 'react';
import { usePane } from '../pane.ts';
export function CheckTab(): ReactElement {
  return <p>{usePane().words.check.intro}</p>;
}
