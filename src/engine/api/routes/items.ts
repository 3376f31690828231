import { createItemInProjectBody } from '../../../shared/api/bodies';
import { itemPath } from '../../../shared/api/paths';
import { listItemsQuery, projectQuery } from '../../../shared/api/queries';
import { approveItemBody, item, mergeItemsBody, supersedeItemBody, updateItemBody } from '../../../shared/item';
import { type ProjectRule, pageReply, type Route, route } from '../route';

const common = { tag: 'Items', credential: 'bearer' } as const;
const missing = 'Item not found';

/** The project is that of the item in the path. */
const ofItem = {
  of: 'subject',
  missing,
  find: ({ engine, path }) => engine.getItem({ itemId: (path as { readonly itemId: string }).itemId }),
} as const satisfies ProjectRule<unknown, unknown, unknown>;
const one = { ...common, project: ofItem, params: itemPath } as const;

export const itemRoutes: readonly Route[] = [
  route({
    ...common,
    method: 'GET',
    path: '/api/v2/items',
    id: 'listItems',
    summary: 'The memory items of a project.',
    project: { of: 'selected' },
    query: listItemsQuery,
    success: 200,
    response: item,
    list: true,
    answer: async ({ engine, projectId, query }) => pageReply(await engine.listItems({ ...query, projectId })),
  }),
  route({
    ...common,
    method: 'POST',
    path: '/api/v2/items',
    id: 'createItem',
    summary: 'Makes an item.',
    project: { of: 'selected' },
    query: projectQuery,
    body: createItemInProjectBody,
    success: 201,
    response: item,
    errors: [404, 409],
    answer: ({ engine, projectId, body, options }) => engine.createItem({ ...body, projectId }, options),
  }),
  route({
    ...common,
    method: 'GET',
    path: '/api/v2/items/{itemId}',
    id: 'getItem',
    summary: 'One item.',
    project: { of: 'answer', missing },
    params: itemPath,
    success: 200,
    response: item,
    answer: ({ engine, path }) => engine.getItem(path),
  }),
  route({
    ...one,
    method: 'PATCH',
    path: '/api/v2/items/{itemId}',
    id: 'updateItem',
    summary: 'Changes an item.',
    body: updateItemBody,
    success: 200,
    response: item,
    errors: [409],
    answer: ({ engine, path, body, options }) => engine.updateItem({ ...body, ...path }, options),
  }),
  route({
    ...one,
    method: 'DELETE',
    path: '/api/v2/items/{itemId}',
    id: 'deleteItem',
    summary: 'Deletes an item.',
    success: 204,
    errors: [409],
    answer: ({ engine, path, options }) => engine.deleteItem(path, options),
  }),
  route({
    ...one,
    method: 'POST',
    path: '/api/v2/items/{itemId}/approve',
    id: 'approveItem',
    summary: 'Approves or deprecates an item.',
    body: approveItemBody,
    success: 200,
    response: item,
    errors: [409],
    answer: ({ engine, path, body, options }) => engine.approveItem({ ...body, ...path }, options),
  }),
  route({
    ...one,
    method: 'POST',
    path: '/api/v2/items/{itemId}/merge',
    id: 'mergeItems',
    summary: 'Takes other items into this one.',
    body: mergeItemsBody,
    success: 200,
    response: item,
    errors: [409],
    answer: ({ engine, path, body, options }) => engine.mergeItems({ ...body, ...path }, options),
  }),
  route({
    ...one,
    method: 'POST',
    path: '/api/v2/items/{itemId}/supersede',
    id: 'supersedeItem',
    summary: 'Lets another item, or a new one, count instead of this one.',
    body: supersedeItemBody,
    success: 200,
    response: item,
    errors: [409],
    answer: ({ engine, path, body, options }) => engine.supersedeItem({ ...body, ...path }, options),
  }),
];
