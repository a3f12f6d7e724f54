/** The pane's tabs. Each is loaded when first opened; a tab that needs an account says so in `roles`. */
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { Role } from '../core/api.ts';
import type { IconName } from './icons.tsx';
import type { Messages } from './messages/vi.ts';

export interface Tab {
  readonly id: keyof Messages['tabs'];
  readonly icon: IconName;
  /** Who sees it; `anyone` needs no account. */
  readonly roles: 'anyone' | readonly Role[];
  readonly Content: LazyExoticComponent<ComponentType>;
}

export const tabs: readonly Tab[] = [
  {
    id: 'check',
    icon: 'check',
    roles: 'anyone',
    Content: lazy(async () => ({ default: (await import('./check/CheckTab.tsx')).CheckTab })),
  },
  {
    id: 'templates',
    icon: 'templates',
    roles: 'anyone',
    Content: lazy(async () => ({ default: (await import('./templates/TemplatesTab.tsx')).TemplatesTab })),
  },
  {
    id: 'submit',
    icon: 'submit',
    roles: 'anyone',
    Content: lazy(async () => ({ default: (await import('./submit/SubmitTab.tsx')).SubmitTab })),
  },
  {
    id: 'track',
    icon: 'track',
    roles: ['staff', 'bloc', 'auditor'],
    Content: lazy(async () => ({ default: (await import('./track/TrackTab.tsx')).TrackTab })),
  },
  {
    id: 'merge',
    icon: 'merge',
    roles: ['bloc', 'auditor'],
    Content: lazy(async () => ({ default: (await import('./merge/MergeTab.tsx')).MergeTab })),
  },
];
