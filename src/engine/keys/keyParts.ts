import type { EngineParts } from '../engineParts';
import type { MemberStore } from '../projects/members/memberStore';
import type { KeyStore } from './keyStore';

/** What the rules about keys work with. */
export interface KeyParts extends EngineParts {
  readonly keys: KeyStore;
  readonly members: MemberStore;
}
