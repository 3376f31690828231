import type { Engine } from '../engine';
import type { EngineParts } from '../engineParts';
import { approveItem, deleteItem, updateItem } from './changeItem';
import { createItem } from './createItem';
import { getItemRow, type ItemParts } from './itemParts';
import { ItemStore, toItem } from './itemStore';
import { listItems } from './listItems';
import { mergeItems, supersedeItem } from './mergeItems';

type ItemCalls = Pick<
  Engine,
  'listItems' | 'getItem' | 'createItem' | 'updateItem' | 'deleteItem' | 'approveItem' | 'mergeItems' | 'supersedeItem'
>;

/** The noun `item`: its calls of the facade, and what the rules of other nouns need to make items. */
export function createItems(base: EngineParts): { calls: ItemCalls; parts: ItemParts } {
  const { db, runner } = base;
  const parts: ItemParts = { ...base, items: new ItemStore(db) };
  const calls: ItemCalls = {
    listItems: runner.read('listItems', (query) => listItems(parts, query)),
    getItem: runner.read('getItem', ({ itemId }) => toItem(getItemRow(parts, itemId))),
    createItem: runner.write('createItem', (params) => createItem(parts, params)),
    updateItem: runner.write('updateItem', (params) => updateItem(parts, params)),
    deleteItem: runner.write('deleteItem', (params) => deleteItem(parts, params)),
    approveItem: runner.write('approveItem', (params) => approveItem(parts, params)),
    mergeItems: runner.write('mergeItems', (params) => mergeItems(parts, params)),
    supersedeItem: runner.write('supersedeItem', (params) => supersedeItem(parts, params)),
  };
  return { calls, parts };
}
