import {
  Categories,
  CategoryChanges,
  CountedCategories,
  ListedProduct,
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
import { refuse } from '../refuse.ts'

const Ref = ProductQuery.properties.ref
const ListQuery = Type.Object(
  {
    text: Type.Optional(Type.String({ maxLength: 200 })),
    category: Type.Optional(Ref),
    state: Type.Optional(Type.Enum(['available', 'unavailable', 'hidden'])),
    before: Type.Optional(Ref),
  },
  { additionalProperties: false },
)

/** Products, the order in which they are recommended, and their categories. Everybody reads them; the robot's keepers change them. */
export function productRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  const reading = { access: 'account', scope: 'catalogue:read' } as const
  const changing = { access: 'robotKeeper', scope: 'catalogue:write' } as const

  app.get(
    '/products',
    { config: reading, schema: { querystring: ListQuery, response: { 200: ProductList } } },
    (request) => readProducts(parts, actorOf(request), request.query),
  )

  app.post(
    '/products/named',
    { config: reading, schema: { body: NamedProducts, response: { 200: ProductList } } },
    (request) => readNamed(parts, actorOf(request), request.body.refs),
  )

  app.put(
    '/products',
    { config: changing, schema: { body: ProductBatch, response: { 200: ProductsPut } } },
    async (request, reply) => {
      const put = await putProducts(parts, actorOf(request), request.body.products)
      return isRefused(put) ? refuse(request, reply, put) : put
    },
  )

  app.delete(
    '/products',
    { config: changing, schema: { querystring: ProductQuery } },
    async (request, reply) => {
      const removed = await removeProduct(parts, actorOf(request), request.query.ref)
      if (!removed) return refuse(request, reply, { refused: 'NOT_FOUND' })
      return reply.code(204).send()
    },
  )

  app.post(
    '/products/changes',
    { config: changing, schema: { body: ProductChanges, response: { 200: ListedProduct } } },
    async (request, reply) => {
      const changed = await changeProduct(parts, actorOf(request), request.body)
      return changed ?? refuse(request, reply, { refused: 'NOT_FOUND' })
    },
  )

  app.get('/products/pinned', { config: reading, schema: { response: { 200: PinnedProducts } } }, (request) =>
    readPinned(parts, actorOf(request)),
  )

  app.post(
    '/products/pinned',
    { config: changing, schema: { body: PinnedBody, response: { 200: PinnedProducts } } },
    async (request, reply) => {
      const pinned = await pinProducts(parts, actorOf(request), request.body)
      return isRefused(pinned) ? refuse(request, reply, pinned) : pinned
    },
  )

  app.get('/categories', { config: reading, schema: { response: { 200: Categories } } }, (request) =>
    readCategories(parts, actorOf(request)),
  )

  app.get(
    '/categories/counted',
    { config: reading, schema: { response: { 200: CountedCategories } } },
    (request) => readCountedCategories(parts, actorOf(request)),
  )

  app.post(
    '/categories/changes',
    { config: changing, schema: { body: CategoryChanges, response: { 200: CountedCategories } } },
    async (request, reply) => {
      const changed = await changeCategories(parts, actorOf(request), request.body)
      return isRefused(changed) ? refuse(request, reply, changed) : changed
    },
  )

  app.put(
    '/categories',
    { config: changing, schema: { body: Categories, response: { 200: Categories } } },
    async (request, reply) => {
      const put = await putCategories(parts, actorOf(request), request.body.categories)
      return isRefused(put) ? refuse(request, reply, put) : put
    },
  )
}
