import type { Node } from 'web-tree-sitter';
import type { SourceFile } from '../../../sourceFile';

/** `UserServiceImpl`, `user_service.py` and `IUserService` are one home: `userservice`. */
const homeOf = (name: string): string =>
  name
    .replace(/^I(?=[A-Z][a-z])|Impl$/g, '')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase();

export const homes = (names: readonly (string | undefined)[]): string[] => [
  ...new Set(names.map((name) => homeOf(name ?? '')).filter((home) => home !== '')),
];

const isIndex = /^(?:index|__init__)$/;

/** The name of a module by its path: `../db/users.js` is `users`, and so is `../db/users/index.js`; `shop.users` of Python. */
export function moduleOf(path: string): string {
  const parts = (
    path.includes('/')
      ? path.replace(/\.(?:[cm]?[jt]sx?|py|php|rb|java|kt|scala|groovy|go|cs)$/, '').split('/')
      : path.split('.')
  ).filter((part) => part !== '' && part !== '.' && part !== '..');
  const last = parts.at(-1) ?? '';
  return isIndex.test(last) ? (parts.at(-2) ?? last) : last;
}

/** The home of PHP's functions: whatever file they stand in, all others call them by their bare names. */
const everywhere = 'functionsofphp';

const classLike = /^(?:class\w*|module|trait_declaration|struct_declaration|interface_declaration|enum_declaration)$/;

/** What a class of Java or C# says that it does for others, who know it by these names: `class UsersData : IUserData`. */
function contractsOf(type: Node): string[] {
  const list =
    type.childForFieldName('interfaces') ?? type.namedChildren.find((child) => child?.type === 'base_list') ?? null;
  return (list?.text.slice(0, 400).match(/\b[A-Z]\w{1,80}/g) ?? []).slice(0, 6);
}

/** Where a function lives: its file, the classes around it, in Go its package and its receiver. */
export function homesOfFunction(owner: Node, file: SourceFile): string[] {
  const names: (string | undefined)[] = [moduleOf(`/${file.path}`)];
  for (let at: Node | null = owner.parent; at; at = at.parent)
    if (classLike.test(at.type)) names.push(at.childForFieldName('name')?.text, ...contractsOf(at));
  if (file.language === 'php' && owner.type === 'function_definition') names.push(everywhere);
  if (file.language === 'go') {
    names.push(/^package\s+(\w+)/m.exec(file.text.slice(0, 4_000))?.[1]);
    names.push(/(\w+)\s*\)$/.exec(owner.childForFieldName('receiver')?.text ?? '')?.[1]);
  }
  return homes(names);
}

/** The same of a file whose classes only their names show. */
export const homesOfNames = (classes: readonly string[], file: SourceFile): string[] =>
  homes([moduleOf(`/${file.path}`), ...classes]);

/** Where what stands in a file is found by others: its module, in Go its package, the folders around it. */
export function homesOfPath(file: SourceFile): string[] {
  const folders = file.path.split('/').slice(-4, -1);
  const own = file.language === 'go' ? /^package\s+(\w+)/m.exec(file.text.slice(0, 4_000))?.[1] : undefined;
  return homes([moduleOf(`/${file.path}`), own, ...folders]);
}

const segments = (callee: string): string[] => callee.split(/\.|->|::|\?\./).map((part) => part.replace(/^\$/, ''));

/** The function's own name at the end of a callee; `undefined` where the callee is no plain chain of names. */
export function nameOfCall(callee: string): string | undefined {
  const name = segments(callee).at(-1) ?? '';
  return /^[A-Za-z_$][\w$]{1,80}$/.test(name) ? name : undefined;
}

/** What a name stands for in a text: the module it was imported from, the type it has, the class it was made of. */
function meaningsOf(name: string, text: string): (string | undefined)[] {
  const patterns = [
    `\\b${name}\\s{0,3}=\\s{0,3}(?:await\\s)?(?:require|import)\\(\\s{0,3}['"]([^'"\\n]{1,200})['"]`,
    `\\bimport\\s(?:\\*\\sas\\s)?${name}\\b[^'"\\n]{0,200}\\bfrom\\s['"]([^'"\\n]{1,200})['"]`,
    `\\b(?:import|use)\\s+([\\w.\\\\]{1,200})\\sas\\s${name}\\b`,
    `\\bimport\\s+(\\w{1,80})\\sas\\s${name}\\b`,
    `\\b${name}\\s{0,3}:?=\\s{0,3}(?:new\\s|&)?(?:\\w{1,60}\\.)?(?:New)?([A-Z]\\w{1,80})\\s{0,3}[({]`,
    `\\b${name}\\??\\s{0,3}:\\s{0,3}(?:typeof\\s)?([A-Z]\\w{1,80})\\b`,
    `\\b([A-Z]\\w{1,80})(?:<[^>\\n]{0,60}>)?\\s+\\$?${name}\\s{0,3}[;=,)]`,
    `\\b${name}\\s+\\*?(?:\\w{1,60}\\.)?([A-Z]\\w{1,80})\\s{0,3}[\`\\n,)]`,
  ];
  return patterns.map((pattern) => {
    const found = new RegExp(pattern).exec(text)?.[1];
    return found === undefined ? undefined : moduleOf(found.replaceAll('\\', '/'));
  });
}

/** A function that was imported under its own name: `from libuser import login`, `const { login } = require('./user')`. */
function importedFrom(name: string, text: string, path: string): (string | undefined)[] {
  const patterns = [
    `\\bfrom\\s+([\\w.]{1,200})\\s+import\\s[^\\n]{0,300}\\b${name}\\b`,
    `\\bfrom\\s+([\\w.]{1,200})\\s+import\\s{0,3}\\([^()]{0,1000}\\b${name}\\b`,
    // Static imports of the JVM's languages.
    `\\bimport\\s+(?:static\\s+)?([\\w.]{1,200}?)(?:\\.Companion)?\\.${name}\\b(?!\\.)`,
    `\\{[^{}]{0,400}\\b${name}\\b[^{}]{0,400}\\}\\s{0,3}(?:=\\s{0,3}require\\(|from)\\s{0,3}['"]([^'"\\n]{1,200})['"]`,
  ];
  return patterns.map((pattern) => {
    const found = new RegExp(pattern).exec(text)?.[1];
    if (found === undefined) return undefined;
    // `from . import login`: the folder, which is named by its `__init__`.
    return /^\.+$/.test(found) ? path.split('/').at(-1 - found.length) : moduleOf(found);
  });
}

/** Where the function of a call may live, by what stands before its name and what that was in this file. */
export function homesOfCall(callee: string, file: SourceFile): string[] {
  const parts = segments(callee);
  const name = parts.at(-1) ?? '';
  const receiver = parts.at(-2);
  const text = file.text.slice(0, 100_000);
  if (receiver === undefined) {
    if (file.language === 'php') return homes([everywhere]);
    // A class that an object is made of lives in itself.
    return homes([...importedFrom(name, text, file.path), ...(/^[A-Z]/.test(name) ? [name] : [])]);
  }
  if (!/^[A-Za-z_]\w{0,80}$/.test(receiver) || /^(?:this|self|super|cls|parent|static)$/.test(receiver)) return [];
  return homes([receiver, ...meaningsOf(receiver, text), ...importedFrom(receiver, text, file.path)]);
}

/** The same of a setting: `config.auth.secret` is of `config` or of `auth`. */
export function homesOfSetting(chain: string, file: SourceFile): string[] {
  const text = file.text.slice(0, 100_000);
  const [first = '', ...rest] = segments(chain).slice(0, -1);
  if (first === '') return homes(importedFrom(chain, text, file.path));
  const isName = /^[A-Za-z_]\w{0,80}$/.test(first);
  return homes([
    first,
    ...rest,
    ...(isName ? [...meaningsOf(first, text), ...importedFrom(first, text, file.path)] : []),
  ]);
}
