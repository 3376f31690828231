import type { Extractor } from '../../../extractor';
import { folderOf, foldersUp } from '../../../facts/paths';
import { roughBytesOf } from '../../../facts/roughSize';
import type { FileRecord, ScanModel } from '../../../scanModel';
import { packedLibraries } from '../libraries/packedLibraries';
import { applicationExtractor } from './extractors/applicationExtractor';
import { placeAt as at, isBuildTool, type Program } from './program';

interface ProjectOutput {
  /** Of the last `<OutputType>` of the file. */
  readonly output?: string;
  /** `Microsoft.NET.Sdk` alone builds libraries, unless it is told otherwise. */
  readonly isPlain: boolean;
  /** What is typed to start the tool that it is packed as, and the line (1-based) that says so. */
  readonly tool?: { readonly name: string; readonly line: number };
  /** It is built of files of other folders. */
  readonly isElsewhere?: true;
}

/** What a project of .NET, or the settings of all projects below a folder, say that comes out of a build. */
export const projectOutputExtractor: Extractor<ProjectOutput> = {
  id: 'entryPoints/projectOutputs',
  version: 3,
  wants: (file) => /(?:\.csproj|(?:^|\/)Directory\.Build\.(?:props|targets))$/i.test(file.path),
  extract(file) {
    if (file.text.length > 200_000) return undefined;
    const output = [...file.text.matchAll(/<OutputType>\s{0,9}(\w{1,20})\s{0,9}</gi)].at(-1)?.[1];
    const tool = /<ToolCommandName>\s{0,9}([\w.-]{1,80})\s{0,9}</.exec(file.text);
    return {
      ...(tool?.[1] === undefined ? {} : { tool: { name: tool[1], line: file.lineAt(tool.index) } }),
      isPlain: /<Project\b[^>]{0,200}\bSdk="Microsoft\.NET\.Sdk"/.test(file.text),
      ...(output === undefined ? {} : { output }),
      ...(/<Compile\s{1,9}Include="\.\.[\\/]/.test(file.text) ? { isElsewhere: true } : {}),
    };
  },
};

/** A library may have a class of that name, which nothing starts. */
function isLibrary(project: string, model: ScanModel): boolean {
  const facts = model.factsIn(projectOutputExtractor, project);
  if (facts === undefined) return false;
  if (facts.output !== undefined) return /^library$/i.test(facts.output);
  const isShared = [...foldersUp(folderOf(project))].some((folder) =>
    ['props', 'targets'].some(
      (kind) =>
        model.factsIn(projectOutputExtractor, `${folder === '' ? '' : `${folder}/`}Directory.Build.${kind}`)?.output !==
        undefined,
    ),
  );
  return facts.isPlain && !isShared;
}

/** By custom at the top, with capitals: what those who develop run. */
const tools = /^(?:src\/)?Tools\//;

/** What is built is called like the project file; of several in a folder nobody knows which one is meant. */
export function dotnetProgram(file: FileRecord, line: number, model: ScanModel): Program | undefined {
  const folder = folderOf(file.path);
  const projects = model.files.filter(({ path }) => path.endsWith('.csproj') && folderOf(path) === folder);
  const [project] = projects;
  if (project === undefined || project.role === 'test') return undefined;
  const stem = project.path.slice(project.path.lastIndexOf('/') + 1, -'.csproj'.length);
  if (isBuildTool(stem) || tools.test(file.path) || isLibrary(project.path, model)) return undefined;
  const tool = projects.length === 1 ? model.factsIn(projectOutputExtractor, project.path)?.tool : undefined;
  if (tool !== undefined) return { name: tool.name, place: at(file.path, line), named: at(project.path, tool.line) };
  const name = projects.length === 1 ? stem : folder.slice(folder.lastIndexOf('/') + 1);
  return { name: name || model.name, place: at(file.path, line) };
}

/** A `Main` that is not in `Program.cs`, beside the one project file that says that a program is built of it. */
export function startedProject(file: FileRecord, line: number, model: ScanModel): Program | undefined {
  const folder = folderOf(file.path);
  const [project, second] = model.files.filter(({ path }) => path.endsWith('.csproj') && folderOf(path) === folder);
  if (project === undefined || second !== undefined || project.role === 'test') return undefined;
  const name = model.factsIn(applicationExtractor, project.path)?.name;
  return name === undefined ? undefined : { name, place: at(file.path, line) };
}

/** Of the code of .NET; a program has more of its own. */
const smallestShare = 0.02;

/** The programs without those that only try out a library which is packed for others: some lines in a project of their own. */
export function withoutTrials(programs: readonly Program[], model: ScanModel): readonly Program[] {
  const isOfNet = ({ place: { path } }: Program): boolean => /\.cs(?:proj)?$/.test(path);
  if (!programs.some(isOfNet) || model.inventory.routes.length > 0 || packedLibraries(model, true).length === 0)
    return programs;
  const code = model.files.filter(({ language, role }) => language === 'csharp' && role === 'source');
  const sizeIn = (folder: string): number =>
    code.reduce((sum, file) => sum + (folder === '' || file.path.startsWith(`${folder}/`) ? roughBytesOf(file) : 0), 0);
  const least = sizeIn('') * smallestShare;
  return programs.filter((program) => {
    const { path } = program.place;
    const isElsewhere = model.factsIn(projectOutputExtractor, path)?.isElsewhere === true;
    return !isOfNet(program) || isElsewhere || sizeIn(folderOf(path)) >= least;
  });
}
