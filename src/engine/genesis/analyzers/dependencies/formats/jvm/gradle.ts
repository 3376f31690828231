import { LineIndex } from '../../../../languages/lineIndex';
import { withoutComments } from '../../../../languages/sourceText';
import type { ManifestFacts, Requirement, RuntimeVersion } from '../../manifestFacts';
import { gradleRequirement } from './gradleRequirements';
import { placeholders } from './placeholders';
import { settingsCatalog } from './settingsCatalog';

const notation = { line: '//', block: ['/*', '*/'] as const, quotes: ['"', "'"] };

/** `commonTest {`, `val jvmTest by getting {`, `named("jsTest") {`, `testing {` */
const testBlock =
  /^\s{0,40}(?:(?:val\s{1,9})?["']?(?:\w{0,40}Test|test|testing)["']?(?:\s{1,9}by\s{1,9}\w{1,20}(?:\([^)\n]{0,60}\))?|\.dependencies)?|(?:named|getByName|create|register)(?:<\w{1,40}>)?\(["']\w{0,40}[tT]est["']\))\s{0,9}\{/;

/** `build.gradle` and `build.gradle.kts`: programs, of which the usual lines are read and nothing is run. */
export function parseGradle(text: string, path: string): ManifestFacts {
  const requirements: Requirement[] = [];
  const runtimes: RuntimeVersion[] = [];
  // What a platform offers to those who ask for it; nobody has it by that.
  let constraints = 0;
  // How deep a block of sources for tests is open, as multiplatform projects and suites have them.
  let tests = 0;
  for (const [index, line] of withoutComments(text, notation).split('\n').entries()) {
    if (tests > 0 || testBlock.test(line)) tests += line.split('{').length - line.split('}').length;
    if (constraints > 0 || /^\s{0,40}constraints\s{0,3}\{/.test(line)) {
      constraints += line.split('{').length - line.split('}').length;
      continue;
    }
    const plugin = gradlePlugin(line, index + 1);
    const requirement = plugin ?? gradleRequirement(line, index + 1);
    if (requirement !== undefined)
      requirements.push(tests > 0 && requirement.scope === 'runtime' ? { ...requirement, scope: 'test' } : requirement);
    const java = javaVersion(line);
    if (java !== undefined && runtimes.length === 0) runtimes.push({ name: 'java', version: java, line: index + 1 });
  }
  const kotlin = requirements.find(
    (found) => found.plugin && /^plugin:(org\.jetbrains\.kotlin|kotlin)/.test(found.name),
  );
  if (kotlin !== undefined) runtimes.push({ name: 'kotlin', version: kotlin.declared, line: kotlin.line });
  return {
    ecosystem: 'maven',
    format: path.slice(path.lastIndexOf('/') + 1),
    requirements,
    runtimes,
    properties: gradleConstants(text),
  };
}

/** Plugins are named `plugin:<id>`, so that they never look like a library. */
function gradlePlugin(line: string, at: number): Requirement | undefined {
  const written =
    /^\s{0,40}(?:id|kotlin)\s{0,3}\(?\s{0,3}["']([\w.-]{2,120})["'](?:\s{0,3}\))?(?:\s{1,9}version\s{0,3}\(?\s{0,3}["']?([^"'\s)]{1,80}))?/.exec(
      line,
    ) ?? /^\s{0,40}apply[\s(]{1,4}plugin\s{0,3}[:=]\s{0,3}["']([\w.-]{2,120})["']/.exec(line);
  const isUnapplied = /\bapply\s{0,9}\(?\s{0,9}false\b/.test(line) ? { isUnapplied: true as const } : {};
  const base = { scope: 'build' as const, line: at, plugin: true as const, ...isUnapplied };
  if (written?.[1] !== undefined) {
    const id = /^\s{0,40}kotlin/.test(line) ? `org.jetbrains.kotlin.${written[1]}` : written[1];
    const version = placeholders(written[2] ?? '');
    return { name: `plugin:${id}`, declared: version, ...base };
  }
  const alias = /^\s{0,40}alias\s{0,3}\(?\s{0,3}([a-zA-Z]\w{0,60}(?:\.\w{1,60}){1,8})/.exec(line)?.[1];
  return alias === undefined ? undefined : { name: '', declared: '', alias, ...base };
}

function javaVersion(line: string): string | undefined {
  const found =
    /(?:sourceCompatibility|targetCompatibility)\s{0,3}[=(]?\s{0,3}(?:JavaVersion\.VERSION_)?["']?(1[._]\d{1,2}|\d{1,2})\b/.exec(
      line,
    ) ??
    /JavaLanguageVersion\.of\(\s{0,3}["']?(\d{1,2})/.exec(line) ??
    /jvmToolchain\s{0,3}\(?\s{0,3}(\d{1,2})/.exec(line);
  return found?.[1]?.replace('_', '.');
}

/** `libs += [`, `ext.versions = [` */
const map = /^\s{0,40}(?:(?:project\.)?ext\.)?(\w{1,60})\s{0,9}\+?=\s{0,9}\[\s{0,9}$/;

/**
 * Constants of a script of Gradle or sbt, an `ext` block, an object in buildSrc (`Versions.kotlin`), or a map of Groovy
 * (`libs.jackson`).
 */
export function gradleConstants(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  let owner = '';
  for (const line of withoutComments(text, notation).split('\n')) {
    const opened = /^\s{0,40}(?:internal\s+)?object\s+(\w{1,80})/.exec(line)?.[1] ?? map.exec(line)?.[1];
    owner = opened ?? (/^(?:\}|\s{0,40}\])/.test(line) ? '' : owner);
    const [, name, value] =
      /(?:^|[\s(.])(?:ext\.|extra\[["']|const val |val |def |String |set\(["'])?([A-Za-z_][\w.]{0,80})["']?\]?(?:\s{0,3}:\s{0,3}String)?\s{0,30}[=,:]\s{0,3}["']([^"'\n]{1,200})["']/.exec(
        line,
      ) ?? [];
    if (name === undefined || value === undefined) continue;
    const whole = value.replaceAll(/\$(\w{1,80}(?:\.\w{1,80}){0,4})/g, `\${$1}`);
    found[name.replace(/^ext\./, '')] ??= whole;
    if (owner !== '') found[`${owner}.${name}`] ??= whole;
  }
  return found;
}

/** `gradle.properties` */
export function parseProperties(text: string): ManifestFacts {
  const properties: Record<string, string> = {};
  for (const line of text.split('\n')) {
    const [, key, value] = /^\s{0,20}([\w.-]{1,100})\s{0,9}[=:]\s{0,9}(.{1,200})$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) properties[key] = value.trim();
  }
  return { ecosystem: 'maven', format: 'gradle.properties', requirements: [], properties };
}

/** Constants in Kotlin, Groovy or Java files below `buildSrc`. */
export function parseBuildSource(text: string): ManifestFacts | undefined {
  const properties = gradleConstants(text);
  if (Object.keys(properties).length === 0) return undefined;
  return { ecosystem: 'maven', format: 'buildSrc', requirements: [], properties };
}

/** `include "a", ":b:c"` and `include(listOf(…))`, over as many lines as it takes. */
const included =
  /\binclude\b[\s(*]{0,40}(?:(?:listOf|arrayOf|setOf)\(\s{0,40})?((?:["'][\w:./-]{1,200}["'][\s,]{0,80}){1,2000})/g;

export function parseGradleSettings(text: string, path: string): ManifestFacts {
  const clean = withoutComments(text, notation);
  const lines = new LineIndex(clean);
  const named = [...clean.matchAll(included)].flatMap(({ 0: whole, 1: list = '', index }) =>
    [...list.matchAll(/["']:?([\w:./-]{1,200})["']/g)].map(({ 1: member = '', index: at }) => ({
      member: member.replaceAll(':', '/'),
      line: lines.lineAt(index + whole.length - list.length + at),
    })),
  );
  const members = named.map(({ member }) => member);
  const own = /rootProject\.name\s{0,3}=\s{0,3}["']([^"'\n]{1,100})["']/.exec(clean);
  const plugins = clean.split('\n').flatMap((line, index) => gradlePlugin(line, index + 1) ?? []);
  const managed = settingsCatalog(clean);
  return {
    ecosystem: 'maven',
    format: path.slice(path.lastIndexOf('/') + 1),
    ...(own?.[1] === undefined ? {} : { name: own[1], nameLine: lines.lineAt(own.index) }),
    requirements: plugins,
    members,
    ...(named.length === 0 ? {} : { memberLines: named.map(({ line }) => line) }),
    // What code looks for, or what lies elsewhere than it is called, is known to nobody who only reads.
    ...(members.length > 0 &&
    !/\b(?:projectDir|includeBuild|each\w{0,20}|forEach|fileTree|listFiles|walk\w{0,20}|apply|includeFlat)\b|\$/.test(
      clean,
    )
      ? { hasAllMembers: true }
      : {}),
    ...(managed.length === 0 ? {} : { managed }),
  };
}
