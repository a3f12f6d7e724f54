import type { ReactElement } from 'react';
import { usePane } from '../pane.ts';
export function TemplatesTab(): ReactElement {
  return <p>{usePane().words.templates.intro}</p>;
}
