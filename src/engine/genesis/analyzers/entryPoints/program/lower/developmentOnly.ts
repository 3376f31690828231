import type { Node } from 'web-tree-sitter';
import { namedChildren } from '../lowering';

/** Conditions that hold on the machine of a developer, and those that hold for users. */
const forDevelopers =
  /^(?:\w+\.)*(?:NODE_ENV|APP_ENV)\s?={2,3}\s?["'](?:dev|development|local|test)["']$|^(?:\w+\.)*(?:NODE_ENV|APP_ENV)\s?!={1,2}\s?["']prod(?:uction)?["']$|^import\.meta\.env\.DEV$|^Rails\.env\.(?:development|test|local)\?$|^(?:settings\.)?(?:DEBUG|(?:IN_|IS_)?TEST(?:ING|_RUNNER)?)$|^(?:current_)?app\.debug$|^app\(\)->(?:isLocal\(\)|environment\(["'](?:local|testing)["']\))$|^App::isLocal\(\)$|^(?:\w+\.)*\w*[eE]nv(?:ironment)?\.IsDevelopment\(\)$/;
const forUsers =
  /^Rails\.env\.production\?$|^(?:\w+\.)*(?:NODE_ENV|APP_ENV)\s?={2,3}\s?["']prod(?:uction)?["']$|^app\(\)->isProduction\(\)$|^(?:\w+\.)*\w*[eE]nv(?:ironment)?\.IsProduction\(\)$/;

/** Whether what stands below a condition is there for developers alone. */
export function isForDevelopers(condition: string, isNegated = false): boolean {
  const plain = condition
    .trim()
    .replace(/^\((.*)\)$/s, '$1')
    .trim();
  // Of several conditions that have to hold one is enough.
  const parts = plain.split(/\s(?:and|&&)\s/);
  if (!isNegated && parts.length > 1 && !/\s(?:or|\|\|)\s/.test(plain))
    return parts.some((part) => isForDevelopers(part));
  const either = plain.split(/\s(?:or|\|\|)\s/);
  if (!isNegated && either.length > 1 && parts.length === 1) return either.every((part) => isForDevelopers(part));
  const isOpposite = /^(?:!|not\s)/.test(plain);
  const bare = plain.replace(/^(?:!|not\s)\s{0,4}/, '');
  return (isNegated === isOpposite ? forDevelopers : forUsers).test(bare);
}

/** The parts of a branch that users meet: all of them, or without what is done for developers. */
export function branchesForUsers(node: Node): Node[] {
  const condition = node.childForFieldName('condition');
  const children = namedChildren(node);
  if (condition === null || !isForDevelopers(condition.text, node.type.startsWith('unless'))) return children;
  const consequence = node.childForFieldName('consequence') ?? node.childForFieldName('body');
  return children.filter((child) => child.id !== consequence?.id && child.id !== condition.id);
}

/** What a condition of the preprocessor leaves in a build for users: nothing below `#if DEBUG`. */
export function builtForUsers(node: Node): Node[] {
  const condition = node.childForFieldName('condition');
  const otherwise = node.childForFieldName('alternative');
  const parts = namedChildren(node).filter(({ id }) => id !== condition?.id);
  const symbol = condition?.text.replace(/[\s()]/g, '');
  if (symbol === 'DEBUG') return parts.filter(({ id }) => id === otherwise?.id);
  return symbol === '!DEBUG' ? parts.filter(({ id }) => id !== otherwise?.id) : parts;
}

/** The members of a class, those below conditions of the preprocessor too. */
export const membersForUsers = (body: Node | null): Node[] => namedChildren(body).flatMap((child) => inBuild(child, 0));

const inBuild = (node: Node, depth: number): Node[] =>
  !/^preproc_(?:if|elif|else)$/.test(node.type) || depth > deepestCondition
    ? [node]
    : builtForUsers(node).flatMap((part) => inBuild(part, depth + 1));

const deepestCondition = 8;
