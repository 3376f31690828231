import assert from 'node:assert/strict';
import { type Candidates, chooseProject } from '../../../src/engine/projects/folder/chooseProject';
import type { FolderFacts } from '../../../src/engine/projects/folder/folderFacts';
import type { ProjectRow } from '../../../src/engine/projects/projectStore';

const project = (id: string, rootCommit: string | null, remote: string | null): ProjectRow => ({
  id,
  name: id,
  description: '',
  visibility: 'private',
  status: 'active',
  aiTier: null,
  repoUrl: null,
  githubUsername: null,
  repoAuthMethod: null,
  deepEnrichEnabled: 0,
  localPath: null,
  rootCommit,
  remote,
  repositoryPath: '',
  createdAt: 0,
  updatedAt: 0,
});

const folder = (rootCommit: string | null, remote: string | null): FolderFacts => ({
  path: '/code/app',
  name: 'app',
  repository: { prefix: '', rootCommit, remote },
  pin: undefined,
});
const withoutGit: FolderFacts = { path: '/code/app', name: 'app', repository: undefined, pin: undefined };
const a = project('a', 'r1', 'host/a');
const b = project('b', 'r2', 'host/b');
const plain = project('plain', null, null);

interface Case {
  readonly says: string;
  readonly facts: FolderFacts;
  readonly candidates: Partial<Candidates>;
  readonly chosen: string | undefined;
}

const cases: Case[] = [
  { says: 'nothing is known of it: a new project', facts: withoutGit, candidates: {}, chosen: undefined },
  { says: 'opened before', facts: folder('r1', 'host/a'), candidates: { inFolder: [a] }, chosen: 'a' },
  { says: 'opened before, without git now', facts: withoutGit, candidates: { inFolder: [a] }, chosen: 'a' },
  { says: 'became a repository since', facts: folder('r9', null), candidates: { inFolder: [plain] }, chosen: 'plain' },
  {
    says: 'another repository in the folder',
    facts: folder('r2', null),
    candidates: { inFolder: [a] },
    chosen: undefined,
  },
  { says: 'history rewritten, same remote', facts: folder('r7', 'host/a'), candidates: { inFolder: [a] }, chosen: 'a' },
  { says: 'a clone', facts: folder('r1', 'host/a'), candidates: { ofRepository: [a] }, chosen: 'a' },
  {
    says: 'the folder that was opened goes before the repository',
    facts: folder('r1', 'host/a'),
    candidates: { inFolder: [project('here', 'r1', 'host/fork')], ofRepository: [a] },
    chosen: 'here',
  },
  {
    says: 'pinned, same repository',
    facts: folder('r1', 'host/fork'),
    candidates: { pinned: a, pinnedElsewhere: true },
    chosen: 'a',
  },
  {
    says: 'pinned by another repository: refused',
    facts: folder('r2', 'host/b'),
    candidates: { pinned: a, pinnedElsewhere: true, ofRepository: [b] },
    chosen: 'b',
  },
  {
    says: 'pinned by another repository after the folder of the project is gone: refused',
    facts: folder('r2', 'host/b'),
    candidates: { pinned: a, pinnedElsewhere: false },
    chosen: undefined,
  },
  {
    says: 'pinned by a folder without git to a project in use: refused',
    facts: withoutGit,
    candidates: { pinned: plain, pinnedElsewhere: true },
    chosen: undefined,
  },
  {
    says: 'pinned by a folder without git, moved here',
    facts: withoutGit,
    candidates: { pinned: plain, pinnedElsewhere: false },
    chosen: 'plain',
  },
  {
    says: 'pinned here, though it was opened elsewhere too',
    facts: withoutGit,
    candidates: { pinned: plain, pinnedHere: true, pinnedElsewhere: true },
    chosen: 'plain',
  },
  {
    says: 'a pin goes before the folder',
    facts: folder('r1', 'host/a'),
    candidates: { pinned: a, inFolder: [project('here', 'r1', 'host/a')] },
    chosen: 'a',
  },
];

describe('chooseProject', () => {
  for (const { says, facts, candidates, chosen } of cases)
    it(says, () => {
      const none = { pinned: undefined, pinnedHere: false, pinnedElsewhere: false, inFolder: [], ofRepository: [] };
      assert.equal(chooseProject(facts, { ...none, ...candidates })?.id, chosen);
    });
});
