import type { ManifestReader, Saying } from './project';
import { readCargoManifest } from './readers/cargo';
import { readDotnetProject } from './readers/dotnet';
import { readGradleBuild, readPom } from './readers/jvm';
import { readLicence } from './readers/licence';
import { readNotice } from './readers/notice';
import { readNpmPackage } from './readers/npm';
import { readGemfile } from './readers/ruby';
import {
  readCodeception,
  readComposer,
  readPlaywrightSettings,
  readPyproject,
  readPytestSettings,
} from './readers/settings';
import { readSwiftPackage } from './readers/swift';

interface Format {
  /** Against the name of a file. */
  readonly name: RegExp;
  readonly read: ManifestReader;
}

const formats: readonly Format[] = [
  { name: /^package\.json$/, read: readNpmPackage },
  { name: /\.(?:cs|fs|vb)proj$/, read: readDotnetProject },
  { name: /^build\.gradle(?:\.kts)?$/, read: readGradleBuild },
  { name: /^pom\.xml$/, read: readPom },
  { name: /^Cargo\.toml$/, read: readCargoManifest },
  { name: /^composer\.json$/, read: readComposer },
  { name: /^pyproject\.toml$/, read: readPyproject },
  { name: /^(?:pytest\.ini|tox\.ini|setup\.cfg)$/, read: readPytestSettings },
  { name: /^playwright\.config\.[cm]?[jt]s$/, read: readPlaywrightSettings },
  { name: /^Package\.swift$/, read: readSwiftPackage },
  { name: /^Gemfile$/, read: readGemfile },
  { name: /^codeception(?:\.dist)?\.ya?ml$/, read: readCodeception },
  // One that bears somebody's name lies beside code that was changed or written anew.
  {
    name: /^(?:LICEN[CS]E|COPYING)(?:[.-](?:txt|md|rst|markdown|html|mit|x11|bsd\w{0,8}|isc|zlib|boost|apache\w{0,6}|[al]?gpl\w{0,6}|mpl\w{0,6}))?$/i,
    read: readLicence,
  },
];

/** The ends of all names of manifests: enough to pass over nearly all files. */
const end = /(?:json|proj|adle|\.kts|\.xml|toml|\.ini|\.cfg|g\.[cm]?[jt]s|wift|Gemfile|codeception[\w.]{0,5}\.ya?ml)$/;

const licence = /^(?:licen|copying)/i;

/** Whether a file of that name says what others are for; nearly none does. */
export function isRoleManifest(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (end.test(name) || licence.test(name)) && readerOf(name) !== undefined;
}

/** What the manifest at that path says, or the head of what is none. */
export function sayingOf(path: string, text: string): Saying {
  const slash = path.lastIndexOf('/');
  const name = path.slice(slash + 1);
  return (readerOf(name) ?? readNotice)(text, path.slice(0, Math.max(0, slash)), name);
}

function readerOf(name: string): ManifestReader | undefined {
  return formats.find((format) => format.name.test(name))?.read;
}
