import type { OpenFolder, Project } from '../../../shared/project';
import { cleanName } from '../../cleanText';
import type { EnginePorts } from '../../ports';
import { createProject } from '../createProject';
import type { ProjectParts } from '../projectParts';
import type { ProjectRow, ProjectStore } from '../projectStore';
import { type Candidates, chooseProject, isAnotherRepository } from './chooseProject';
import { type FolderFacts, readFolderFacts } from './folderFacts';
import { folderExists } from './realFolder';

/** What is known before the transaction. */
export interface OpenFacts {
  readonly folder: FolderFacts;
  /** Whether a folder of the pinned project is still there. */
  readonly pinnedElsewhere: boolean;
}

export async function prepareOpenFolder(
  store: ProjectStore,
  params: OpenFolder,
  ports: EnginePorts,
): Promise<OpenFacts> {
  const folder = await readFolderFacts(params, ports);
  const others = folder.pin ? store.foldersOf(folder.pin.projectId).filter((path) => path !== folder.path) : [];
  const there = await Promise.all(others.map(folderExists));
  return { folder, pinnedElsewhere: there.includes(true) };
}

/** The project of a folder, made where there is none; see `chooseProject` for which one it is. */
export function openFolder(parts: ProjectParts, { folder, pinnedElsewhere }: OpenFacts): Project {
  const chosen = chooseProject(folder, findCandidates(parts.store, folder, pinnedElsewhere));
  unlinkOthers(parts, folder);
  if (!chosen) return createForFolder(parts, folder);
  if (chosen.status === 'archived') return parts.access.get(chosen.id);
  return linkFolder(parts, chosen, folder);
}

function findCandidates(store: ProjectStore, folder: FolderFacts, pinnedElsewhere: boolean): Candidates {
  const { path, pin, repository } = folder;
  const pinned = pin && store.findRow(pin.projectId);
  return {
    pinned,
    pinnedHere: pinned !== undefined && store.foldersOf(pinned.id).includes(path),
    pinnedElsewhere,
    inFolder: store.rowsInFolder(path),
    ofRepository: repository?.rootCommit
      ? store.rowsOfRepository(repository.rootCommit, repository.remote, repository.prefix)
      : [],
  };
}

/** A project whose repository is not in this folder any more must not be scanned from it. */
function unlinkOthers(parts: ProjectParts, folder: FolderFacts): void {
  for (const project of parts.store.rowsInFolder(folder.path)) {
    if (project.status === 'archived' || !isAnotherRepository(folder, project)) continue;
    parts.store.removeFolder(project.id, folder.path);
    if (project.localPath === folder.path) updateRow(parts, project, { localPath: null });
  }
}

function createForFolder(parts: ProjectParts, folder: FolderFacts): Project {
  const { pin, repository, path } = folder;
  // The pin's id makes one project of the same folder on two machines; an id that is taken was refused above.
  const id = pin && !parts.store.findRow(pin.projectId) ? pin.projectId : undefined;
  const pinnedName = pin?.projectName === undefined ? '' : parts.redactor.redact(pin.projectName).text;
  const name = cleanName(pinnedName, 100) || cleanName(folder.name, 100) || 'Project';
  return createProject(
    parts,
    { name, localPath: path },
    {
      ...(id === undefined ? {} : { id }),
      rootCommit: repository?.rootCommit ?? null,
      remote: repository?.remote ?? null,
      repositoryPath: repository?.prefix ?? '',
    },
  );
}

/** Notes where the project was opened, and what was learned about its repository since. */
function linkFolder(parts: ProjectParts, project: ProjectRow, folder: FolderFacts): Project {
  const { repository, path } = folder;
  parts.runner.touch(project.id);
  parts.store.addFolder(project.id, path, parts.ports.clock.now());
  updateRow(parts, project, {
    localPath: path,
    ...(repository?.rootCommit ? { rootCommit: repository.rootCommit, repositoryPath: repository.prefix } : {}),
    ...(repository?.remote ? { remote: repository.remote } : {}),
  });
  return parts.access.get(project.id);
}

function updateRow(parts: ProjectParts, project: ProjectRow, wanted: Partial<ProjectRow>): void {
  const changed = (Object.keys(wanted) as (keyof ProjectRow)[]).filter((field) => wanted[field] !== project[field]);
  if (changed.length === 0) return;
  parts.store.update(project.id, { ...wanted, updatedAt: parts.ports.clock.now() });
  parts.events.append({
    projectId: project.id,
    type: 'project.updated',
    source: 'editor',
    payload: { projectId: project.id, changed },
    refs: [{ entity_type: 'project', external_id: project.id }],
  });
  parts.emit({ kind: 'projects' });
}
