import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useRef, useState, type DragEvent, type ReactElement } from 'react';
import { Icon } from '../icons.tsx';

const useStyles = makeStyles({
  zone: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '8px',
    padding: '20px 12px',
    textAlign: 'center',
    border: `1.5px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  compact: { flexDirection: 'row', justifyContent: 'space-between', padding: '6px 10px', textAlign: 'left' },
  over: { backgroundColor: tokens.colorBrandBackground2, border: `1.5px dashed ${tokens.colorBrandStroke1}` },
  note: { color: tokens.colorNeutralForeground2 },
});

/** Takes workbooks by dropping or choosing. */
export function DropZone({
  label,
  note,
  button,
  multiple = true,
  compact = false,
  onFiles,
}: {
  readonly label: string;
  readonly note?: string;
  readonly button: string;
  readonly multiple?: boolean;
  readonly compact?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}): ReactElement {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drag = (inside: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    <div
      className={mergeClasses(styles.zone, compact && styles.compact, over && styles.over)}
      onDragOver={drag(true)}
      onDragEnter={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        const files = [...event.dataTransfer.files];
        if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1));
      }}
    >
      {!compact && <Icon name="file" size={32} />}
      <Text weight={compact ? 'regular' : 'semibold'} size={compact ? 200 : 300}>
        {label}
      </Text>
      <Button
        appearance={compact ? 'secondary' : 'primary'}
        size={compact ? 'small' : 'medium'}
        onClick={() => input.current?.click()}
      >
        {button}
      </Button>
      {!compact && note !== undefined && (
        <Text size={200} className={styles.note}>
          {note}
        </Text>
      )}
      <input
        ref={input}
        type="file"
        hidden
        multiple={multiple}
        accept=".xlsx,.xltx,.xls,.csv"
        aria-label={button}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          // The same file may be chosen again after it was corrected.
          target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </div>
  );
}
