import type { Disposable } from '../../base/disposable';
import { Emitter } from '../../base/emitter';
import type { Logger } from '../../base/logger';
import { adviseOn } from '../errorAdvice';

/** Why the views can't be filled, if they can't. Each reason is logged once, however many views run into it. */
export class StoreProblem implements Disposable {
  private text: string | undefined;
  private readonly changes = new Emitter<void>();
  readonly onDidChange = this.changes.event;

  constructor(private readonly logger: Logger) {}

  /** A sentence for the user. */
  get message(): string | undefined {
    return this.text;
  }

  report(error: unknown): void {
    const message = adviseOn(error)?.message;
    if (message === undefined || message === this.text) return;
    this.logger.error(message, error);
    this.text = message;
    this.changes.fire();
  }

  clear(): void {
    if (this.text === undefined) return;
    this.text = undefined;
    this.changes.fire();
  }

  dispose(): void {
    this.changes.dispose();
  }
}
