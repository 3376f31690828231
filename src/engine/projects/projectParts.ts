import type { EngineParts, ProjectAccess } from '../engineParts';
import type { SecretVault } from '../secrets/secretVault';
import type { MemberStore } from './members/memberStore';
import type { ProjectStore } from './projectStore';

/** What the rules about projects work with. */
export interface ProjectParts extends Omit<EngineParts, 'projects' | 'contexts'> {
  readonly store: ProjectStore;
  readonly members: MemberStore;
  readonly vault: SecretVault;
  readonly access: ProjectAccess;
}

/** Place of the token for the vault, and its name in the store. */
export const githubToken = 'githubToken';
