import type { ScanPhase, ScanStatus } from '../../shared/genesis';

const phaseNames: Readonly<Record<ScanPhase, string>> = {
  fetch_tree: 'Listing files',
  fetch_files: 'Reading files',
  build_chunks: 'Dividing the work',
  analyze: 'Analysing',
  synthesize: 'Drawing conclusions',
  security_audit: 'Auditing security',
  assemble: 'Writing memory',
  complete: 'Done',
  failed: 'Stopped',
};

/** Says on stderr how far a scan is: on a terminal one line that changes, else one line for each phase. */
export class ProgressPrinter {
  private phase: ScanPhase | undefined;
  private width = 0;

  constructor(private readonly stream: NodeJS.WritableStream & { readonly isTTY?: boolean }) {}

  show(status: ScanStatus): void {
    if (status.completedAt !== null) return;
    if (this.stream.isTTY === true) this.replaceLine(line(status));
    else if (status.phase !== this.phase) this.stream.write(`${phaseNames[status.phase]}\n`);
    this.phase = status.phase;
  }

  say(text: string): void {
    this.end();
    this.stream.write(`${text}\n`);
  }

  /** Clears the line. */
  end(): void {
    if (this.width > 0) this.replaceLine('');
    this.width = 0;
  }

  private replaceLine(text: string): void {
    this.stream.write(`\r${text.padEnd(this.width)}${text === '' ? '\r' : ''}`);
    this.width = text.length;
  }
}

function line(status: ScanStatus): string {
  const percent = `${Math.floor(status.progress * 100)} %`.padStart(5);
  const counted = `${status.filesProcessed}/${status.filesTotal} files, ${status.chunksProcessed}/${status.chunksTotal} chunks`;
  const found = status.findingsCount === 0 ? '' : `, ${status.findingsCount} findings`;
  return `${percent} ${phaseNames[status.phase]}: ${counted}${found}`;
}
