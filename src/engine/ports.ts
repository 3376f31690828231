import type { Clock } from '../base/clock';
import type { Logger } from '../base/logger';
import type { Timers } from '../base/timers';
import type { Redactor } from './redact/redactor';

/** What the engine asks of its host. */
export interface EnginePorts {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Default: those of the platform. */
  readonly timers?: Timers;
  /** Folder that holds the built `scanWorker.js`, the grammars and `sql-wasm.wasm`. */
  readonly distDir: string;
  /** Where keys are kept. Without it nothing secret can be stored, and a call that would is `unsupported`. */
  readonly secrets?: SecretStore;
  /** Looks at the repository around a folder. Without it a folder is recognised by its path alone. */
  readonly identify?: IdentifyRepository;
  /** Every text of a repository, a model or a server goes through it before it is stored. Default: `secretRedactor`. */
  readonly redactor?: Redactor;
  /** Who owns the projects that are made here; shown among the members. */
  readonly owner?: { readonly name: string; readonly email: string };
}

/** Keeps small secrets outside of the store. */
export interface SecretStore {
  get(name: string): Promise<string | undefined>;
  set(name: string, value: string): Promise<void>;
}

/** What a folder's repository can be recognised by; `undefined` where there is none. `git/identifyRepository` is one. */
export type IdentifyRepository = (path: string) => Promise<RepositoryFacts | undefined>;

export interface RepositoryFacts {
  /** The work tree's topmost folder. */
  readonly root: string;
  /** The folder inside it: `''` for the topmost one, else with a `/` at the end. */
  readonly prefix: string;
  /** `null` while nothing is committed, and in a shallow clone. */
  readonly rootCommit: string | null;
  /** URL without user name and password. */
  readonly remote: string | null;
}
