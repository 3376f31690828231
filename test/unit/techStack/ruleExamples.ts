import { importOnlyPackages } from '../../../src/engine/genesis/analyzers/dependencies/data/importOnlyPackages';
import { pythonImportNames } from '../../../src/engine/genesis/analyzers/dependencies/data/pythonImportNames';
import { nativeLibraries } from '../../../src/engine/genesis/analyzers/techStack/signals/nativeImports';
import { techRules } from '../../../src/engine/genesis/analyzers/techStack/techRule';

/** Every part of every rule's matchers, each once. */
export const allParts: readonly string[] = [
  ...new Set(techRules.flatMap((rule) => rule.matchers.flatMap((matcher) => matcher.parts))),
];

function named(kind: string): string[] {
  return allParts
    .filter((part) => part.startsWith(`${kind}:`))
    .map((part) => part.slice(kind.length + 1).replaceAll('*', 'sample'));
}

/** One project that uses every technology there is a rule for, in the manifests and files of its ecosystem. */
export function everythingProject(): Record<string, string> {
  const files: Record<string, string> = {
    'package.json': JSON.stringify(
      { dependencies: versions(named('npm')), engines: versions(['node', 'npm', 'yarn', 'pnpm', 'bun']) },
      null,
      1,
    ),
    'requirements.txt': named('pypi')
      .map((name) => `${name}==1.2.3`)
      .join('\n'),
    Gemfile: named('gem')
      .map((name) => `gem '${name}', '~> 1.2'`)
      .join('\n'),
    'composer.json': JSON.stringify({ require: versions(named('composer')) }, null, 1),
    'pom.xml': pom(named('maven').filter((name) => !name.startsWith('plugin:'))),
    'build.gradle': `plugins {\n${named('maven')
      .filter((name) => name.startsWith('plugin:'))
      .map((name) => `  id '${name.slice(7)}' version '1.2.3'`)
      .join('\n')}\n}`,
    'App.csproj': csproj(named('nuget')),
    'go.mod': `module example.org/app\ngo 1.22\nrequire (\n${named('golang')
      .map((name) => `\t${name} v1.2.3`)
      .join('\n')}\n)`,
    'Cargo.toml': `[package]\nname = "app"\n[dependencies]\n${named('cargo')
      .map((name) => `${name} = "1.2"`)
      .join('\n')}`,
    'mix.exs': `defp deps do\n  [\n${named('hex')
      .map((name) => `    {:${name}, "~> 1.2"},`)
      .join('\n')}\n  ]\nend`,
    'pubspec.yaml': `name: app\ndependencies:\n${named('pub')
      .map((name) => `  ${name}: ^1.2.3`)
      .join('\n')}`,
    'app.cabal': `name: app\nlibrary\n  build-depends:\n${named('hackage')
      .map((name) => `    ${name} ==1.2,`)
      .join('\n')}\n`,
    'Package.swift': `// swift-tools-version:5.9\n${named('swift')
      .map((name) => `.package(url: "https://github.com/${name}.git", from: "1.2.3"),`)
      .join('\n')}`,
    'compose.yaml': `services:\n${named('image')
      .map((name, at) => `  s${at}:\n    image: ${name}:1.2`)
      .join('\n')}`,
    '.env.example': named('db')
      .map((name, at) => `URL_${at}=${name}://localhost/app`)
      .join('\n'),
    'pyproject.toml': tools()
      .filter((name) => !name.includes(':'))
      .map((name) => `[tool.${name}]\nx = 1`)
      .join('\n'),
    ...sdkProjects(),
    ...manifests,
    ...codeWithImports(),
  };
  for (const path of [...named('file'), ...named('root'), ...named('suffix').map((suffix) => `x${suffix}`)])
    files[path] ??= '';
  return files;
}

function versions(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, '1.2.3']));
}

function pom(names: readonly string[]): string {
  const entries = names.map((name) => {
    const [group = '', artifact = ''] = name.split(':');
    return `<dependency><groupId>${group}</groupId><artifactId>${artifact || 'core'}</artifactId><version>1.2.3</version></dependency>`;
  });
  return `<project><artifactId>app</artifactId><dependencies>${entries.join('\n')}</dependencies></project>`;
}

function csproj(names: readonly string[]): string {
  const references = names.map((name) => `<PackageReference Include="${name}" Version="1.2.3" />`);
  return `<Project Sdk="Microsoft.NET.Sdk"><ItemGroup>${references.join('\n')}</ItemGroup></Project>`;
}

function tools(): string[] {
  return named('tool');
}

function sdkProjects(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [at, tool] of tools().entries()) {
    const [kind = '', value = ''] = tool.split(':');
    if (kind === 'sdk')
      files[`p${at}/P.csproj`] =
        `<Project Sdk="${value}"><PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup></Project>`;
    if (kind === 'framework')
      files[`p${at}/P.csproj`] = `<Project><ItemGroup><FrameworkReference Include="${value}" /></ItemGroup></Project>`;
    if (kind === 'flag')
      files[`p${at}/P.csproj`] = `<Project><PropertyGroup><${value}>true</${value}></PropertyGroup></Project>`;
  }
  return files;
}

const manifests: Readonly<Record<string, string>> = {
  'machines/versions.tf': `terraform {\n  required_providers {\n${named('runtime')
    .filter((name) => name.startsWith('terraform/'))
    .map((name) => `    x = {\n      source = "${name.slice('terraform/'.length)}"\n      version = ">= 1.0"\n    }\n`)
    .join('')}  }\n}\n`,
  'plugin/plugin.php': '<?php\n/**\n * Plugin Name: Sample\n */\n',
  'src/CMakeLists.txt': 'find_package(Qt6 REQUIRED COMPONENTS Widgets)\n',
  'theme/style.css': '/*\nTheme Name: Sample\n*/\n',
  'deploy/app.yaml': 'apiVersion: apps/v1\nkind: Deployment\n',
  'deploy/argo.yaml': 'apiVersion: argoproj.io/v1alpha1\nkind: Application\n',
  'deploy/template.yaml': "AWSTemplateFormatVersion: '2010-09-09'\nTransform: AWS::Serverless-2016-10-31\n",
};

/** Libraries that count only where code imports them are imported. */
function codeWithImports(): Record<string, string> {
  const npm = [...(importOnlyPackages['npm'] ?? [])];
  const pypi = [...(importOnlyPackages['pypi'] ?? [])].flatMap((name) => pythonImportNames(name).slice(0, 1));
  return {
    'code/b.ts': npm.map((name) => `import '${name}';`).join('\n'),
    'code/b.py': pypi.map((name) => `import ${name}`).join('\n'),
    'code/a.mm': '#import <Cocoa/Cocoa.h>\n@import UIKit;\n',
    'code/a.cpp': nativeLibraries.map(({ example }) => example).join('\n'),
    ...Object.fromEntries(['b', 'c', 'd', 'e'].map((name) => [`code/${name}.cpp`, 'int x;\n'])),
    'code/a.py': 'import sqlite3\nimport tkinter\nimport unittest\n',
    'code/a.ts':
      "import test from 'node:test';\nimport { DatabaseSync } from 'node:sqlite';\nimport { Database } from 'bun:sqlite';\n",
    'code/a.go': 'package a\n\nimport (\n\t"net/http"\n\t"testing"\n)\n',
    'code/A.java': 'import javax.swing.JFrame;\nimport org.junit.jupiter.api.Test;\nclass A {}\n',
    'code/A.swift': named('import')
      .filter((name) => name.startsWith('swift/'))
      .map((name) => `import ${name.slice('swift/'.length)}`)
      .join('\n'),
    'code/A.php': '<?php\nuse Illuminate\\Database\\Eloquent\\Model;\nclass A extends Model {}\n',
  };
}
