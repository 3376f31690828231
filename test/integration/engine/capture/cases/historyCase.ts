/** What somebody does, and what of it is new work, another version, or none of both. */
export interface HistoryCase {
  readonly says: string;
  /** Before the first capture. */
  readonly before?: string;
  readonly does: string;
  /** `kind subject`, with ` @ subject of the first version` where it has one. */
  readonly gives: readonly string[];
  readonly passedOver?: Readonly<Record<string, number>>;
  /** Folder below the repository whose capture is looked at. */
  readonly at?: string;
}
