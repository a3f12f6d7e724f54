/** A progress bar on standard error: drawn only on a terminal, so that pipes and logs stay clean. */
export interface Progress {
  readonly update: (done: number, total: number) => void;
  readonly end: () => void;
}

const width = 24;

export function startProgress(label: string, stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) return { update: () => undefined, end: () => undefined };
  let shown = '';
  return {
    update: (done, total) => {
      const filled = total === 0 ? width : Math.floor((done / total) * width);
      const line = `${label} [${'█'.repeat(filled)}${'░'.repeat(width - filled)}] ${done}/${total}`;
      if (line !== shown) stream.write(`\r${line}`);
      shown = line;
    },
    end: () => void stream.write('\n'),
  };
}
