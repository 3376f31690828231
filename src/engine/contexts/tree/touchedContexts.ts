/** More than these are read again as fast all together. */
const mostIds = 1_000;

/** Which contexts may have been written since the last look, so that a tree is not made anew for one of them. */
export class TouchedContexts {
  private ids = new Set<string>();
  private isAll = true;

  add(id: string): void {
    if (this.ids.size >= mostIds) this.addAll();
    if (!this.isAll) this.ids.add(id);
  }

  addAll(): void {
    this.isAll = true;
    this.ids.clear();
  }

  /** Those since the last call; `undefined`: any. What was rolled back may be among them. */
  take(): readonly string[] | undefined {
    const ids = this.isAll ? undefined : [...this.ids];
    this.isAll = false;
    this.ids.clear();
    return ids;
  }
}
