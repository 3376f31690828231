import type { Clock } from '../base/clock';
import type { Logger } from '../base/logger';

/** What the engine asks of its host. */
export interface EnginePorts {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Folder that holds the built `scanWorker.js`, the grammars and `sql-wasm.wasm`. */
  readonly distDir: string;
  /** Where keys are kept. Without it nothing secret can be stored, and a call that would is `unsupported`. */
  readonly secrets?: SecretStore;
  /** Looks at the repository around a folder. Without it a folder is recognised by its path alone. */
  readonly identify?: RepositoryIdentity;
  /** Every text of a repository, a model or a server goes through it before it is stored. */
  readonly redactor?: TextRedactor;
  /** Who owns the projects that are made here; shown among the members. */
  readonly owner?: { readonly name: string; readonly email: string };
}

/** Keeps small secrets outside of the store. */
export interface SecretStore {
  get(name: string): Promise<string | undefined>;
  set(name: string, value: string): Promise<void>;
}

/** What a folder's repository can be recognised by; `undefined` where there is no repository. */
export type RepositoryIdentity = (path: string) => Promise<RepositoryFacts | undefined>;

export interface RepositoryFacts {
  /** The oldest commit without a parent; absent while nothing is committed, and in a shallow clone. */
  readonly rootCommit?: string | undefined;
  /** URL of the remote that the repository was cloned from. */
  readonly remote?: string | undefined;
  /** The work tree's topmost folder. */
  readonly topLevel?: string | undefined;
}

/** The part of the redactor that stores need. */
export interface TextRedactor {
  redact(text: string): { readonly text: string };
}
