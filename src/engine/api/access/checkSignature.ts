import type { Clock } from '../../../base/clock';
import { isEngineError } from '../../../base/engineError';
import { sha256 } from '../../../base/sha256';
import type { Engine } from '../../engine';
import { isSignatureForm, signatureWindowSeconds, verifySignature } from '../../signature';
import { ApiError } from '../apiError';
import type { ApiRequest } from '../message';
import type { Caller } from '../route';

/** So long secrets are kept here: who sends a thousand events a second need not ask for them as often. */
const keptMs = 5_000;
const mostKept = 1_000;

interface Kept {
  readonly secrets: readonly string[];
  readonly until: number;
}

/** Verifies HMAC signatures, in the order that is agreed upon: project, form, time, signature. */
export class SignatureCheck {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly engine: Engine,
    private readonly clock: Clock,
  ) {}

  async check(request: ApiRequest): Promise<Caller> {
    const { headers } = request;
    const projectId = headers['x-contox-project'];
    const timestamp = headers['x-contox-timestamp'];
    const signature = headers['x-contox-signature'];
    if (projectId === undefined || projectId === '') throw invalidSignature();
    const secrets = await this.secretsOf(projectId);
    if (timestamp === undefined || signature === undefined || !isSignatureForm(timestamp, signature))
      throw invalidSignature();
    if (Math.abs(this.clock.now() / 1000 - Number(timestamp)) > signatureWindowSeconds)
      throw new ApiError(401, 'Timestamp expired');
    const body = await request.readBody();
    const signed = { timestamp, body, signature };
    // A secret may be newer than what is kept here.
    if (!verifySignature(secrets, signed) && !verifySignature(await this.askFor(projectId), signed))
      throw invalidSignature();
    return {
      isLocalOwner: false,
      roles: { [projectId]: 'member' },
      rateKey: `signed ${projectId}`,
      // Begins with the time, so that keys of one moment lie beside each other in the store.
      signatureKey: `${timestamp}.${sha256(signature).slice(0, 32)}`,
    };
  }

  private secretsOf(projectId: string): readonly string[] | Promise<readonly string[]> {
    const kept = this.kept.get(projectId);
    return kept && kept.until > this.clock.now() ? kept.secrets : this.askFor(projectId);
  }

  private async askFor(projectId: string): Promise<readonly string[]> {
    this.kept.delete(projectId);
    try {
      const { secrets } = await this.engine.getSigningSecrets({ projectId });
      if (this.kept.size >= mostKept) this.kept.clear();
      this.kept.set(projectId, { secrets, until: this.clock.now() + keptMs });
      return secrets;
    } catch (error) {
      if (isEngineError(error, 'notFound')) throw new ApiError(404, 'Project not found');
      throw error;
    }
  }
}

export const invalidSignature = (): ApiError => new ApiError(401, 'Invalid signature');
