import type { Expression } from '../../program';

const placeName = /(?:prefix|path|root|base|url|api|version|route)\w{0,20}$/i;
const environment =
  /^(?:os\.)?(?:environ\.get|getenv)$|^(?:env|config|environ|env\.str|env\.get|os\.environ\.get|decouple\.config)$/;

const dottedName = (expression: Expression): string => {
  if (expression.is === 'name') return expression.name;
  return expression.is === 'member' ? `${dottedName(expression.of)}.${expression.name}` : '';
};

/**
 * `SITE_ROOT = os.environ.get('SITE_ROOT', 'app/')`: what a setting is unless the environment says otherwise, where its
 * name says that it is a part of a path. Else the value as it stands.
 */
export function withoutEnvironment(target: Expression, value: Expression): Expression {
  const last = target.is === 'name' || target.is === 'member' ? target.name : '';
  return placeName.test(last) ? (defaultOf(value) ?? value) : value;
}

function defaultOf(value: Expression): Expression | undefined {
  if (value.is === 'either') {
    const rest = value.options.at(-1);
    return rest?.is === 'text' && value.options.slice(0, -1).every(isEnvironment) ? rest : undefined;
  }
  if (!isEnvironment(value) || value.is !== 'call') return undefined;
  const said =
    value.args.find(({ name }) => name === 'default') ?? value.args.filter(({ name }) => name === undefined)[1];
  return said?.value.is === 'text' ? said.value : undefined;
}

const isEnvironment = (value: Expression): boolean => value.is === 'call' && environment.test(dottedName(value.callee));
