import {
  Categories,
  CategoryChanges,
  CountedCategories,
  ListedProduct,
  MAX_PAGE_ROWS,
  NamedProducts,
  PinnedBody,
  PinnedProducts,
  ProductBatch,
  ProductChanges,
  ProductList,
  ProductQuery,
  ProductsPut,
} from '@shopbell/protocol'
import Type from 'typebox'
import { changeCategories, readCountedCategories } from '../../catalogue/category-desk.ts'
import { putCategories, readCategories } from '../../catalogue/category-list.ts'
import {
  changeProduct,
  pinProducts,
  readNamed,
  readPinned,
  readProducts,
  removeProduct,
} from '../../catalogue/product-list.ts'
import { putProducts } from '../../catalogue/put-products.ts'
import { isRefused } from '../../reception/refused.ts'
import type { ConsoleApp } from '../console-app.ts'
import type { ConsoleParts } from '../console-parts.ts'
import { actorOf } from '../guard.ts'
import { limitOf, limitUpTo, ProductPlace } from '../page-query.ts'
import { refuse } from '../refuse.ts'
import { NO_CONTENT } from '../no-content.ts'

const Ref = ProductQuery.properties.ref
const ListQuery = Type.Object(
  {
    text: Type.Optional(Type.String({ maxLength: 200 })),
    category: Type.Optional(Ref),
    state: Type.Optional(Type.Enum(['available', 'unavailable', 'hidden'])),
    before: ProductPlace,
    limit: limitUpTo(MAX_PAGE_ROWS),
  },
  { additionalProperties: false },
)

/** Products, the order in which they are recommended, and their categories. Everybody reads them; the robot's keepers change them. */
export function productRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  const reading = { access: 'account', scope: 'catalogue:read' } as const
  const changing = { access: 'robotKeeper', scope: 'catalogue:write' } as const

  app.get(
    '/products',
    {
      config: reading,
      schema: {
        operationId: 'listProducts',
        summary: 'Lists products, by title.',
        querystring: ListQuery,
        response: { 200: ProductList },
      },
    },
    (request) => {
      const limit = limitOf(request.query.limit, MAX_PAGE_ROWS)
      return readProducts(parts, actorOf(request), { ...request.query, limit })
    },
  )

  app.post(
    '/products/named',
    {
      config: reading,
      schema: {
        operationId: 'readProducts',
        summary: 'Reads the products with these refs.',
        body: NamedProducts,
        response: { 200: ProductList },
      },
    },
    (request) => readNamed(parts, actorOf(request), request.body.refs),
  )

  app.put(
    '/products',
    {
      config: changing,
      schema: {
        operationId: 'putProducts',
        summary: 'Puts or replaces products by their ref, all of them or none.',
        refuses: ['CATALOGUE_UNFIT'],
        body: ProductBatch,
        response: { 200: ProductsPut },
      },
    },
    async (request, reply) => {
      const put = await putProducts(parts, actorOf(request), request.body.products)
      return isRefused(put) ? refuse(request, reply, put) : put
    },
  )

  app.delete(
    '/products',
    {
      config: changing,
      schema: {
        operationId: 'removeProduct',
        summary: 'Takes a product away.',
        refuses: ['NOT_FOUND'],
        querystring: ProductQuery,
        response: NO_CONTENT,
      },
    },
    async (request, reply) => {
      const removed = await removeProduct(parts, actorOf(request), request.query.ref)
      if (!removed) return refuse(request, reply, { refused: 'NOT_FOUND' })
      return reply.code(204).send()
    },
  )

  app.post(
    '/products/changes',
    {
      config: changing,
      schema: {
        operationId: 'changeProduct',
        summary: 'Says whether a product is available and published.',
        refuses: ['NOT_FOUND'],
        body: ProductChanges,
        response: { 200: ListedProduct },
      },
    },
    async (request, reply) => {
      const changed = await changeProduct(parts, actorOf(request), request.body)
      return changed ?? refuse(request, reply, { refused: 'NOT_FOUND' })
    },
  )

  app.get(
    '/products/pinned',
    {
      config: reading,
      schema: {
        operationId: 'listPinnedProducts',
        summary: 'Lists the products that are recommended first, in the seller’s order.',
        response: { 200: PinnedProducts },
      },
    },
    (request) => readPinned(parts, actorOf(request)),
  )

  app.post(
    '/products/pinned',
    {
      config: changing,
      schema: {
        operationId: 'pinProducts',
        summary: 'Puts the pinned products into a new order.',
        refuses: ['NOT_FOUND', 'SETTINGS_MOVED'],
        body: PinnedBody,
        response: { 200: PinnedProducts },
      },
    },
    async (request, reply) => {
      const pinned = await pinProducts(parts, actorOf(request), request.body)
      return isRefused(pinned) ? refuse(request, reply, pinned) : pinned
    },
  )

  app.get(
    '/categories',
    {
      config: reading,
      schema: {
        operationId: 'listCategories',
        summary: 'Lists the categories of products, in the seller’s order.',
        response: { 200: Categories },
      },
    },
    (request) => readCategories(parts, actorOf(request)),
  )

  app.get(
    '/categories/counted',
    {
      config: reading,
      schema: {
        operationId: 'countCategories',
        summary: 'Lists the categories, with how many products are in each.',
        response: { 200: CountedCategories },
      },
    },
    (request) => readCountedCategories(parts, actorOf(request)),
  )

  app.post(
    '/categories/changes',
    {
      config: changing,
      schema: {
        operationId: 'changeCategories',
        summary: 'Replaces the categories that were seen by new ones.',
        refuses: ['CATALOGUE_UNFIT', 'SETTINGS_MOVED'],
        body: CategoryChanges,
        response: { 200: CountedCategories },
      },
    },
    async (request, reply) => {
      const changed = await changeCategories(parts, actorOf(request), request.body)
      return isRefused(changed) ? refuse(request, reply, changed) : changed
    },
  )

  app.put(
    '/categories',
    {
      config: changing,
      schema: {
        operationId: 'putCategories',
        summary: 'Replaces all categories, whatever they were.',
        refuses: ['CATALOGUE_UNFIT'],
        body: Categories,
        response: { 200: Categories },
      },
    },
    async (request, reply) => {
      const put = await putCategories(parts, actorOf(request), request.body.categories)
      return isRefused(put) ? refuse(request, reply, put) : put
    },
  )
}
