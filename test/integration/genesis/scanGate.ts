import type { ScanRunner } from '../../../src/engine/genesis/work/jobs';
import { inProcess } from './scanBench';

/** A runner that stops before the named step until it is let go. */
export class ScanGate {
  private open: () => void = () => undefined;
  private reached: () => void = () => undefined;
  readonly arrived = new Promise<void>((resolve) => {
    this.reached = resolve;
  });
  private readonly opened = new Promise<void>((resolve) => {
    this.open = resolve;
  });

  constructor(private readonly step: 'extract' | 'openSynthesis' | 'run' | 'finish') {}

  letGo(): void {
    this.open();
  }

  async runner(): Promise<ScanRunner> {
    const inner = await inProcess();
    return {
      ...inner,
      extract: (job) => this.pass('extract', () => inner.extract(job)),
      openSynthesis: async (head) => {
        const session = await this.pass('openSynthesis', () => inner.openSynthesis(head));
        return {
          ...session,
          run: (id) => this.pass('run', () => session.run(id)),
          finish: () => this.pass('finish', () => session.finish()),
        };
      },
    };
  }

  private async pass<T>(step: string, work: () => Promise<T>): Promise<T> {
    if (step === this.step) {
      this.reached();
      await this.opened;
    }
    return work();
  }
}
