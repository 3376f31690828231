import { randomBytes } from 'node:crypto';
import { EngineError } from '../../base/engineError';
import type { Engine } from '../engine';
import type { EngineParts } from '../engineParts';
import { SecretVault } from '../secrets/secretVault';
import { HmacSecretStore } from './hmacSecretStore';

const overlapMs = 24 * 3_600_000;

/** The secrets with which requests of a project are signed: made when first asked for, sealed at rest. */
export function createHmacSecrets(
  parts: EngineParts,
): Pick<Engine, 'getHmacSecret' | 'rotateHmacSecret' | 'getSigningSecrets'> {
  const { runner, projects, events, ports } = parts;
  const store = new HmacSecretStore(parts.db);
  const vault = new SecretVault(ports.secrets);
  const opening = new OpenedSecrets(vault);
  const seal = (projectId: string): Promise<string> =>
    vault.seal(place(projectId), `hmac_secret_${randomBytes(32).toString('base64url')}`);

  const open = async (projectId: string, sealed: string): Promise<string> => {
    const secret = await vault.open(place(projectId), sealed);
    if (secret !== undefined) return secret;
    throw new EngineError(
      'conflict',
      'The key that sealed the HMAC secret is gone; rotate the secret to get a new one',
    );
  };
  const ensure = async (projectId: string): Promise<string> => {
    const known = store.current(projects.get(projectId).id);
    if (known !== undefined) return known;
    const sealed = await seal(projectId);
    return runner.commit('getHmacSecret', () => {
      runner.touch(projects.get(projectId).id);
      const meanwhile = store.current(projectId);
      if (meanwhile === undefined) store.put(projectId, sealed, ports.clock.now(), 0);
      return meanwhile ?? sealed;
    });
  };
  const rotate = runner.writeAfter(
    'rotateHmacSecret',
    ({ projectId }) => seal(projects.get(projectId).id),
    ({ projectId }, sealed) => {
      projects.getWritable(projectId);
      const now = ports.clock.now();
      store.put(projectId, sealed, now, now + overlapMs);
      events.append({ projectId, type: 'hmac_secret.rotated', source: 'person', payload: { projectId } });
      return { secret: '', previousValidUntil: new Date(now + overlapMs).toISOString() };
    },
  );
  return {
    getHmacSecret: runner.read('getHmacSecret', async ({ projectId }) => ({
      secret: await open(projectId, await ensure(projectId)),
    })),
    // What is remembered of the call has no secret in it, so that is opened afterwards.
    async rotateHmacSecret(params, options) {
      const rotated = await rotate(params, options);
      return { ...rotated, secret: await open(params.projectId, await ensure(params.projectId)) };
    },
    getSigningSecrets: runner.read('getSigningSecrets', async ({ projectId }) => {
      let sealed = store.validAt(projectId, ports.clock.now());
      if (sealed.length === 0) {
        await ensure(projectId);
        sealed = store.validAt(projectId, ports.clock.now());
      }
      const opened = sealed.map((one) => opening.open(place(projectId), one));
      return { secrets: (await Promise.all(opened)).filter((secret) => secret !== undefined) };
    }),
  };
}

const place = (projectId: string): string => `${projectId}/hmacSecret`;

const mostOpened = 100;

/** Every signed request needs its project's secret, and to open one takes longer than to check a signature with it. */
class OpenedSecrets {
  private readonly opened = new Map<string, Promise<string | undefined>>();

  constructor(private readonly vault: SecretVault) {}

  open(where: string, sealed: string): Promise<string | undefined> {
    const key = `${where} ${sealed}`;
    const known = this.opened.get(key);
    if (known) return known;
    const opened = this.vault.open(where, sealed);
    if (this.opened.size >= mostOpened) this.opened.clear();
    this.opened.set(key, opened);
    // A key store that could not be read may be back the next time.
    opened.catch(() => this.opened.delete(key));
    return opened;
  }
}
