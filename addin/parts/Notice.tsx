import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { Icon } from '../icons.tsx';

/** Something to know, with what can be done about it. */
export function Notice({
  intent,
  children,
  action,
  onClose,
  closeLabel,
}: {
  readonly intent: 'info' | 'success' | 'warning' | 'error';
  readonly children: ReactNode;
  readonly action?: { readonly label: string; readonly onClick: () => void } | undefined;
  readonly onClose?: () => void;
  readonly closeLabel?: string;
}): ReactElement {
  return (
    <MessageBar intent={intent} layout="multiline" politeness={intent === 'error' ? 'assertive' : 'polite'}>
      <MessageBarBody>{children}</MessageBarBody>
      {(action !== undefined || onClose !== undefined) && (
        <MessageBarActions
          {...(onClose === undefined
            ? {}
            : {
                containerAction: (
                  <Button
                    appearance="transparent"
                    size="small"
                    icon={<Icon name="close" size={14} />}
                    aria-label={closeLabel}
                    onClick={onClose}
                  />
                ),
              })}
        >
          {action && (
            <Button size="small" onClick={action.onClick}>
              {action.label}
            </Button>
          )}
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
