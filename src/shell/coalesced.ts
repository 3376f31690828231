/** Work of which one run goes on at a time: calls during a run lead to one more, however many they are. */
export class Coalesced {
  private running: Promise<void> | undefined;
  private again = false;

  constructor(private readonly work: () => Promise<void>) {}

  /** Resolves when a run that began after the call has ended. */
  run(): Promise<void> {
    if (this.running) {
      this.again = true;
      return this.running;
    }
    this.running = this.repeat().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async repeat(): Promise<void> {
    do {
      this.again = false;
      await this.work();
    } while (this.again);
  }
}
