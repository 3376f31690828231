import type { FileRole } from '../../sourceFile';
import { isAidName, type Project, type Saying } from '../project';

/** Packages that run tests or benchmarks: nobody's product asks for them. */
const runners =
  /^(?:microsoft\.net\.test\.sdk|xunit|xunit\.(?:core|runner\.\w{1,40}|v3(?:\.[\w.-]{1,40})?)|nunit|nunit3testadapter|mstest(?:\.[\w.]{1,40})?|tunit|coverlet\.\w{1,40}|benchmarkdotnet|nbomber|reqnroll(?:\.[\w.]{1,40})?|specflow(?:\.[\w.]{1,40})?)$/;

/** A product may extend a runner; then it asks for the parts that the runner offers for that. */
const extensions = /extensibility|\.analyzers$|\.abstractions$|^xunit\.v3\.(?:common|assert)/;

/** Packages that only tests ask for, and libraries that help them. */
const testLibraries =
  /^(?:moq|nsubstitute|fakeiteasy|shouldly|fluentassertions|awesomeassertions|autofixture|bogus|respawn|testcontainers(?:\.\w{1,40})?|microsoft\.aspnetcore\.(?:testhost|mvc\.testing)|verify\.\w{1,40}|xunit\.[\w.]{1,40}|nunit[\w.]{1,40}|wiremock\.net|bunit)$/;

/** Builds that are written as a program. */
const builders = /^(?:nuke\.(?:common|components|build)|cake\.frosting|bullseye)$/;

/** What starts the parts of a product together, with databases to try them on, on the machine of those who develop. */
const orchestrates =
  /\bSdk\s{0,4}=\s{0,4}"Aspire\.AppHost\.Sdk|<Sdk\s{1,9}Name="Aspire\.AppHost\.Sdk"|<IsAspireHost>\s{0,10}true/i;

const oldTestProject =
  /\{3AC096D0-A1C2-E12C-1390-A8335801FDAB\}|<Reference\s{1,20}Include="(?:nunit\.framework|xunit\.core|Microsoft\.VisualStudio\.(?:QualityTools\.UnitTestFramework|TestPlatform\.TestFramework))\b/i;

const packageReference = /<PackageReference\b[^>]{0,200}?\bInclude\s{0,4}=\s{0,4}"([^"]{1,200})"/g;
const projectReference = /<ProjectReference\b[^>]{0,200}?\bInclude\s{0,4}=\s{0,4}"([^"]{1,400})"/g;

/** What answers requests or is a program is a product, even where it brings a stand-in for development or for a designer. */
const programs = /\bSdk\s{0,4}=\s{0,4}"Microsoft\.NET\.Sdk\.(?:Web|Worker)\b|<OutputType>\s{0,10}(?:Win)?Exe\s{0,10}</i;

/** A project of MSBuild: what it asks for, and which others it uses, by the names of their files. */
export function readDotnetProject(text: string, folder: string, name: string): Saying {
  const packages = [...text.matchAll(packageReference)].map((match) => (match[1] ?? '').toLowerCase());
  const uses = [...text.matchAll(projectReference)].map((match) => fileName(match[1] ?? '').toLowerCase());
  const stem = name.slice(0, name.lastIndexOf('.'));
  const isTest =
    /<IsTestProject>\s{0,10}true/i.test(text) ||
    /\bSdk\s{0,4}=\s{0,4}"MSTest\.Sdk/i.test(text) ||
    oldTestProject.test(text) ||
    packages.some((one) => runners.test(one) && !extensions.test(one));
  const role: FileRole | undefined = isTest
    ? 'test'
    : stem === '_build' || orchestrates.test(text) || packages.some((one) => builders.test(one))
      ? 'config'
      : undefined;
  const isAid = isAidName(stem) || (!programs.test(text) && packages.some((one) => testLibraries.test(one)));
  const isNamedTest = /(?:^|[a-z\d._-])(?:Tests?|Benchmarks?)$/.test(stem);
  const project: Project = {
    kind: 'dotnet',
    folder,
    names: [name.toLowerCase()],
    ...(role === undefined ? {} : { role }),
    ...(isAid ? { isAid: true } : {}),
    ...(isNamedTest ? { isNamedTest: true } : {}),
    uses,
    testUses: [],
  };
  return { projects: [project] };
}

function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
