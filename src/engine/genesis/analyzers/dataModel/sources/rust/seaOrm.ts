import type { Node } from 'web-tree-sitter';
import type { DataField } from '../../../../../../shared/inventory';
import type { ModelFact, ModelSource } from '../../modelFact';
import { childrenOf, descendantsOf, endLineOf, fieldOf, lineOf, textOf } from '../../syntax/nodes';
import { isOfTest } from '../sql/embeddedSql';
import { attributesBefore, nameOf, relationsBeside } from './seaRelations';

/** How other files call the entity: by the module that it is alone in. */
function moduleOf(node: Node, path: string): string {
  for (let at = node.parent; at !== null; at = at.parent)
    if (at.type === 'mod_item') return nameOf(textOf(fieldOf(at, 'name')));
  const [file = '', folder = ''] = path.split('/').reverse();
  return file === 'mod.rs' ? folder : file.replace(/\.rs$/, '');
}

/** `HasOne<super::user::Entity>` of a model whose relations stand among its columns. */
const isRelation = (type: string): boolean => /^(?:sea_orm::)?(?:HasOne|HasMany|BelongsTo)\s*</.test(type);

function columnOf(declaration: Node, foreign: ReadonlySet<string>): DataField {
  const name = nameOf(textOf(fieldOf(declaration, 'name')));
  const type = textOf(fieldOf(declaration, 'type'));
  const inner = /^Option<(.*)>$/.exec(type)?.[1];
  const marks = attributesBefore(declaration).join(' ');
  const own = /\bprimary_key\b/.test(marks) ? 'primary' : /\bunique\b/.test(marks) ? 'unique' : undefined;
  const key = own ?? (foreign.has(name) ? 'foreign' : undefined);
  return { name, type: inner ?? type, ...(key ? { key } : {}), ...(inner ? { optional: true } : {}) };
}

/** `#[derive(DeriveEntityModel)] #[sea_orm(table_name = "cake")] struct Model`. */
function seaModel(node: Node, text: string, path: string): ModelFact | undefined {
  if (isOfTest(node)) return undefined;
  const attributes = attributesBefore(node).join('\n');
  if (!/\bDerive(?:Entity)?Model\b/.test(attributes)) return undefined;
  // Written out, the table's name is the answer of a function.
  const table =
    /table_name\s*=\s*"([^"]+)"/.exec(attributes)?.[1] ??
    /\bfn\s+table_name\s*\(\s*&self\s*\)\s*->\s*&(?:'static\s+)?str\s*\{\s*"([^"]+)"/.exec(text)?.[1];
  if (table === undefined && !/\bDeriveEntityModel\b/.test(attributes)) return undefined;
  const declared = childrenOf(fieldOf(node, 'body'), 'field_declaration');
  const relations = relationsBeside(node, declared);
  const foreign = new Set(relations.flatMap(({ field, kind }) => (kind === 'many-to-one' ? [field] : [])));
  const columns = declared.filter(
    (declaration) =>
      !isRelation(textOf(fieldOf(declaration, 'type'))) &&
      !attributesBefore(declaration).some((mark) => /^#\[sea_orm\(.{0,100}\bignore\b/.test(mark)),
  );
  return {
    name: table ?? textOf(fieldOf(node, 'name')),
    kind: 'sea-orm',
    line: lineOf(node),
    endLine: endLineOf(node),
    fields: columns.map((declaration) => columnOf(declaration, foreign)),
    relations,
    role: 'entity',
    aliases: [moduleOf(node, path)],
    ...(table ? { table } : {}),
  };
}

/** SeaORM's entities with what their relations say. */
export const seaOrmSource: ModelSource = {
  id: 'sea-orm',
  wants: ({ language }) => language === 'rust',
  keyword: /Derive(?:Entity)?Model\b/,
  extract(file) {
    // A model inside a migration stands for what the table was then.
    if (/\bDeriveMigrationName\b|\bimpl\s+MigrationTrait\b/.test(file.text)) return {};
    return {
      models: descendantsOf(file.tree?.rootNode, 'struct_item').flatMap(
        (node) => seaModel(node, file.text, file.path) ?? [],
      ),
    };
  },
  example: {
    files: {
      'src/entities/baker.rs':
        '#[derive(Copy, Clone, DeriveEntity)]\npub struct Entity;\n\n#[derive(Clone, DeriveModel, DeriveActiveModel)]\npub struct Model {\n    pub id: i32,\n}\n\nimpl EntityName for Entity {\n    fn table_name(&self) -> &str {\n        "bakers"\n    }\n}\n\npub enum Relation { Cake }\n\nimpl RelationTrait for Relation {\n    fn def(&self) -> RelationDef {\n        match self { Self::Cake => Entity::has_many(super::cake::Entity).into() }\n    }\n}\n',
      'src/entities/cake.rs':
        '#[derive(Clone, Debug, DeriveEntityModel)]\n#[sea_orm(table_name = "cakes")]\npub struct Model {\n    #[sea_orm(primary_key)]\n    pub id: i32,\n    /// A unique note.\n    pub note: Option<String>,\n    pub r#type: String,\n    pub baker_id: i32,\n}\n\n#[derive(EnumIter, DeriveRelation)]\npub enum Relation {\n    #[sea_orm(\n        belongs_to = "super::baker::Entity",\n        from = "Column::BakerId",\n        to = "super::baker::Column::Id"\n    )]\n    Baker,\n}\n\nimpl Related<super::fruit::Entity> for Entity {\n    fn to() -> RelationDef { super::filling::Relation::Fruit.def() }\n    fn via() -> Option<RelationDef> { Some(super::filling::Relation::Cake.def().rev()) }\n}\n',
      'src/migration/m1_move_cakes.rs':
        '#[derive(DeriveMigrationName)]\npub struct Migration;\n\nmod old {\n    #[derive(DeriveEntityModel)]\n    #[sea_orm(table_name = "old_cakes")]\n    pub struct Model {\n        #[sea_orm(primary_key)]\n        pub id: i32,\n    }\n}\n',
      'src/entities/fruit.rs':
        '#[sea_orm::model]\n#[derive(DeriveEntityModel)]\n#[sea_orm(table_name = "fruit")]\npub struct Model {\n    #[sea_orm(primary_key)]\n    pub id: i32,\n    pub cake_id: i32,\n    #[sea_orm(belongs_to, from = "cake_id", to = "id")]\n    pub cake: HasOne<super::cake::Entity>,\n}\n',
    },
    models: [
      'sea-orm bakers [bakers] (id:i32) cake>cakes',
      'sea-orm cakes [cakes] (id:i32 primary, note:String?, type:String, baker_id:i32 foreign) baker_id>bakers fruit>fruit',
      'sea-orm fruit [fruit] (id:i32 primary, cake_id:i32 foreign) cake_id>cakes',
    ],
  },
};
