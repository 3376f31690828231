import { parsePubspec, parsePubspecLock } from './formats/dart/pubspec';
import { parseGlobalJson, parsePackagesConfig, parsePackagesLock } from './formats/dotnet/otherFiles';
import { parseProjectFile } from './formats/dotnet/projectFile';
import { parseMixExs, parseMixLock } from './formats/elixir/mix';
import { parseRebarConfig } from './formats/erlang/rebar';
import { parseGoMod, parseGoSum, parseGoWork } from './formats/go/goMod';
import { parseCabal, parseHpack } from './formats/haskell/cabal';
import { parseDepsEdn, parseProjectClj } from './formats/jvm/clojure';
import { parseBuildSource, parseGradle, parseGradleSettings, parseProperties } from './formats/jvm/gradle';
import { parseGradleLock } from './formats/jvm/gradleLock';
import { parsePom } from './formats/jvm/pom';
import { parseSbt } from './formats/jvm/sbt';
import { parseVersionCatalog } from './formats/jvm/versionCatalog';
import { parseBunLock } from './formats/npm/bunLock';
import { parsePackageJson } from './formats/npm/packageJson';
import { parsePackageLock } from './formats/npm/packageLock';
import { parsePnpmLock } from './formats/npm/pnpmLock';
import { parsePnpmWorkspace } from './formats/npm/pnpmWorkspace';
import { parseYarnLock } from './formats/npm/yarnLock';
import { parseComposerJson, parseComposerLock } from './formats/php/composer';
import { parsePipfile, parsePipfileLock } from './formats/python/pipfile';
import { parsePyproject } from './formats/python/pyproject';
import { parsePythonLock } from './formats/python/pythonLocks';
import { parseRequirementsTxt } from './formats/python/requirementsTxt';
import { parseSetupCfg, parseSetupPy } from './formats/python/setupFiles';
import { parseGemfile, parseGemspec } from './formats/ruby/gemfile';
import { parseGemfileLock } from './formats/ruby/gemfileLock';
import { parseCargoLock } from './formats/rust/cargoLock';
import { parseCargoToml } from './formats/rust/cargoToml';
import { parsePackageResolved, parsePackageSwift } from './formats/swift/packageSwift';
import { parseXcodeProject } from './formats/swift/xcodeProject';
import type { LockParser, ManifestParser } from './manifestFacts';

/** Files by path; the pattern sees the whole path, so that `requirements/dev.txt` can be told from any `.txt`. */
interface Format<P> {
  readonly pattern: RegExp;
  readonly parse: P;
}

export const manifestFormats: readonly Format<ManifestParser>[] = [
  { pattern: /(^|\/)package\.json$/, parse: parsePackageJson },
  { pattern: /(^|\/)pnpm-workspace\.yaml$/, parse: parsePnpmWorkspace },
  { pattern: /(^|\/)(?:[\w.-]{0,60}requirements[\w.-]{0,60}|constraints)\.(txt|in|pip)$/, parse: parseRequirementsTxt },
  { pattern: /(^|\/)requirements\/([\w.-]{1,60}\/)?[\w.-]{1,80}\.(txt|in|pip)$/, parse: parseRequirementsTxt },
  { pattern: /(^|\/)pyproject\.toml$/, parse: parsePyproject },
  { pattern: /(^|\/)Pipfile$/, parse: parsePipfile },
  { pattern: /(^|\/)setup\.py$/, parse: parseSetupPy },
  { pattern: /(^|\/)setup\.cfg$/, parse: parseSetupCfg },
  { pattern: /(^|\/)pom\.xml$/, parse: parsePom },
  { pattern: /(^|\/)settings\.gradle(\.kts)?$/, parse: parseGradleSettings },
  { pattern: /(^|\/)[\w.-]{1,80}\.gradle(\.kts)?$/, parse: parseGradle },
  { pattern: /(^|\/)gradle\.properties$/, parse: parseProperties },
  { pattern: /\.versions\.toml$/, parse: parseVersionCatalog },
  { pattern: /(^|\/)buildSrc\/.{1,200}\.(kt|groovy|java)$/, parse: parseBuildSource },
  { pattern: /(^|\/)[\w.-]{1,60}\.sbt$/, parse: parseSbt },
  { pattern: /^(?:(?!src\/)[\w.-]{1,80}\/){0,4}project\/[\w.-]{1,80}\.scala$/, parse: parseSbt },
  { pattern: /(^|\/)go\.mod$/, parse: parseGoMod },
  { pattern: /(^|\/)go\.work$/, parse: parseGoWork },
  { pattern: /(^|\/)Cargo\.toml$/, parse: parseCargoToml },
  { pattern: /(^|\/)composer\.json$/, parse: parseComposerJson },
  { pattern: /(^|\/)(Gemfile|gems\.rb)$/, parse: parseGemfile },
  { pattern: /\.gemspec$/, parse: parseGemspec },
  { pattern: /\.(cs|fs|vb)proj$/, parse: parseProjectFile },
  { pattern: /(^|\/)Directory\.(Packages|Build)\.(props|targets)$/i, parse: parseProjectFile },
  { pattern: /(^|\/)packages\.config$/, parse: parsePackagesConfig },
  { pattern: /(^|\/)global\.json$/, parse: parseGlobalJson },
  { pattern: /(^|\/)mix\.exs$/, parse: parseMixExs },
  { pattern: /(^|\/)rebar\.config$/, parse: parseRebarConfig },
  { pattern: /(^|\/)deps\.edn$/, parse: parseDepsEdn },
  { pattern: /(^|\/)project\.clj$/, parse: parseProjectClj },
  { pattern: /(^|\/)[\w.-]{1,80}\.cabal$/, parse: parseCabal },
  { pattern: /(^|\/)package\.yaml$/, parse: parseHpack },
  { pattern: /(^|\/)pubspec\.yaml$/, parse: parsePubspec },
  { pattern: /\.xcodeproj\/project\.pbxproj$/, parse: parseXcodeProject },
  { pattern: /(^|\/)Package(@swift-[\d.]{1,9})?\.swift$/, parse: parsePackageSwift },
];

export const lockFormats: readonly Format<LockParser>[] = [
  { pattern: /(^|\/)(package-lock|npm-shrinkwrap)\.json$/, parse: parsePackageLock },
  { pattern: /(^|\/)yarn\.lock$/, parse: parseYarnLock },
  { pattern: /(^|\/)pnpm-lock\.yaml$/, parse: parsePnpmLock },
  { pattern: /(^|\/)bun\.lock$/, parse: parseBunLock },
  { pattern: /(^|\/)Pipfile\.lock$/, parse: parsePipfileLock },
  { pattern: /(^|\/)(poetry|uv|pdm)\.lock$/, parse: parsePythonLock },
  { pattern: /(^|\/)gradle\.lockfile$/, parse: parseGradleLock },
  { pattern: /(^|\/)go\.sum$/, parse: parseGoSum },
  { pattern: /(^|\/)Cargo\.lock$/, parse: parseCargoLock },
  { pattern: /(^|\/)composer\.lock$/, parse: parseComposerLock },
  { pattern: /(^|\/)(Gemfile\.lock|gems\.locked)$/, parse: parseGemfileLock },
  { pattern: /(^|\/)packages\.lock\.json$/, parse: parsePackagesLock },
  { pattern: /(^|\/)mix\.lock$/, parse: parseMixLock },
  { pattern: /(^|\/)pubspec\.lock$/, parse: parsePubspecLock },
  { pattern: /(^|\/)Package\.resolved$/, parse: parsePackageResolved },
];
