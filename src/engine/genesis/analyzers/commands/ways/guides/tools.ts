import { has, hasLike, type Place } from './guideForm';

export const python = '(?:(?:uv|poetry|pipenv|pdm|hatch) run )?(?:python3? -m )?';
const environment = '(?:(?:uv|poetry|pipenv|pdm) run |bundle exec )?';
export const form = (pattern: string): RegExp => new RegExp(`^${environment}${pattern}$`);

export const maven = String.raw`(?:(?:\.{0,2}/)?mvnw|mvn)`;
export const gradle = String.raw`(?:\.{0,2}/)?gradlew`;
export const pom = has('pom.xml');
export const wrapper = ({ model }: Place): boolean => model.byPath.has('gradlew');
export const project = hasLike(/^(?:src\/)?[^/]{1,80}\.(?:slnx?|[cf]sproj|proj)$/);
export const script = (stems: string): RegExp =>
  new RegExp(
    String.raw`^(?:(?:bash|sh|pwsh|powershell)(?: -\w{1,20}){0,2} )?((?:\.[/\\])?(?:(?:scripts?|build|bin|eng|ci|dev|tools?|hack)[/\\])?(?:${stems})(?:[-_](?:all|dev|debug|local|linux|unix|macos|mac|osx|cli|server|app|release))?(?:\.(?:sh|ps1|cmd|bat|py))?)$`,
  );

/** A script of the project's own that is told what to do, in place of a tool for it. */
export const maker = (word: string): RegExp => {
  const endings = String.raw`\.(?:[cm]?js|ts|py|sh|rb|pl|ps1|cmd|bat)`;
  return new RegExp(
    String.raw`^(?:(?:node|deno run -A|python3?|ruby|bash|sh) )?((?:\.[/\\](?:make|x|dev|do|run|task|build)(?:${endings})?|(?:make|x|dev|do|run|task|build)${endings})) ${word}$`,
  );
};
