import * as z from 'zod';

export const projectVisibility = z.enum(['public', 'private']);
export const projectStatus = z.enum(['active', 'archived']);
export const aiTier = z.enum(['small', 'medium']);
export const memberRole = z.enum(['owner', 'admin', 'member']);
export type MemberRole = z.infer<typeof memberRole>;

/** One project. Times are ISO 8601 UTC with milliseconds. */
export const project = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  visibility: projectVisibility,
  status: projectStatus,
  aiTier: aiTier.nullable(),
  repoUrl: z.string().nullable(),
  githubUsername: z.string().nullable(),
  repoAuthMethod: z.string().nullable(),
  hasGithubToken: z.boolean(),
  deepEnrichEnabled: z.boolean(),
  memberCount: z.number().int(),
  /** The folder on this machine that Genesis scans, absolute. */
  localPath: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Project = z.infer<typeof project>;

export const createProject = z.object({
  name: z.string().trim().min(1).max(100),
  description: z.string().max(500).optional(),
  visibility: projectVisibility.optional(),
  localPath: z.string().min(1).nullable().optional(),
  /** Who makes it and so owns it, from the credential and never from the body; absent: the user of this machine. */
  actorId: z.string().optional(),
});
export type CreateProject = z.infer<typeof createProject>;

export const updateProject = z.object({
  projectId: z.string(),
  name: z.string().trim().min(1).max(100).optional(),
  description: z.string().max(500).optional(),
  visibility: projectVisibility.optional(),
  status: projectStatus.optional(),
  aiTier: aiTier.nullable().optional(),
  repoUrl: z
    .string()
    .regex(/^https:\/\/github\.com\/[\w.-]+\/[\w.-]+$/, 'must match https://github.com/owner/repo')
    .nullable()
    .optional(),
  githubToken: z.string().min(1).optional(),
  deepEnrichEnabled: z.boolean().optional(),
  disconnectGithub: z.literal(true).optional(),
  localPath: z.string().min(1).nullable().optional(),
});
export type UpdateProject = z.infer<typeof updateProject>;

export const projectRef = z.object({ projectId: z.string() });
export type ProjectRef = z.infer<typeof projectRef>;

/**
 * A folder that an editor opened; the project is found by root commit, remote and path, or made. `trusted: false` (default
 * true) starts no git and reads no file of the folder, so only its path counts.
 */
export const openFolder = z.object({
  path: z.string().min(1),
  name: z.string().optional(),
  trusted: z.boolean().optional(),
});
export type OpenFolder = z.infer<typeof openFolder>;

/** `.contox.json` of a folder: says which project it belongs to. It is a file of a repository, so nothing in it is trusted. */
export const projectPin = z.object({
  projectId: z.string().regex(/^proj_[0-9A-Za-z]{6,40}$/),
  projectName: z.string().max(200).optional(),
});
export type ProjectPin = z.infer<typeof projectPin>;

export const member = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  role: memberRole,
  joinedAt: z.string(),
});
export type Member = z.infer<typeof member>;

export const addMember = z.object({
  projectId: z.string(),
  email: z.email().max(320),
  name: z.string().max(100).optional(),
  role: z.enum(['admin', 'member']).optional(),
});
export type AddMember = z.infer<typeof addMember>;

export const removeMember = z.object({ projectId: z.string(), userId: z.string() });
export type RemoveMember = z.infer<typeof removeMember>;
