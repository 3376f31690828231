import type { Node } from 'web-tree-sitter';
import type { LanguageId } from '../../../sourceFile';
import { parametersOf } from './functionParts';

/** Says whether a framework puts text of the request into a parameter of a function. */
type IsHandlerParameter = (parameter: Node, owner: Node) => boolean;

const never: IsHandlerParameter = () => false;

const javaAnnotation =
  /@(?:RequestParam|PathVariable|RequestBody|ModelAttribute|RequestHeader|CookieValue|MatrixVariable|RequestPart|QueryParam|PathParam|FormParam|HeaderParam|CookieParam|QueryValue)\b/;

const csharpResult = /\b(?:I?ActionResult|IResult|ViewResult|JsonResult|ContentResult|RedirectResult)\b/;

const pythonRoute = /^@[\w.]+\.(?:route|get|post|put|delete|patch|api_route)\(/;

const typeOf = (parameter: Node): string => parameter.childForFieldName('type')?.text ?? '';

/** Text; a number, a flag or an object of the program's own can carry no syntax of another language. */
const isText = (type: string): boolean =>
  /^(?:String|string|str|String\[\]|(?:Optional|List|Set|Collection)<String>|string\?|string\[\]|List<string>|[lL]ist\[str\]|str \| None)$/.test(
    type,
  );

/** All parameters or headers at once, by their names. */
const isTable = (type: string): boolean =>
  /^(?:Multi(?:Value|valued))?Map<String, ?\??(?:String|Object)\[?\]?>$/.test(type);

/** A class of the program itself, whose fields are read from the body. */
const isObject = (type: string): boolean =>
  /^[A-Z]\w+$/.test(type) && !/^(?:Integer|Long|Short|Byte|Boolean|Double|Float|BigDecimal|UUID)$/.test(type);

/** What a framework fills in from somewhere else than the request. */
const javaOther = /@(?:SessionAttribute|RequestAttribute|Value|AuthenticationPrincipal|Autowired|Context|Auth)\b/;
const javaMapping = /@(?:Request|Get|Post|Put|Delete|Patch)Mapping\b/;

/** Actions of Struts, tags of pages, beans of JSF: the framework gives each field the parameter of its name. */
const filledByName =
  /\bextends\s+(?:\w{0,40}Action(?:Support)?|SimpleTagSupport|TagSupport|BodyTagSupport|ActionForm)\b|@(?:ManagedBean|Named)\b/;

const isSetter = (owner: Node): boolean =>
  /^set[A-Z]\w*$/.test(owner.childForFieldName('name')?.text ?? '') &&
  parametersOf(owner).length === 1 &&
  filledByName.test(owner.parent?.parent?.text.slice(0, 300) ?? '');

/** Spring binds texts without an annotation, too; of a body or a form the fields are asked for. */
const java: IsHandlerParameter = (parameter, owner) => {
  if (javaAnnotation.test(parameter.text))
    return (
      isText(typeOf(parameter)) ||
      isTable(typeOf(parameter)) ||
      (/@(?:RequestBody|ModelAttribute)\b/.test(parameter.text) && isObject(typeOf(parameter)))
    );
  if (owner.type === 'method_declaration' && isSetter(owner)) return isText(typeOf(parameter));
  if (owner.type !== 'method_declaration' || javaOther.test(parameter.text) || !isText(typeOf(parameter))) return false;
  return javaMapping.test(owner.text.slice(0, 600).split('{\n')[0] ?? '');
};

/** Every public method of a controller is an action. */
const isInController = (owner: Node): boolean =>
  /^[^{]{0,300}:\s{0,3}(?:[\w.]{1,60}\.)?(?:Api)?Controller(?:Base)?\b/.test(
    owner.parent?.parent?.text.slice(0, 400) ?? '',
  );

/** No service, no stream and no file: what a form is read into. */
const isOwnClass = (parameter: Node): boolean =>
  !/^(?:I[A-Z]|\w{0,60}(?:Service|Repository|Context|Manager|Factory|Logger|Provider|Token|Stream|Collection|Client|Result|Type|Enum|Status|DateTime\w{0,6}|TimeSpan|Guid)$)/.test(
    typeOf(parameter),
  ) && !/\[From(?:Services|KeyedServices)\]/.test(parameter.text);

/** An action that forms are sent to. */
const isSentTo = (owner: Node): boolean => /\[Http(?:Post|Put|Patch)\b/.test(owner.text.slice(0, 200));

const csharp: IsHandlerParameter = (parameter, owner) => {
  if (owner.type !== 'method_declaration') return false;
  // The fields of a model are read from the form.
  const isModel =
    /^(?:\w{1,60}\.)?[A-Z]\w*(?:ViewModel|InputModel|Model|Dto|Request|Input|Form|Command)\??$/.test(
      typeOf(parameter),
    ) && !/\[From(?:Services|KeyedServices)\]/.test(parameter.text);
  const isBody = /\[From(?:Body|Form)\b/.test(parameter.text) && isObject(typeOf(parameter));
  const isForm = !isBody && isObject(typeOf(parameter)) && isOwnClass(parameter) && isSentTo(owner);
  if (!isModel && !isBody && !isForm && !isText(typeOf(parameter))) return false;
  const head = owner.text.slice(0, 400);
  return (
    /\[(?:Http(?:Get|Post|Put|Delete|Patch)|Route|WebMethod|OperationContract)\b/.test(head) ||
    (/\bpublic\b/.test(head) && (csharpResult.test(head) || isInController(owner)))
  );
};

/** What FastAPI fills in from somewhere else than the body. */
const pythonOther =
  /^(?:Request|Response|WebSocket|UploadFile|BackgroundTasks|\w*Session|\w*(?:Service|Repository|Client|User|Settings|Enum|Type))$/;

const python: IsHandlerParameter = (parameter, owner) => {
  const type = typeOf(parameter);
  const isBody = isObject(type) && !pythonOther.test(type) && !/\b(?:Depends|Security)\(/.test(parameter.text);
  if (type !== '' && !isText(type) && !isBody) return false;
  const name = (parameter.childForFieldName('name') ?? parameter.namedChild(0) ?? parameter).text;
  if (/^(?:self|cls|info|root|db|session|parent|_\w*)$/.test(name) || (name === 'request' && !isBody)) return false;
  const called = owner.childForFieldName('name')?.text ?? '';
  // Graphene: what stands behind `info` are the arguments of the query.
  if (/^(?:resolve_\w+|mutate)$/.test(called))
    return /\binfo\b/.test(owner.childForFieldName('parameters')?.text ?? '');
  const parent = owner.parent;
  if (parent?.type !== 'decorated_definition') return false;
  const decorator = parent.namedChildren.find((child) => child?.type === 'decorator' && pythonRoute.test(child.text));
  return decorator
    ? !new RegExp(`<(?!(?:string|str|path)\\b)\\w{1,40}(?:\\([^)]{0,100}\\))?:${name}>`).test(decorator.text)
    : false;
};

/** `(parent, args, context)`: what a query of GraphQL was given. */
const isResolverArgument = (parameter: Node, owner: Node): boolean => {
  const [first, second, third] = parametersOf(owner);
  return (
    second?.node.id === parameter.id &&
    third !== undefined &&
    /^(?:_+\w{0,10}|parent|root|obj|source)$/.test(first?.names[0] ?? '') &&
    (/^args?$/.test(second.names[0] ?? '') || /^\{/.test(parameter.text))
  );
};

/** What a request of a server is taken apart into. */
const partOfRequest = /\b(?:body|query|params|headers|cookies)\b/;

/** `({ body, params }: Request, res) => …`: the request, taken apart where it is handed in. */
export const isTakenApart = (parameter: Node, owner: Node): boolean => {
  const pattern = parameter.childForFieldName('pattern') ?? parameter;
  if (pattern.type !== 'object_pattern' || !partOfRequest.test(pattern.text)) return false;
  const [first, second] = parametersOf(owner);
  return (
    first?.node.id === parameter.id &&
    (/\b(?:Request|FastifyRequest)\b/.test(typeOf(parameter)) ||
      /^(?:_?res|resp|response|_?reply|h)$/.test(second?.names[0] ?? ''))
  );
};

/** The names among those of such a pattern that hold what was sent: `body`, and what is taken out of it. */
export function namesOfSent(pattern: string, names: readonly string[]): string[] {
  const inner = [...pattern.matchAll(/\b(?:body|query|params|headers|cookies)\s?:\s?\{([^{}]{1,300})\}/g)];
  const sent = new Set(inner.flatMap(([, list = '']) => list.match(/[A-Za-z_$][\w$]*/g) ?? []));
  return names.filter((name) => sent.has(name) || /^(?:body|query|params|headers|cookies)$/.test(name));
}

const script: IsHandlerParameter = (parameter, owner) =>
  isResolverArgument(parameter, owner) ||
  isTakenApart(parameter, owner) ||
  (/^@(?:Body|Query|Param|Headers|Cookies|Args)\(\s*['"]/.test(parameter.text) &&
    !/:\s*(?:number|boolean)\b/.test(parameter.text)) ||
  // A body without a type is read as it comes, and one with a type mostly is.
  /^@(?:Body|Query)\(\s*\)/.test(parameter.text);

/** A controller of Laravel, Symfony or CodeIgniter: parts of the address, as texts. */
const php: IsHandlerParameter = (parameter, owner) => {
  const type = typeOf(parameter);
  if (owner.type !== 'method_declaration' || (type !== '' && !isText(type))) return false;
  const name = owner.childForFieldName('name')?.text ?? '';
  return (
    !/^_/.test(name) &&
    !/\b(?:private|protected|static)\b/.test(owner.text.slice(0, 200).split('(')[0] ?? '') &&
    /\bextends\s+[\w\\]{0,60}Controller\b/.test(owner.parent?.parent?.text.slice(0, 300) ?? '')
  );
};

const byLanguage: Readonly<Partial<Record<LanguageId, IsHandlerParameter>>> = {
  java,
  csharp,
  python,
  php,
  typescript: script,
  tsx: script,
  javascript: script,
};

const resolver = /\(\s{0,3}(?:_+\w{0,10}|parent|root|obj|source)\s{0,3}(?::[^,()]{1,40})?,\s{0,3}(?:args?\b|\{)/;

const takenApart =
  /\(\s?\{[^(){};=]{0,120}\b(?:body|query|params|headers|cookies)\b[^()]{0,160}\}\s?(?::[^,()]{1,60})?,\s?(?:_?res|resp|response|_?reply|h)\b/;

/** A text without any of these words has no handler whose parameters come from a request. */
const signs: Readonly<Partial<Record<LanguageId, RegExp>>> = {
  java: new RegExp(`${javaAnnotation.source}|${javaMapping.source}|${filledByName.source}`),
  csharp: new RegExp(
    `${csharpResult.source}|\\[Http(?:Get|Post|Put|Delete|Patch)\\b|\\[(?:WebMethod|OperationContract)\\b|:\\s(?:Api)?Controller(?:Base)?\\b`,
  ),
  python:
    /@(?<=^[ \t]{0,80}@)[\w.]{1,100}\.(?:route|get|post|put|delete|patch|api_route)\(|\bdef (?:resolve_|mutate\()/m,
  php: /\bclass\s+\w{1,60}Controller\s+extends\b|\bextends\s+[\w\\]{0,60}Controller\b/,
  typescript: new RegExp(`@(?:Body|Query|Param|Headers|Cookies|Args)\\(|${resolver.source}|${takenApart.source}`),
  tsx: new RegExp(`${resolver.source}|${takenApart.source}`),
  javascript: new RegExp(`${resolver.source}|${takenApart.source}`),
};

/** Languages in which every such parameter is marked by one of the signs. */
const marked: ReadonlySet<LanguageId> = new Set(['java', 'python', 'php']);

export const mayHaveHandlers = (language: LanguageId, text: string): boolean => signs[language]?.test(text) ?? false;

export const handlerParameters = (language: LanguageId, text: string): IsHandlerParameter =>
  marked.has(language) && !mayHaveHandlers(language, text) ? never : (byLanguage[language] ?? never);
