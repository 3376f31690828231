import type { DataField, DataRelation } from '../../../../../../shared/inventory';
import type { IncludedFile, ModelFact, ModelSource, SchemaStep } from '../../modelFact';
import { descendantsOf, type Element, elementsOf } from './elements';

const changes: ReadonlySet<string> = new Set([
  'createTable',
  'dropTable',
  'renameTable',
  'addColumn',
  'dropColumn',
  'renameColumn',
  'addForeignKeyConstraint',
  'addPrimaryKey',
  // The way back is no history.
  'rollback',
]);

const inclusions: ReadonlySet<string> = new Set(['include', 'includeAll']);

function includedFile({ name, attributes }: Element): IncludedFile[] {
  const isFolder = name === 'includeAll';
  const file = (isFolder ? attributes['path'] : attributes['file'])?.replace(/\/+$/, '');
  return file === undefined ? [] : [{ file, isFolder, isRelative: attributes['relativeToChangelogFile'] === 'true' }];
}

const namesIn = (list: string | undefined): string[] => (list ?? '').split(',').map((name) => name.trim());

function readColumn(column: Element): { field: DataField; relation?: DataRelation } | undefined {
  const { name, type = '' } = column.attributes;
  if (name === undefined) return undefined;
  const rules = column.children.find((child) => child.name === 'constraints')?.attributes ?? {};
  const to = rules['referencedTableName'] ?? /^\s*(?:\w{1,60}\.)?(\w{1,100})\s*\(/.exec(rules['references'] ?? '')?.[1];
  const key =
    rules['primaryKey'] === 'true' ? 'primary' : to ? 'foreign' : rules['unique'] === 'true' ? 'unique' : undefined;
  const optional = rules['nullable'] === 'true';
  const field: DataField = { name, type, ...(key ? { key } : {}), ...(optional ? { optional } : {}) };
  return to ? { field, relation: { field: name, to, kind: 'many-to-one' } } : { field };
}

const columnsOf = (change: Element): NonNullable<ReturnType<typeof readColumn>>[] =>
  descendantsOf(change.children, new Set(['column'])).flatMap((column) => readColumn(column) ?? []);

function createdTable(change: Element, table: string): ModelFact {
  const read = columnsOf(change);
  return {
    name: table,
    kind: 'liquibase',
    line: change.line,
    endLine: change.line,
    fields: read.map(({ field }) => field),
    relations: read.flatMap(({ relation }) => relation ?? []),
    table,
    role: 'entity',
  };
}

function stepsOf(change: Element): SchemaStep[] {
  const { attributes } = change;
  const table = attributes['tableName'] ?? attributes['baseTableName'] ?? attributes['oldTableName'] ?? '';
  // What a parameter fills in is no name.
  if (table === '' && change.name !== 'renameTable') return [];
  if (table.includes('${')) return [];
  switch (change.name) {
    case 'createTable':
      return [{ op: 'create', model: createdTable(change, table) }];
    case 'dropTable':
      return [{ op: 'drop', table }];
    case 'renameTable':
      return attributes['newTableName'] ? [{ op: 'rename', table, to: attributes['newTableName'] }] : [];
    case 'addColumn':
      return columnsOf(change).map((column) => ({ op: 'add', table, ...column }));
    case 'dropColumn': {
      const listed = descendantsOf(change.children, new Set(['column'])).flatMap(
        ({ attributes: own }) => own['name'] ?? [],
      );
      const names = attributes['columnName'] === undefined ? listed : [attributes['columnName']];
      return names.map((field) => ({ op: 'remove', table, field }));
    }
    case 'renameColumn': {
      const [field, to] = [attributes['oldColumnName'], attributes['newColumnName']];
      return field && to ? [{ op: 'rename-field', table, field, to }] : [];
    }
    case 'addPrimaryKey':
      return [{ op: 'constrain', table, columns: namesIn(attributes['columnNames']), key: 'primary' }];
    default: {
      const to = attributes['referencedTableName'];
      if (change.name === 'rollback' || to === undefined) return [];
      const columns = namesIn(attributes['baseColumnNames']);
      const relation = { field: columns.join(', '), to, kind: 'many-to-one' as const };
      return [{ op: 'constrain', table, columns, key: 'foreign', relation }];
    }
  }
}

/** Liquibase's change logs in XML, YAML and JSON; those in SQL are read as SQL. */
export const liquibaseSource: ModelSource = {
  id: 'liquibase',
  wants: ({ path }) => /\.(?:xml|ya?ml|json)$/i.test(path),
  keyword: /\bdatabaseChangeLog\b/,
  extract(file) {
    const elements = elementsOf(file.path, file.text);
    return {
      steps: descendantsOf(elements, changes).flatMap(stepsOf),
      includes: descendantsOf(elements, inclusions).flatMap(includedFile),
    };
  },
  example: {
    files: {
      'src/main/resources/db/changelog/1-init.xml':
        '<?xml version="1.0"?>\n<databaseChangeLog>\n  <changeSet id="1" author="a">\n    <createTable tableName="account">\n      <column name="id" type="bigint"><constraints primaryKey="true" nullable="false"/></column>\n      <column name="mail" type="varchar(80)"><constraints unique="true"/></column>\n      <column name="old" type="int"/>\n      <column name="owner_id" type="bigint"/>\n    </createTable>\n    <rollback><dropTable tableName="account"/></rollback>\n  </changeSet>\n  <changeSet id="2" author="a">\n    <addForeignKeyConstraint baseTableName="account" baseColumnNames="owner_id" referencedTableName="person" referencedColumnNames="id"/>\n    <dropColumn tableName="account" columnName="old"/>\n  </changeSet>\n</databaseChangeLog>\n',
      'src/main/resources/db/changelog/2-more.yaml':
        'databaseChangeLog:\n  - changeSet:\n      id: 3\n      changes:\n        - createTable:\n            tableName: person\n            columns:\n              - column:\n                  name: id\n                  type: uuid\n                  constraints:\n                    primaryKey: true\n              - column:\n                  name: name\n                  type: text\n        - renameColumn:\n            tableName: account\n            oldColumnName: mail\n            newColumnName: email\n',
    },
    models: [
      'liquibase account [account] (id:bigint primary, email:varchar(80) unique, owner_id:bigint foreign) owner_id>person',
      'liquibase person [person] (id:uuid primary, name:text)',
    ],
  },
};
