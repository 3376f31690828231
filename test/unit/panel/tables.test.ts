import assert from 'node:assert/strict';
import { emptyInventory } from '../../../src/shared/inventory';
import { arrange, toTsv } from '../../../webview-ui/inventory/tableRows';
import { tables } from '../../../webview-ui/inventory/tables';
import { largeInventory } from '../../ui/panel/fixtures/manyFindings';
import { shopInventory } from '../../ui/panel/fixtures/shopInventory';

const rowsOf = (tab: string, inventory = shopInventory) =>
  tables.find((table) => table.tab === tab)?.rows(inventory) ?? [];

describe('inventory tables', () => {
  it('have a cell for each column', () => {
    for (const table of tables)
      for (const row of table.rows(shopInventory)) assert.equal(row.cells.length, table.columns.length, table.title);
  });

  it('are empty for nothing', () => {
    for (const table of tables) assert.equal(table.rows(emptyInventory()).length, 0);
  });

  it('lead to the place in the code', () => {
    assert.deepEqual(rowsOf('routes')[0]?.place, {
      path: 'services/orders/src/main/java/market/harbor/orders/web/OrderController.java',
      line: 22,
    });
  });

  it('filter by all words in any cell', () => {
    const rows = arrange(rowsOf('routes'), 'DELETE cart', null);
    assert.deepEqual(
      rows.map(({ cells }) => cells[1]),
      ['/api/v1/carts/{id}'],
    );
  });

  it('sort numbers as numbers, both ways, and keep the order of equals', () => {
    const sizes = (down: boolean): (string | undefined)[] =>
      arrange(rowsOf('models'), '', { column: 2, down }).map(({ cells }) => cells[2]);
    assert.deepEqual(sizes(false).slice(0, 4), ['2', '2', '2', '2']);
    assert.deepEqual(sizes(true).slice(0, 2), ['14', '6']);
  });

  it('bear 10,000 rows', () => {
    const rows = rowsOf('dependencies', largeInventory());
    const start = performance.now();
    assert.equal(arrange(rows, 'package-99', { column: 0, down: true }).length, 111);
    assert.ok(performance.now() - start < 3000);
  });

  it('copy as tab-separated lines that no spreadsheet takes for a formula', () => {
    const columns = [
      { name: 'A', width: 1, min: 10 },
      { name: 'B', width: 1, min: 10 },
    ];
    const row = (...cells: string[]) => ({ cells, place: null, search: '' });
    const text = toTsv(columns, [row('=HYPERLINK("x")', 'a\tb\nc'), row('@scope/name', '@SUM(1)')]);
    assert.equal(text, `A\tB\n'=HYPERLINK("x")\ta b c\n@scope/name\t'@SUM(1)`);
  });
});
