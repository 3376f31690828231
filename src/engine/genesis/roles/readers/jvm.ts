import { type Area, isAidName, type Project, type Saying } from '../project';

/** `testImplementation(project(":shop:testing"))`, `api projects.shop.core`. */
const gradleUse =
  /\b([a-z]\w{1,60})[ \t]{0,4}\(?[ \t]{0,4}(?:(?:platform|testFixtures|enforcedPlatform)\()?[ \t]{0,4}(?:project[ \t]{0,4}\([ \t]{0,4}(?:path[ \t]{0,4}[:=][ \t]{0,4})?["']([\w:./-]{1,200})["']|projects\.([\w.]{1,200}))/g;

/** Where the dependencies of a set of sources begin: `val commonTest by getting {`, `jvmMain.dependencies {`. */
const sourceSet = /\b([a-z]\w{0,40}(?:Main|Test))\b/g;

/** Plugins of modules that test or measure an application from outside. */
const gradleTestPlugin =
  /(?:\bid[ \t]{0,4}\(?[ \t]{0,4}["']|\bapply plugin:[ \t]{0,4}["'])(?:com\.android\.test|androidx\.benchmark|androidx\.baselineprofile)["']|\balias[ \t]{0,4}\([ \t]{0,4}\w{1,40}\.plugins\.(?:\w{1,40}\.){0,3}android\.?[tT]est[ \t]{0,4}\)/;
/** Measures beside the code of any module; one that has nothing else is called so. */
const measurePlugin = /\bid[ \t]{0,4}\(?[ \t]{0,4}["']me\.champeau\.jmh["']/;
const measureName = /(?:^|[-_.])(?:jmh|(?:micro)?bench(?:mark)?(?:s|ing)?|perf(?:ormance)?)(?:$|[-_.])/i;

/** A module with it is given to others: what it is called after tests for helps theirs. */
const publishPlugin =
  /\b(?:apply plugin:[ \t]{0,4}|id[ \t]{0,4}\(?[ \t]{0,4})["'](?:com\.vanniktech\.maven\.publish|maven-publish)["']/;

/** A module of Gradle, which others name by its folders. */
export function readGradleBuild(text: string, folder: string): Saying {
  const uses: string[] = [];
  const testUses: string[] = [];
  const sets = text.includes('sourceSets') ? [...text.matchAll(sourceSet)] : [];
  for (const { index, 1: configuration = '', 2: path, 3: accessor } of text.matchAll(gradleUse)) {
    const used = path === undefined ? accessorName(accessor ?? '') : lastOf(path);
    const set = sets.findLast((one) => one.index < index)?.[1] ?? '';
    (/test/i.test(`${configuration} ${set}`) ? testUses : uses).push(used);
  }
  const name = folder.slice(folder.lastIndexOf('/') + 1);
  const isMeasure =
    (gradleTestPlugin.test(text) &&
      !/com\.android\.(?:application|library)["']|\.plugins\.[\w.]{0,60}android\.?(?:[aA]pplication|[lL]ibrary)\b/.test(
        text,
      )) ||
    (measureName.test(name) && measurePlugin.test(text));
  const project = moduleOf({ kind: 'gradle', folder, name, uses, testUses }, isMeasure);
  if (!publishPlugin.test(text)) return { projects: [project] };
  const { isAid: _, ...published } = project;
  return { projects: [published] };
}

/** `:shop:user-testing` and `projects.shop.userTesting` are one: only the last folder is compared, without its case. */
function lastOf(path: string): string {
  return keyOf(path.slice(Math.max(path.lastIndexOf(':'), path.lastIndexOf('/')) + 1));
}

function accessorName(accessor: string): string {
  return keyOf(accessor.slice(accessor.lastIndexOf('.') + 1));
}

function keyOf(name: string): string {
  return name.replaceAll(/[-_.]/g, '').toLowerCase();
}

const pomDependency = /<dependency>([\s\S]{1,3000}?)<\/dependency>/g;

/** A module of Maven, by its artifact. */
export function readPom(text: string, folder: string): Saying {
  const uses: string[] = [];
  const testUses: string[] = [];
  const managed = text.indexOf('<dependencyManagement>');
  const managedEnd = text.indexOf('</dependencyManagement>');
  for (const match of text.matchAll(pomDependency)) {
    if (managed >= 0 && match.index > managed && match.index < managedEnd) continue;
    const block = match[1] ?? '';
    const artifact = /<artifactId>\s{0,40}([\w.-]{1,200})/.exec(block)?.[1];
    if (artifact !== undefined) (/<scope>\s{0,40}test\b/.test(block) ? testUses : uses).push(keyOf(artifact));
  }
  const head =
    text
      .replace(/<parent>[\s\S]{0,3000}?<\/parent>/, '')
      .split(/<(?:dependencies|dependencyManagement|build|profiles)>/, 1)[0] ?? '';
  const name = /<artifactId>\s{0,40}([\w.-]{1,200})/.exec(head)?.[1] ?? folder.slice(folder.lastIndexOf('/') + 1);
  const isSuite = /-its?$/.test(name) && /<artifactId>maven-(?:failsafe|invoker)-plugin</.test(text);
  // What holds the modules of such a suite holds all that they need.
  const holdsSuites =
    /<packaging>\s{0,40}pom\b/.test(head) &&
    /(?:^|-)(?:its?|e2e|(?:integrat(?:ion|ed)|e2e|system|acceptance)-tests?)$/.test(name);
  const areas: Area[] = holdsSuites && folder !== '' ? [{ path: folder, role: 'test' }] : [];
  return { projects: [moduleOf({ kind: 'maven', folder, name, uses, testUses }, isSuite)], areas };
}

interface Module extends Pick<Project, 'kind' | 'folder' | 'uses' | 'testUses'> {
  readonly name: string;
}

function moduleOf({ name, ...module }: Module, isTest: boolean): Project {
  return {
    ...module,
    names: [keyOf(name)],
    ...(isTest ? { role: 'test' as const } : {}),
    ...(isAidName(name) ? { isAid: true as const } : {}),
  };
}
