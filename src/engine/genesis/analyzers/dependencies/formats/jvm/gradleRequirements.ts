import type { Requirement, Scope } from '../../manifestFacts';
import { placeholders } from './placeholders';

/** Configurations of the Java, Kotlin and Android plugins; `kapt`, `ksp` and the like run at build time. */
function scopeOf(configuration: string): Scope | undefined {
  if (/^(liquibase|jooq|protobuf|spotbugs|flyway|openapi|asciidoctor)|(?:Tool|Tools|Plugins)$/.test(configuration))
    return /^test/i.test(configuration) ? 'test' : 'build';
  if (/^(kapt|ksp|annotationProcessor|classpath|developmentOnly)/i.test(configuration)) return 'build';
  if (/compileOnly$|^providedCompile$|providedRuntime$/i.test(configuration))
    return /^test/i.test(configuration) ? 'test' : 'build';
  if (
    /^(test|androidTest|integrationTest|functionalTest|jmh|[a-zA-Z]{1,40}Test)[A-Z]?/.test(configuration) &&
    /(implementation|compile|runtime|runtimeOnly|api|annotationProcessor)$/i.test(configuration)
  )
    return 'test';
  if (/^errorprone$|AnnotationProcessor$/.test(configuration)) return 'build';
  if (/^(detektPlugins|checkstyle|ktlint|lintChecks)/.test(configuration)) return 'build';
  if (configuration === 'androidTestUtil') return 'test';
  if (configuration === 'coreLibraryDesugaring') return 'runtime';
  if (/^debug/.test(configuration)) return 'dev';
  return /(implementation|api|runtime|runtimeOnly|compile)$/i.test(configuration) ? 'runtime' : undefined;
}

const quoted = /["']([^"'\s]{3,300})["']/;

/** One line of a `dependencies` block. */
export function gradleRequirement(line: string, at: number): Requirement | undefined {
  const head = /^\s{0,80}["']?([a-zA-Z]\w{1,60})["']?[\s(]{1,9}(.{2,500})$/.exec(line);
  const configuration = head?.[1];
  const rest = head?.[2] ?? '';
  const scope = configuration === undefined ? undefined : scopeOf(configuration);
  // `slf4jApi : 'org.slf4j:…'` gives a name to coordinates, and asks for nothing.
  if (scope === undefined || /^\s{0,80}(?:[:=]|(?:project|files|fileTree|gradleApi|localGroovy)\b)/.test(rest))
    return undefined;
  // The call, not a word of the coordinates: `jna-platform` is a library like others.
  const bom = /^(?:enforcedP|p)latform\s{0,3}\(/.test(rest);
  const plugin = bom ? { plugin: true as const } : {};
  const mapped =
    /group\s{0,3}[:=]\s{0,3}["']([\w.-]{1,200})["'],\s{0,9}name\s{0,3}[:=]\s{0,3}["']([\w.-]{1,200})["'](?:,\s{0,9}version\s{0,3}[:=]\s{0,3}["']?([^"',)\s]{1,100}))?/.exec(
      rest,
    );
  if (mapped?.[1] !== undefined) {
    return { name: `${mapped[1]}:${mapped[2]}`, declared: placeholders(mapped[3] ?? ''), scope, line: at, ...plugin };
  }
  const kotlin = /^kotlin\(\s{0,3}["']([\w-]{1,80})["'](?:,\s{0,9}["']([^"']{1,60})["'])?/.exec(rest);
  if (kotlin?.[1] !== undefined) {
    return { name: `org.jetbrains.kotlin:kotlin-${kotlin[1]}`, declared: kotlin[2] ?? '', scope, line: at };
  }
  return coordinates(rest, scope, at, plugin) ?? aliased(rest, scope, at, plugin);
}

function coordinates(rest: string, scope: Scope, line: number, plugin: { plugin?: true }): Requirement | undefined {
  const parts = quoted.exec(rest)?.[1]?.split(':') ?? [];
  const [group, artifact, version = ''] = parts;
  if (!group || !artifact || !/^[\w.${}-]+$/.test(group)) return undefined;
  const appended = version === '' ? /["']\s{0,3}\+\s{0,3}([\w.]{1,100})/.exec(rest)?.[1] : undefined;
  const declared = appended === undefined ? (version.split('@')[0] ?? '') : `\${${appended}}`;
  return { name: `${group}:${artifact}`, declared: placeholders(declared), scope, line, ...plugin };
}

function aliased(rest: string, scope: Scope, line: number, plugin: { plugin?: true }): Requirement | undefined {
  const alias = /^(?:(?:platform|enforcedPlatform)\()?([a-zA-Z]\w{0,60}(?:\.\w{1,60}){1,8})/.exec(rest)?.[1];
  if (alias === undefined || alias.startsWith('project')) return undefined;
  return { name: '', declared: '', scope, line, alias: alias.replace(/\.get$/, ''), ...plugin };
}
