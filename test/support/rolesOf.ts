import { roleOf } from '../../src/engine/genesis/languages/roleOf';
import { judgeRoles } from '../../src/engine/genesis/roles/judgeRoles';
import { sayingOf } from '../../src/engine/genesis/roles/manifestReaders';

/** Roles of the files that no manifest is given for; beside them lies a product of thirty files, by its first name with `0`. */
export function rolesOf(
  manifests: Readonly<Record<string, string>>,
  others: readonly string[],
  product = 'lib/shop/a0.rb',
): string[] {
  const sayings = new Map(Object.entries(manifests).map(([path, text]) => [path, sayingOf(path, text)]));
  const files = Array.from({ length: 30 }, (_, index) => product.replace('0', `${index}`));
  const told = judgeRoles([...Object.keys(manifests), ...others, ...files].sort(), sayings);
  return others.map((path) => told.of(path) ?? roleOf(path));
}
