import type { ManagedVersion, ManifestFacts, Requirement, RuntimeVersion, Scope } from '../../manifestFacts';
import { childNamed, childrenNamed, childText, parseXml, type XmlElement } from '../../text/xmlTree';

/** `provided` and `system` come from where the program runs; they are needed to build. */
const scopes: Readonly<Record<string, Scope>> = {
  compile: 'runtime',
  runtime: 'runtime',
  provided: 'build',
  system: 'build',
  test: 'test',
};

const javaProperties = ['java.version', 'maven.compiler.release', 'maven.compiler.source', 'maven.compiler.target'];

export function parsePom(text: string): ManifestFacts | undefined {
  const project = parseXml(text).find((element) => element.name === 'project');
  if (project === undefined) return undefined;
  const parent = childNamed(project, 'parent');
  const group = childText(project, 'groupId') || childText(parent, 'groupId');
  const version = childText(project, 'version') || childText(parent, 'version');
  const description = childText(project, 'description');
  const license = childText(project, 'licenses', 'license', 'name');
  const properties: Record<string, string> = { 'project.version': version, 'project.groupId': group };
  const given = childNamed(project, 'properties')?.children ?? [];
  for (const property of given) properties[property.name] = property.text;
  return {
    ecosystem: 'maven',
    format: 'pom.xml',
    name: `${group}:${childText(project, 'artifactId')}`,
    ...(version === '' ? {} : { version }),
    ...(description === '' ? {} : { description }),
    ...(license === '' ? {} : { license }),
    requirements: [...dependenciesOf(project), ...profileDependencies(project), ...pluginsOf(project)],
    managed: managedOf(project),
    runtimes: runtimesOf(project),
    properties,
    ...(given.length === 0 ? {} : { propertyLines: Object.fromEntries(given.map(({ name, line }) => [name, line])) }),
    members: childrenNamed(childNamed(project, 'modules'), 'module').map((module) => module.text),
    ...(parent === undefined ? {} : { parent: { ...coordinate(parent), line: parent.line } }),
    ...(parent === undefined ? {} : { includes: [childText(parent, 'relativePath') || '../pom.xml'] }),
  };
}

function coordinate(element: XmlElement): { name: string; version: string } {
  return {
    name: `${childText(element, 'groupId')}:${childText(element, 'artifactId')}`,
    version: childText(element, 'version'),
  };
}

function dependenciesOf(owner: XmlElement): Requirement[] {
  return childrenNamed(childNamed(owner, 'dependencies'), 'dependency').map((dependency) => {
    const { name, version } = coordinate(dependency);
    const scope = childText(dependency, 'optional') === 'true' ? 'optional' : scopes[childText(dependency, 'scope')];
    const open = scope === undefined ? { isScopeOpen: true as const } : {};
    return { name, declared: version, scope: scope ?? 'runtime', line: dependency.line, ...open };
  });
}

function profileDependencies(project: XmlElement): Requirement[] {
  return childrenNamed(childNamed(project, 'profiles'), 'profile').flatMap(dependenciesOf);
}

function pluginsOf(project: XmlElement): Requirement[] {
  const build = childNamed(project, 'build');
  return childrenNamed(childNamed(build, 'plugins'), 'plugin').map((plugin) => ({
    name: `${childText(plugin, 'groupId') || 'org.apache.maven.plugins'}:${childText(plugin, 'artifactId')}`,
    declared: childText(plugin, 'version'),
    scope: 'build',
    line: plugin.line,
    plugin: true,
  }));
}

function managedOf(project: XmlElement): ManagedVersion[] {
  const dependencies = childNamed(project, 'dependencyManagement', 'dependencies');
  return childrenNamed(dependencies, 'dependency').map((dependency) => {
    const written = childText(dependency, 'scope');
    const scope = scopes[written];
    return {
      ...coordinate(dependency),
      line: childNamed(dependency, 'version')?.line ?? dependency.line,
      ...(written === 'import' ? { bom: true as const } : {}),
      ...(scope === undefined ? {} : { scope }),
    };
  });
}

function runtimesOf(project: XmlElement): RuntimeVersion[] {
  const properties = childNamed(project, 'properties')?.children ?? [];
  const found = javaProperties.flatMap((name) => properties.find((property) => property.name === name) ?? []);
  const java = found[0];
  const kotlin = properties.find((property) => property.name === 'kotlin.version');
  return [
    ...(java === undefined ? [] : [{ name: 'java', version: java.text, line: java.line }]),
    ...(kotlin === undefined ? [] : [{ name: 'kotlin', version: kotlin.text, line: kotlin.line }]),
  ];
}
