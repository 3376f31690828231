import type { ManagedVersion, ManifestFacts, Requirement, RuntimeVersion } from '../../manifestFacts';
import { childText, descendantsNamed, parseXml, type XmlElement } from '../../text/xmlTree';

/** `*.csproj`, `*.fsproj`, `*.vbproj`, `Directory.Packages.props`, `Directory.Build.props`. */
export function parseProjectFile(text: string, path: string): ManifestFacts | undefined {
  const root = parseXml(text).find((element) => element.name === 'Project');
  if (root === undefined) return undefined;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const properties: Record<string, string> = {};
  for (const group of descendantsNamed([root], 'PropertyGroup'))
    for (const property of group.children) properties[property.name] ??= property.text;
  const sdk = root.attributes['Sdk'];
  // A file that serves all projects may give those with tests their own.
  const forTests = new Set(
    descendantsNamed([root], 'ItemGroup')
      .filter(({ attributes }) => testCondition.test(attributes['Condition'] ?? ''))
      .flatMap((group) => descendantsNamed([group], 'PackageReference')),
  );
  return {
    ecosystem: 'nuget',
    format: /\.(?:props|targets)$/i.test(name) ? name : 'csproj',
    name: properties['PackageId'] ?? name.replace(/\.\w+$/, ''),
    ...(properties['Version'] === undefined ? {} : { version: properties['Version'] }),
    ...(properties['Description'] === undefined ? {} : { description: properties['Description'] }),
    isLibrary: properties['IsPackable'] === 'true' || properties['PackageId'] !== undefined,
    requirements: [
      ...descendantsNamed([root], 'PackageReference').flatMap((element) =>
        referenceOf(element, properties['IsTestProject'] === 'true' || forTests.has(element)),
      ),
      // Every project gets it, and none hands it on.
      ...descendantsNamed([root], 'GlobalPackageReference').flatMap((element) =>
        referenceOf(element, false).map((one) => ({ ...one, scope: 'build' as const })),
      ),
    ],
    managed: managedOf(root),
    properties,
    runtimes: frameworks(root),
    tools: [
      ...(sdk === undefined ? [] : [{ name: `sdk:${sdk.split('/')[0] ?? sdk}`, line: root.line }]),
      ...descendantsNamed([root], 'FrameworkReference').map((element) => ({
        name: `framework:${element.attributes['Include'] ?? ''}`,
        line: element.line,
      })),
      ...['UseWPF', 'UseWindowsForms', 'UseWinUI', 'UseMaui'].flatMap((key) => flag(root, key)),
    ],
  };
}

const testCondition = /(?:Contains|EndsWith)\('[\w.]{0,40}Tests?'\)|\bIsTestProject\)'?\s*==\s*'true'/i;

function flag(root: XmlElement, key: string): { name: string; line: number }[] {
  return descendantsNamed([root], key)
    .filter((element) => element.text.toLowerCase() === 'true')
    .map((element) => ({ name: `flag:${key}`, line: element.line }));
}

/** An analyzer or a tool is marked so that it does not flow to users: `PrivateAssets="all"`. */
function referenceOf(element: XmlElement, isTest: boolean): Requirement[] {
  const { Include: name, Update: updated, Version: version, VersionOverride: override } = element.attributes;
  const privateAssets = element.attributes['PrivateAssets'] ?? childText(element, 'PrivateAssets');
  // Without a version it only changes how a package that others bring is used.
  const found = name ?? (version === undefined && override === undefined ? undefined : updated);
  if (found === undefined || found === '') return [];
  return found.split(';').map((one) => ({
    name: one.trim(),
    declared: override ?? version ?? childText(element, 'Version'),
    scope: privateAssets.toLowerCase() === 'all' ? 'build' : isTest ? 'test' : 'runtime',
    line: element.line,
  }));
}

function managedOf(root: XmlElement): ManagedVersion[] {
  return ['PackageVersion', 'GlobalPackageReference'].flatMap((kind) =>
    descendantsNamed([root], kind).flatMap((element) => {
      const name = element.attributes['Include'] ?? element.attributes['Update'];
      const version = element.attributes['Version'] ?? childText(element, 'Version');
      return name === undefined ? [] : [{ name, version, line: element.line }];
    }),
  );
}

function frameworks(root: XmlElement): RuntimeVersion[] {
  return ['TargetFramework', 'TargetFrameworks', 'TargetFrameworkVersion'].flatMap((key) =>
    descendantsNamed([root], key).map((element) => ({ name: 'dotnet', version: element.text, line: element.line })),
  );
}
