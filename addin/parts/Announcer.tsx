import { useCallback, useState, type ReactElement } from 'react';

export interface Announcement {
  readonly text: string;
  /** Differs each time, so that the same words are said again. */
  readonly turn: number;
}

export function useAnnouncer(): [Announcement, (text: string) => void] {
  const [announcement, setAnnouncement] = useState<Announcement>({ text: '', turn: 0 });
  const announce = useCallback((text: string) => setAnnouncement(({ turn }) => ({ text, turn: turn + 1 })), []);
  return [announcement, announce];
}

/** What screen readers say without moving the focus. */
export function Announcer({ text }: { readonly text: Announcement }): ReactElement {
  return (
    <div className="spoken" role="status" aria-live="polite" aria-atomic="true">
      <span key={text.turn}>{text.text}</span>
    </div>
  );
}
