import * as z from 'zod';
import { addEntry, addLink, approveContext, createContext, populateContexts, updateContext } from '../context';
import { startScan } from '../genesis';
import { createItemBody } from '../item';
import { addMember, createProject, removeMember, updateProject } from '../project';
import { createSession } from '../session';

/** The bodies of requests: the parameters of the Engine's calls without what comes from the path or the credential. */
export const createProjectBody = createProject.omit({ actorId: true });
export const updateProjectBody = updateProject.omit({ projectId: true });
export const addMemberBody = addMember.omit({ projectId: true });
export const removeMemberBody = removeMember.omit({ projectId: true });

export const createContextBody = createContext;
export const updateContextBody = updateContext.omit({ contextId: true });
export const approveContextBody = approveContext.omit({ contextId: true });
export const populateBody = populateContexts;
export const addEntryBody = addEntry;
export const addLinkBody = addLink;

export const createSessionBody = createSession;
export const createItemInProjectBody = createItemBody.extend({
  projectId: z.string().optional(),
  source: z.string().min(1).max(60).optional(),
});

export const startScanBody = startScan;
