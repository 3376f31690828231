import { join } from 'node:path';
import { makeGitFolder } from '../support/gitFolder';

const names = ['order', 'customer', 'invoice', 'shipment', 'product', 'review', 'cart', 'payment', 'coupon', 'address'];

function service(name: string, n: number): string {
  const body = Array.from({ length: 8 }, (_, i) =>
    [
      `  async find${i}(id: string, limit = ${i}): Promise<${name}Row[]> {`,
      `    const rows = await this.pool.query('select * from ${name}s where id = $1 limit $2', [id, limit]);`,
      `    if (rows.length === 0) throw new Error('no ${name} ' + id);`,
      `    return rows.map((row) => ({ ...row, seen: ${n} + ${i} }));`,
      '  }',
    ].join('\n'),
  );
  return `import { Pool } from '../db/pool';\nimport type { ${name}Row } from './${name}Row${n}';\n\nexport class ${name}Service${n} {\n  constructor(private readonly pool: Pool) {}\n\n${body.join('\n\n')}\n}\n`;
}

/**
 * A made-up TypeScript shop as a git repository, about 1.4 kB a file: the same for everyone who measures. Real
 * repositories, named with --repo, tell more.
 */
export function makeCorpus(folder: string, files: number): string {
  const sources: Record<string, string> = {
    'package.json': JSON.stringify({
      name: 'shop',
      dependencies: { express: '4.19.2', pg: '8.11.0' },
      devDependencies: { typescript: '5.4.0' },
    }),
    'README.md': '# Shop\n\nSells things.\n',
    'src/db/pool.ts':
      'export class Pool {\n  async query(_sql: string, _values: unknown[]): Promise<never[]> {\n    return [];\n  }\n}\n',
  };
  for (let n = 0; Object.keys(sources).length < files; n++) {
    const name = names[n % names.length] ?? 'order';
    const module = join('src', `${name}s`);
    const kind = n % 5;
    if (kind === 0)
      sources[`${module}/${name}Row${n}.ts`] = `export interface ${name}Row {\n  id: string;\n  seen: number;\n}\n`;
    else if (kind === 1) {
      sources[`${module}/${name}Routes${n}.ts`] =
        `import { Router } from 'express';\nimport { ${name}Service${n} } from './${name}Service${n}';\n\nexport const router = Router();\nrouter.get('/${name}s/${n}/:id', (req, res) => res.json(req.params.id));\nrouter.post('/${name}s/${n}', (req, res) => res.status(201).end());\n`;
    } else if (kind === 2)
      sources[`test/${name}${n}.test.ts`] =
        `describe('${name} ${n}', () => {\n  it('is found', () => undefined);\n});\n`;
    else sources[`${module}/${name}Service${n}.ts`] = service(name, n);
  }
  return makeGitFolder(folder, sources);
}
