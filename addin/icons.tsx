/** The pane's few drawings, in the colour of the text around them. They say nothing a label does not say too. */
import type { ReactElement } from 'react';

const paths = {
  check: 'M4 10.5l4 4 8-9',
  templates: 'M5 3h7l3 3v11H5zM12 3v3h3M8 10h4M8 13h4',
  submit: 'M10 14V4M6 8l4-4 4 4M4 16h12',
  track: 'M4 16V9M8 16V5M12 16v-5M16 16V7',
  merge: 'M4 4c0 6 6 4 6 9v4M16 4c0 6-6 4-6 9M7 14l3 3 3-3',
  error: 'M10 2.5a7.5 7.5 0 100 15 7.5 7.5 0 000-15zM7.5 7.5l5 5M12.5 7.5l-5 5',
  warning: 'M10 3l7.5 13.5h-15zM10 8v4M10 14.2v.3',
  info: 'M10 2.5a7.5 7.5 0 100 15 7.5 7.5 0 000-15zM10 9v4.5M10 6.4v.3',
  good: 'M10 2.5a7.5 7.5 0 100 15 7.5 7.5 0 000-15zM6.5 10.2l2.5 2.5 4.5-5',
  person: 'M10 3.5a3 3 0 110 6 3 3 0 010-6zM4 17c0-3.5 2.7-5 6-5s6 1.5 6 5',
  target: 'M10 5a5 5 0 100 10 5 5 0 000-10zM10 2v3M10 15v3M2 10h3M15 10h3',
  wand: 'M4 16l8-8M13 3v3M11.5 4.5h3M16 8v2M15 9h2M6 4v2M5 5h2',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  file: 'M5 3h7l3 3v11H5zM12 3v3h3',
  close: 'M5 5l10 10M15 5L5 15',
  search: 'M9 4a5 5 0 110 10A5 5 0 019 4zM13 13l4 4',
  down: 'M5 8l5 5 5-5',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }): ReactElement {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.4 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
