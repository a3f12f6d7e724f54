import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import type { Messages } from '../messages/vi.ts';

interface Properties {
  readonly words: Messages['crashed'];
  readonly children: ReactNode;
}

/** A fault in one tab leaves the others usable and never blanks the pane. */
export class CrashGuard extends Component<Properties, { readonly crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError(): { readonly crashed: boolean } {
    return { crashed: true };
  }

  override render(): ReactNode {
    const { words, children } = this.props;
    if (!this.state.crashed) return children;
    return (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{words.title}</MessageBarTitle>
          {words.detail}
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={() => this.setState({ crashed: false })}>
            {words.again}
          </Button>
        </MessageBarActions>
      </MessageBar>
    );
  }
}
