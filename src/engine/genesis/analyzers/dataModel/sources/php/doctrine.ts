import type { Node } from 'web-tree-sitter';
import type { DataField, DataRelation } from '../../../../../../shared/inventory';
import type { ModelFact, ModelSource } from '../../modelFact';
import { childOf, childrenOf, descendantsOf, endLineOf, fieldOf, lineOf, literalOf, textOf } from '../../syntax/nodes';

const relationKinds: Readonly<Record<string, DataRelation['kind']>> = {
  OneToOne: 'one-to-one',
  OneToMany: 'one-to-many',
  ManyToOne: 'many-to-one',
  ManyToMany: 'many-to-many',
};

interface Mark {
  readonly name: string;
  readonly text: string;
}

/** Attributes `#[ORM\Column(...)]` and, in older code, annotations `@ORM\Column(...)` of the comment before. */
function marksOf(node: Node): Mark[] {
  const attributes = descendantsOf(fieldOf(node, 'attributes') ?? childOf(node, 'attribute_list'), 'attribute').map(
    (attribute) => ({
      name: textOf(attribute.namedChild(0)).split('\\').at(-1) ?? '',
      text: attribute.text,
    }),
  );
  const comment = node.previousNamedSibling?.type === 'comment' ? node.previousNamedSibling.text.slice(0, 4000) : '';
  const annotations = [...comment.matchAll(/@(?:ORM|ODM|MongoDB)\\(\w+)(\([^)]{0,400}\))?/g)].map((match) => ({
    name: match[1] ?? '',
    text: match[0],
  }));
  return [...attributes, ...annotations];
}

function readProperty(property: Node): { field: DataField; relation?: DataRelation } | undefined {
  const marks = marksOf(property);
  const name =
    textOf(childOf(childOf(property, 'property_element'), 'variable_name')).replace(/^\$/, '') ||
    textOf(fieldOf(property, 'name')).replace(/^\$/, '');
  const declared = textOf(fieldOf(property, 'type'));
  const related = marks.find((mark) => relationKinds[mark.name]);
  if (related) {
    const target =
      /targetEntity\s*[:=]\s*["']?\\?(?:\w+\\)*(\w+)/.exec(related.text)?.[1] ?? declared.replace(/^\?|^.*\\/g, '');
    const isOwner = /^(?:ManyToOne|OneToOne)$/.test(related.name) && !/\bmappedBy\b/.test(related.text);
    const own = marks.some((mark) => mark.name === 'Id') ? 'primary' : isOwner ? 'foreign' : undefined;
    return {
      field: { name, type: declared || target, ...(own ? { key: own } : {}) },
      relation: { field: name, to: target, kind: relationKinds[related.name] ?? 'many-to-one' },
    };
  }
  const column = marks.find((mark) => /^(?:Column|Id|Field|EmbedOne|Embedded)$/.test(mark.name));
  if (!column) return undefined;
  const type = /\btype\s*[:=]\s*(?:Types::(\w+)|["'](\w+)["'])/.exec(marks.map((mark) => mark.text).join(' '));
  const key = marks.some((mark) => mark.name === 'Id')
    ? 'primary'
    : /\bunique\s*[:=]\s*true/.test(column.text)
      ? 'unique'
      : undefined;
  const optional = declared.startsWith('?') && key !== 'primary';
  return {
    field: {
      name,
      type: declared.replace(/^\?/, '') || (type?.[1] ?? type?.[2] ?? '').toLowerCase(),
      ...(key ? { key } : {}),
      ...(optional ? { optional } : {}),
    },
  };
}

/** `name: Line::TABLE` of a constant that the class itself holds. */
function constantOf(className: string, named: RegExpExecArray | null, body: Node | undefined): string | undefined {
  if (named === null || (named[1] !== 'self' && named[1] !== className)) return undefined;
  const constant = childrenOf(body, 'const_declaration')
    .flatMap((declaration) => childrenOf(declaration, 'const_element'))
    .find((element) => textOf(element.namedChild(0)) === named[2]);
  return literalOf(constant?.namedChild(1));
}

function readClass(node: Node): ModelFact | undefined {
  const marks = marksOf(node);
  const entity = marks.find((mark) => mark.name === 'Entity' || mark.name === 'Document');
  // A trait lends its columns to the classes that use it.
  const isTrait = node.type === 'trait_declaration';
  const isPart = marks.some((mark) => /^Embedd(?:able|edDocument)$/.test(mark.name));
  if (!entity && !isTrait && !isPart && !marks.some((mark) => mark.name === 'MappedSuperclass')) return undefined;
  const body = fieldOf(node, 'body');
  const promoted = descendantsOf(body, 'property_promotion_parameter');
  const read = [...childrenOf(body, 'property_declaration'), ...promoted].flatMap(
    (property) => readProperty(property) ?? [],
  );
  const tableMark = marks.find((mark) => mark.name === 'Table');
  const name = textOf(fieldOf(node, 'name'));
  const table =
    /(?:\bname\s*[:=]\s*|\(\s*)["'`]{1,2}([\w.]+)/.exec(tableMark?.text ?? '')?.[1] ??
    constantOf(name, /\bname\s*:\s*(\w{1,100})::(\w{1,100})\s*[,)]/.exec(tableMark?.text ?? ''), body);
  const base = textOf(childOf(childOf(node, 'base_clause'), 'name', 'qualified_name'))
    .split('\\')
    .at(-1);
  const traits = childrenOf(body, 'use_declaration').flatMap((use) =>
    childrenOf(use, 'name', 'qualified_name').map((name) => name.text.split('\\').at(-1) ?? ''),
  );
  const bases = [...(base ? [base] : []), ...traits];
  if (isTrait && read.length === 0) return undefined;
  return {
    name,
    kind: 'doctrine',
    line: lineOf(fieldOf(node, 'name') ?? node),
    endLine: endLineOf(node),
    fields: read.map(({ field }) => field),
    relations: read.flatMap(({ relation }) => relation ?? []),
    role: entity ? 'entity' : isPart ? 'part' : 'base',
    ...(table ? { table: literalOf(null) ?? table } : {}),
    ...(bases.length > 0 ? { bases } : {}),
  };
}

/** Doctrine ORM and ODM in PHP, by attributes or annotations. */
export const doctrineSource: ModelSource = {
  id: 'doctrine',
  wants: ({ language }) => language === 'php',
  keyword: /Doctrine\\(?:ORM|ODM)|[@[](?:ORM|ODM)\\/,
  extract: (file) => ({
    models: descendantsOf(file.tree?.rootNode, 'class_declaration', 'trait_declaration').flatMap(
      (node) => readClass(node) ?? [],
    ),
  }),
  example: {
    files: {
      'src/Entity/Dated.php':
        '<?php\nnamespace App\\Entity;\nuse Doctrine\\ORM\\Mapping as ORM;\ntrait Dated {\n  #[ORM\\Column]\n  private int $year;\n}\n',
      'src/Entity/Post.php':
        "<?php\nnamespace App\\Entity;\nuse Doctrine\\ORM\\Mapping as ORM;\n#[ORM\\Entity(repositoryClass: PostRepository::class)]\n#[ORM\\Table(name: 'post')]\nclass Post {\n  use Dated;\n  #[ORM\\Id]\n  #[ORM\\GeneratedValue]\n  #[ORM\\Column(type: Types::INTEGER)]\n  private ?int $id = null;\n  #[ORM\\Column(unique: true)]\n  private string $slug;\n  #[ORM\\ManyToOne(targetEntity: User::class)]\n  private ?User $author = null;\n  #[ORM\\ManyToMany(targetEntity: 'Tag')]\n  private $tags;\n  private string $cache;\n}\n",
    },
    models: [
      'doctrine Post [post] (year:int, id:int primary, slug:string unique, author:?User foreign, tags:Tag) author>User tags>Tag',
    ],
  },
};
