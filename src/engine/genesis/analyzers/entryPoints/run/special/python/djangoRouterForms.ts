import type { Expression } from '../../../program/program';
import type { Interpreter } from '../../interpreter';
import type { RouterNode } from '../../routers/routerNode';
import { type ClassValue, routersIn, type Value } from '../../values';

/** A form of paths that a router's class says itself: `Route(url=r'^{prefix}$', mapping={'get': 'list'}, detail=False)`. */
export interface RouterForm {
  readonly url: string;
  /** What it maps, by the method; empty for one of the actions that a view set marks. */
  readonly mapping: Readonly<Record<string, string>>;
  readonly isDynamic: boolean;
  readonly onItem: boolean;
}

const note = 'forms';
const mostForms = 40;

/** Keeps at a router what its class says of paths in place of what the framework's router does. */
export function noteForms(interpreter: Interpreter, type: ClassValue, made: Value): void {
  const fields = interpreter.ancestry
    .of(type)
    .flatMap((ancestor) => interpreter.classDeclarationOf(ancestor)?.fields ?? []);
  const said = fields.find(({ name }) => name === 'routes')?.value;
  const forms = said?.is === 'list' && said.items.length <= mostForms ? said.items.map(formOf) : [];
  // What is taken over from elsewhere beside them is not known.
  if (forms.length === 0 || forms.includes(undefined)) return;
  for (const node of routersIn(made)) node.notes.set(note, JSON.stringify(forms));
}

export const formsOf = (node: RouterNode): readonly RouterForm[] => JSON.parse(node.notes.get(note) ?? '[]');

function formOf(item: Expression): RouterForm | undefined {
  if (item.is !== 'call' || (item.callee.is !== 'name' && item.callee.is !== 'member')) return undefined;
  const argument = (name: string, at: number): Expression | undefined =>
    (item.args.find((given) => given.name === name) ?? item.args.filter((given) => given.name === undefined)[at])
      ?.value;
  const isDynamic = item.callee.name === 'DynamicRoute';
  const url = argument('url', 0);
  const mapping = isDynamic ? undefined : argument('mapping', 1);
  const detail = argument('detail', isDynamic ? 2 : 3);
  if (url?.is !== 'text' || (!isDynamic && mapping?.is !== 'map')) return undefined;
  const isItem = detail?.is === 'text' ? detail.text : detail?.is === 'name' ? detail.name : '';
  return { url: url.text, mapping: textsOfMap(mapping), isDynamic, onItem: /^true$/i.test(isItem) };
}

function textsOfMap(mapping: Expression | undefined): Record<string, string> {
  const pairs = mapping?.is === 'map' ? mapping.entries : [];
  return Object.fromEntries(
    pairs.flatMap(({ key, value }) => (key.is === 'text' && value.is === 'text' ? [[key.text, value.text]] : [])),
  );
}

/** What the placeholders of a form stand for. */
export const filledForm = (form: RouterForm, parts: Readonly<Record<string, string>>): string =>
  form.url.replace(/^\^|\$$/g, '').replace(/\{(\w+)\}/g, (whole, name: string) => parts[name] ?? whole);
