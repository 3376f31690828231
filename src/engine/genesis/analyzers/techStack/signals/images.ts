import type { Extractor } from '../../../extractor';

/** One container image that a file names. */
export interface ImageUse {
  /** Without registry of the default, tag and digest: `postgres`, `bitnami/redis`, `mcr.microsoft.com/mssql/server`. */
  readonly image: string;
  readonly tag: string;
  readonly line: number;
  /** `build`: what an image is made from. `service`: what runs. `job`: what CI runs things in. */
  readonly use: 'build' | 'service' | 'job';
  /** Those who develop start it beside their own sources: what the product runs with elsewhere is not told by it. */
  readonly isForDevelopment?: true;
}

/** What only a compose file for development has: sources put into the container, Laravel's box, databases of tests. */
const development =
  /^\s{1,20}-\s{1,9}["']?\.{1,2}\/?(?:(?:src|app|apps|backend|server|api|web|frontend)\/?)?:\/|\bvendor\/laravel\/sail\/|^\s{1,20}(?:-\s{1,9})?\w{0,40}_?TEST_\w{0,40}(?:URL|URI|DSN|HOST)\s{0,9}[:=]|^\s{1,20}target:\s{1,9}["']?dev(?:elopment)?\b/m;

const dockerfile = /(^|\/)((Dockerfile|Containerfile)(\.[\w.-]{1,60})?|[\w.-]{1,60}\.[dD]ockerfile)$/;
const compose = /(^|\/)(docker-)?compose[\w.-]{0,60}\.ya?ml$/;
const pipeline =
  /^(\.github\/workflows\/[^/]{1,100}|\.gitlab-ci|\.circleci\/config|\.drone|bitbucket-pipelines|\.woodpecker(\/[^/]{1,60})?)\.ya?ml$/;

export const imageExtractor: Extractor<readonly ImageUse[]> = {
  id: 'techStack/images',
  version: 2,
  wants: (file) =>
    dockerfile.test(file.path) || compose.test(file.path) || pipeline.test(file.path) || file.languageName === 'YAML',
  extract(file) {
    if (file.text.length > 500_000) return undefined;
    const found = dockerfile.test(file.path) ? fromLines(file.text) : imageKeys(file.text, useOf(file.path, file.text));
    if (found.length === 0) return undefined;
    const isForDevelopment = compose.test(file.path) && development.test(file.text);
    return isForDevelopment ? found.map((image) => ({ ...image, isForDevelopment })) : found;
  },
};

function useOf(path: string, text: string): ImageUse['use'] | undefined {
  if (compose.test(path)) return 'service';
  if (pipeline.test(path)) return 'job';
  return /^apiVersion:/m.test(text) && /^kind:\s{0,9}(Deployment|StatefulSet|DaemonSet|Pod|Job|CronJob)\b/m.test(text)
    ? 'service'
    : undefined;
}

function fromLines(text: string): ImageUse[] {
  const stages = new Set<string>();
  return text.split('\n').flatMap((line, index) => {
    const [, name, stage] =
      /^\s{0,9}FROM\s{1,9}(?:--platform=\S{1,60}\s{1,9})?(\S{1,200})(?:\s{1,9}AS\s{1,9}(\S{1,60}))?/i.exec(line) ?? [];
    if (stage !== undefined) stages.add(stage.toLowerCase());
    if (name === undefined || stages.has(name.toLowerCase()) || name === 'scratch') return [];
    return imageOf(name, index + 1, 'build');
  });
}

function imageKeys(text: string, use: ImageUse['use'] | undefined): ImageUse[] {
  if (use === undefined) return [];
  return text.split('\n').flatMap((line, index) => {
    const name = /^\s{0,60}(?:-\s{1,9})?(?:image|container):\s{1,9}["']?([^\s"'#]{1,200})/.exec(line)?.[1];
    return name === undefined ? [] : imageOf(name, index + 1, use);
  });
}

function imageOf(written: string, line: number, use: ImageUse['use']): ImageUse[] {
  const filled = written.replaceAll(/\$\{\w{1,80}:?-([^}]{0,80})\}/g, '$1');
  const plain = filled.split('@')[0] ?? '';
  const colon = plain.indexOf(':', plain.lastIndexOf('/') + 1);
  const image = (colon === -1 ? plain : plain.slice(0, colon)).replace(/^(docker\.io\/)?(library\/)?/, '');
  if (image === '' || image.includes('$')) return [];
  const tag = colon === -1 ? '' : plain.slice(colon + 1);
  return [{ image, tag: tag.includes('$') ? '' : tag, line, use }];
}
