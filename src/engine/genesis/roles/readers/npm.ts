import { objectIn, parseJson, stringIn } from '../../analyzers/code/moduleConfig/plainJson';
import { roleOf } from '../../languages/roleOf';
import { isAidName, type Saying } from '../project';

/** Drive a whole product from outside. */
const drivers =
  /^(?:@playwright\/test|playwright|cypress|@wdio\/cli|webdriverio|testcafe|nightwatch|detox|puppeteer|@cucumber\/cucumber|k6)$/;

const suiteName =
  /(?:^|[-_/@])(?:e2e|end-?to-?end|playwright|cypress|acceptance|smoke|ui-?tests?|tests?|integration-?tests?)(?:$|[-_/])/i;

const measurers = /^(?:tinybench|benchmark|mitata|autocannon|cronometro|benny)$/;
const measureName = /(?:^|[-_/@])bench(?:mark)?s?(?:$|[-_/])/i;

/** Settings that the packages of a workspace share, and scripts beside them: `@acme/eslint-config`, `@acme/tsconfig`. */
const buildName =
  /(?:^|[-/])(?:(?:eslint|prettier|stylelint|tailwind(?:css)?|typescript|ts|jest|vitest|babel|postcss|biome|lint|commitlint|vite|rollup|tsup|build)-?(?:config|preset|settings)s?|configs?-(?:eslint|prettier|tailwind|typescript|ts|jest|vitest)|tsconfigs?|(?:build-|dev-)?scripts|tooling|dev-?tooling)$/;

/** Make nothing but documentation sites. */
const siteTools =
  /^(?:@docusaurus\/core|nextra|nextra-theme-docs|@astrojs\/starlight|fumadocs-core|vuepress|@vuepress\/client|mintlify|docsify|docus|@nuxt-themes\/docus|typedoc-plugin-docusaurus)$/;

/** A package of a workspace: a suite that drives the product, an aid of tests, or a site. */
export function readNpmPackage(text: string, folder: string): Saying {
  const manifest = objectIn(parseJson(text));
  const uses = [
    ...Object.keys(objectIn(manifest['dependencies'])),
    ...Object.keys(objectIn(manifest['peerDependencies'])),
  ];
  const testUses = Object.keys(objectIn(manifest['devDependencies']));
  const all = [...uses, ...testUses];
  const name = stringIn(manifest['name']);
  const called = `${folder.slice(folder.lastIndexOf('/') + 1)} ${name ?? ''}`.split(' ');
  const isPrivate = manifest['private'] === true || name === undefined;
  const isSuite =
    (called.some((one) => suiteName.test(one)) && all.some((one) => drivers.test(one))) ||
    (called.some((one) => measureName.test(one)) && all.some((one) => measurers.test(one)));
  const isWithinUsed = [manifest['dependencies'], manifest['devDependencies']]
    .flatMap((table) => Object.values(objectIn(table)))
    .some((asked) => /^(?:file|link|portal):(?:\.\.\/?){1,6}$/.test(String(asked)));
  const project = {
    kind: 'npm' as const,
    folder,
    names: name === undefined ? [] : [name],
    ...(isPrivate && isSuite ? { role: 'test' as const } : {}),
    ...(isPrivate && isWithinUsed && folder !== '' ? { isWithinUsed: true as const } : {}),
    ...(isPrivate && called.some(isAidName) ? { isAid: true as const } : {}),
    ...((isPrivate || manifest['version'] === '0.0.0') && folder !== '' && called.some((one) => buildName.test(one))
      ? { isOfBuild: true as const }
      : {}),
    uses,
    testUses,
  };
  // The folder of what tsd checks types with.
  const typeTests = stringIn(objectIn(manifest['tsd'])['directory'])?.replace(/^\.\/|\/$/g, '');
  const areas =
    typeTests === undefined || typeTests === ''
      ? {}
      : { areas: [{ path: folder === '' ? typeTests : `${folder}/${typeTests}`, role: 'test' as const }] };
  // A library may bear the name that copies of it have elsewhere.
  const own = folder === '' && name !== undefined && manifest['main'] !== undefined ? `${name}.js` : undefined;
  const isOwn =
    own !== undefined && roleOf(own) === 'vendored' && String(manifest['main']).replace(/^\.\//, '') === own;
  return {
    projects: [project],
    ...(isOwn ? { areas: [{ path: own, role: 'own' as const }] } : {}),
    ...areas,
    ...(all.some((one) => siteTools.test(one)) ? { siteTool: true as const } : {}),
  };
}
