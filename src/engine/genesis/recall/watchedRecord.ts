import { roughly } from '../facts/roughSize';
import type { FileRecord } from '../scanModel';
import { aspect } from './notes';

/** Who is told what somebody looks at. */
interface Noting {
  file(path: string, bit: number): void;
}

/** A record that tells when it is asked for its size. */
export class WatchedRecord implements FileRecord {
  readonly path: string;
  readonly language: FileRecord['language'];
  readonly languageName: string;
  readonly role: FileRecord['role'];
  declare readonly skipped?: NonNullable<FileRecord['skipped']>;
  readonly #record: FileRecord;
  readonly #watch: Noting;

  constructor(record: FileRecord, watch: Noting) {
    this.path = record.path;
    this.language = record.language;
    this.languageName = record.languageName;
    this.role = record.role;
    if (record.skipped !== undefined) this.skipped = record.skipped;
    this.#record = record;
    this.#watch = watch;
  }

  get bytes(): number {
    this.#watch.file(this.path, aspect.size);
    return this.#record.bytes;
  }

  get roughBytes(): number {
    this.#watch.file(this.path, aspect.roughSize);
    return roughly(this.#record.bytes);
  }

  get lines(): number {
    this.#watch.file(this.path, aspect.size);
    return this.#record.lines;
  }

  get hash(): string {
    this.#watch.file(this.path, aspect.size);
    return this.#record.hash;
  }
}
