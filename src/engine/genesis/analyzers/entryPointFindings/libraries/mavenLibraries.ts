import { folderOf } from '../../../facts/paths';
import { lineAt, type NamedLine, nameIn } from '../namedLine';

const publishes =
  /^[ \t]{0,20}(?:id\s?\(?["'][\w.-]{1,80}[.-](?:publish(?:ing)?|publication|library)-conventions?["']\)?|id\s?\(?["'](?:com\.vanniktech\.maven\.publish(?:\.base)?|maven-publish)["']\)?|`maven-publish`|apply plugin:\s?["'](?:com\.vanniktech\.maven\.publish|maven-publish)["'])[ \t]{0,9}\r?$/m;

/** A module is called like its folder; a program may be published there, too. */
export function mavenPublished(text: string, path: string): NamedLine[] {
  const at = text.search(publishes);
  if (
    at < 0 ||
    /(?:^|[\s"'`])(?:application|com\.android\.application|org\.springframework\.boot|java-gradle-plugin)["'`]/m.test(
      text,
    )
  )
    return [];
  const [named] = nameIn(
    text,
    /^[ \t]{0,20}(?:artifactId|archivesBaseName|base\.archivesName(?:\.set\()?)\s{0,9}=?\s{0,9}["']([\w.-]{1,80})["']/m,
  );
  const line = lineAt(text, at + text.slice(at).search(/\S/));
  return [named ?? { name: folderOf(path).split('/').at(-1) ?? '', line }];
}

/** A module that is packed as an archive of classes, and starts nothing. */
export function mavenModule(text: string): NamedLine[] {
  if (
    /<packaging>\s{0,9}(?!jar|bundle)\w|spring-boot-maven-plugin|<mainClass>|<maven\.deploy\.skip>\s{0,9}true/.test(
      text,
    )
  )
    return [];
  const own = text.replace(/<parent>[\s\S]{0,2000}?<\/parent>/, (parent) => parent.replace(/[^\n]/g, ' '));
  return nameIn(own, /<artifactId>\s{0,9}([\w.-]{1,80})/);
}
