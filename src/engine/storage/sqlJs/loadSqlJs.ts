import { readFileSync } from 'node:fs';
import initSqlJs from 'sql.js';
import { EngineError } from '../../../base/engineError';
import { findUnixVfs } from './findUnixVfs';
import { NodeVfs, type WasmHost } from './nodeVfs';
import { WasmMemory, type WasmTable, wasm } from './wasmMemory';

/** sql.js in this process, and the way from it to real files where that could be made. */
export interface SqlJs {
  readonly Database: initSqlJs.SqlJsStatic['Database'];
  /** `undefined` where the build does not fit; then only databases in memory can be opened. */
  readonly vfs: NodeVfs | undefined;
  /** Why there is no `vfs`. */
  readonly problem: unknown;
}

/** What sql.js exports beside its documented classes; checked at run time. */
interface SqlJsModule extends initSqlJs.SqlJsStatic {
  readonly addFunction?: WasmHost['addFunction'];
  readonly _malloc?: WasmHost['malloc'];
}

// sql.js is one per process: it answers the first `initSqlJs` ever after, so the hook is given in the only call of it.
let loaded: Promise<SqlJs> | undefined;

export function loadSqlJs(wasmFile: string): Promise<SqlJs> {
  loaded ??= load(wasmFile);
  return loaded;
}

async function load(wasmFile: string): Promise<SqlJs> {
  let exported: Record<string, unknown> = {};
  const module: SqlJsModule = await initSqlJs({
    useOldExtensionFunctions: false,
    instantiateWasm(imports: unknown, done: (instance: object, module: object) => void) {
      const compiled = new wasm.Module(readFileSync(wasmFile));
      const instance = new wasm.Instance(compiled, imports);
      exported = instance.exports;
      done(instance, compiled);
      return instance.exports;
    },
  } as initSqlJs.SqlJsConfig);
  try {
    return { Database: module.Database, vfs: createVfs(module, exported), problem: undefined };
  } catch (error) {
    return { Database: module.Database, vfs: undefined, problem: error };
  }
}

function createVfs(module: SqlJsModule, exported: Record<string, unknown>): NodeVfs {
  // By kind and not by name: the names of the exports are shortened anew in every build.
  const values = Object.values(exported);
  const memory = values.find((value) => value instanceof wasm.Memory) as { readonly buffer: ArrayBuffer } | undefined;
  const table = values.find((value) => value instanceof wasm.Table) as WasmTable | undefined;
  const { addFunction, _malloc: malloc } = module;
  if (!memory || !table || !addFunction || !malloc)
    throw new EngineError('unsupported', 'This build of sql.js gives no access to its memory and function table.');
  const vfs = new NodeVfs({ memory: new WasmMemory(memory), table, addFunction, malloc });
  vfs.install(findUnixVfs(memory.buffer, table));
  return vfs;
}
