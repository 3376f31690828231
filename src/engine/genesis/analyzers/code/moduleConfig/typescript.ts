import { parse } from 'jsonc-parser';
import type { TypeScriptConfig } from '../../../facts/moduleConfig';
import { objectIn, stringIn, stringsIn } from './plainJson';

export function readTypeScriptConfig(text: string): TypeScriptConfig | undefined {
  const config = objectIn(parse(text, [], { allowTrailingComma: true }));
  const options = objectIn(config['compilerOptions']);
  const baseUrl = stringIn(options['baseUrl']);
  const paths = Object.entries(objectIn(options['paths'])).map(([subpath, value]) => ({
    subpath,
    targets: stringsIn(value),
  }));
  const bases = stringsIn(config['extends']);
  if (baseUrl === undefined && paths.length === 0 && bases.length === 0) return undefined;
  return {
    kind: 'typescript',
    extends: bases,
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(paths.length === 0 ? {} : { paths }),
  };
}
