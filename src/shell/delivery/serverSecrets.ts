import type { Event } from '../../base/emitter';
import type { SinkKind } from '../../shared/delivery';

/** The editor's store of secrets, as far as it is used. */
export interface SecretStorage {
  get(name: string): Thenable<string | undefined>;
  store(name: string, value: string): Thenable<void>;
  delete(name: string): Thenable<void>;
  readonly onDidChange: Event<{ readonly key: string }>;
}

const prefix = 'server:';

/** Secrets of servers: of a contox server one a project, of Context Spine one key. They never leave this store but to the engine. */
export class ServerSecrets {
  constructor(private readonly storage: SecretStorage) {}

  get(kind: SinkKind, projectId: string): Thenable<string | undefined> {
    return this.storage.get(secretName(kind, projectId));
  }

  set(kind: SinkKind, projectId: string, secret: string): Thenable<void> {
    return this.storage.store(secretName(kind, projectId), secret);
  }

  forget(kind: SinkKind, projectId: string): Thenable<void> {
    return this.storage.delete(secretName(kind, projectId));
  }

  /** Secrets of other windows don't always tell; those of this one do. */
  onDidChange(listener: () => void): { dispose(): void } {
    return this.storage.onDidChange(({ key }) => {
      if (key.startsWith(prefix)) listener();
    });
  }
}

function secretName(kind: SinkKind, projectId: string): string {
  return kind === 'contextSpine' ? `${prefix}contextSpine` : `${prefix}contox:${projectId}`;
}
