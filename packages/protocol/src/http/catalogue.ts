import Type, { type Static } from 'typebox'
import { closed, ExternalRef, Instant, WebAddress } from '../field.ts'

/** Most products one request puts; a file of more goes through the import. */
export const MAX_PRODUCT_BATCH = 500
/** Most rows one import takes, and most bytes. */
export const MAX_IMPORT_ROWS = 100_000
export const MAX_IMPORT_BYTES = 32 * 1_024 * 1_024
/** Most products a seller pins, and most categories a store has. */
export const MAX_PINNED = 20
export const MAX_CATEGORIES = 500

const Name = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })
const Ref = ExternalRef

/**
 * A product as the shop's own system knows it. With a `currency` the price is a number such as `3.75`; without one it is text that
 * buyers read as it stands. What is left out is empty; a product is available and published unless it says otherwise, and its
 * `sales` stay.
 */
export const Product = Type.Object(
  {
    ref: Ref,
    title: Name,
    price: Type.Optional(Type.String({ minLength: 1, maxLength: 50 })),
    currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$' })),
    image: Type.Optional(WebAddress),
    url: Type.Optional(WebAddress),
    category: Type.Optional(Ref),
    available: Type.Optional(Type.Boolean()),
    published: Type.Optional(Type.Boolean()),
    /** How many were sold, however the shop counts; the best sellers come first. */
    sales: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })),
  },
  closed,
)
export type Product = Static<typeof Product>

/** `PUT /api/v1/products`: puts or replaces, by `ref`; repeating it changes nothing. */
export const ProductBatch = Type.Object(
  { products: Type.Array(Product, { minItems: 1, maxItems: MAX_PRODUCT_BATCH }) },
  closed,
)
export type ProductBatch = Static<typeof ProductBatch>

const Count = Type.Integer({ minimum: 0 })
export const ProductsPut = Type.Object({ created: Count, updated: Count }, closed)
export type ProductsPut = Static<typeof ProductsPut>

/** A product as the console lists it. `shown` and `opened` count its cards in recommendations (REC-04). */
export const ListedProduct = Type.Object(
  {
    ...Product.properties,
    available: Type.Boolean(),
    published: Type.Boolean(),
    sales: Count,
    /** Its place among the pinned ones, 1 first. */
    pinned: Type.Optional(Type.Integer({ minimum: 1 })),
    shown: Count,
    opened: Count,
    updatedAt: Instant,
  },
  closed,
)
export type ListedProduct = Static<typeof ListedProduct>

/** `GET /api/v1/products?text=&category=&state=&before=&limit=`: by title; `next` is the `before` of the page below. */
export const ProductList = Type.Object(
  { products: Type.Array(ListedProduct), next: Type.Optional(Type.String({ maxLength: 3_000 })) },
  closed,
)
export type ProductList = Static<typeof ProductList>

/** `POST /api/v1/products/named`: these products, as a list without more; those that the store does not have are left out. */
export const NamedProducts = Type.Object({ refs: Type.Array(Ref, { maxItems: MAX_PRODUCT_BATCH }) }, closed)

/** `POST /api/v1/products/changes`: what is left out stays. */
export const ProductChanges = Type.Object(
  { ref: Ref, available: Type.Optional(Type.Boolean()), published: Type.Optional(Type.Boolean()) },
  { ...closed, minProperties: 2 },
)
export type ProductChanges = Static<typeof ProductChanges>

/** The query of `DELETE /api/v1/products`. */
export const ProductQuery = Type.Object({ ref: Ref }, closed)

/** `GET /api/v1/products/pinned`: the products recommended first, in the seller's order (REC-01). */
export const PinnedProducts = Type.Object({ pinned: Type.Array(ListedProduct) }, closed)
export type PinnedProducts = Static<typeof PinnedProducts>

const Refs = Type.Array(Ref, { maxItems: MAX_PINNED, uniqueItems: true })
/** `POST /api/v1/products/pinned`: the new order, and the one it was made from. */
export const PinnedBody = Type.Object({ from: Refs, to: Refs }, closed)
export type PinnedBody = Static<typeof PinnedBody>

/** A group of products; `parent` is the `ref` of the one it is part of. */
export const Category = Type.Object({ ref: Ref, name: Name, parent: Type.Optional(Ref) }, closed)
export type Category = Static<typeof Category>

/** `GET` and `PUT /api/v1/categories`: all of them, in the seller's order. One that is left out of a `PUT` is gone; its products stay. */
export const Categories = Type.Object(
  { categories: Type.Array(Category, { maxItems: MAX_CATEGORIES }) },
  closed,
)
export type Categories = Static<typeof Categories>

/** What can be wrong with a row of a catalogue file. */
export const IMPORT_FAULTS = [
  'NOT_UTF8',
  'ROW_UNREADABLE',
  'COLUMN_UNKNOWN',
  'COLUMN_MISSING',
  'VALUE_MISSING',
  'VALUE_UNFIT',
  'PRICE_UNFIT',
  'REF_TWICE',
  'TOO_MANY_ROWS',
  'TOO_MANY_CATEGORIES',
  'FILE_EMPTY',
] as const
export type ImportFault = (typeof IMPORT_FAULTS)[number]

/** `row` counts from 1; a CSV's first line, with the names of the columns, is row 1. */
export const ImportProblem = Type.Object(
  {
    row: Type.Integer({ minimum: 1 }),
    column: Type.Optional(Type.String({ maxLength: 200 })),
    code: Type.Enum([...IMPORT_FAULTS]),
    message: Type.String({ maxLength: 600 }),
  },
  closed,
)
export type ImportProblem = Static<typeof ImportProblem>

/** Problems told of one file; what is beyond is counted only. */
export const MAX_TOLD_PROBLEMS = 100

/**
 * `POST /api/v1/products/import?dryRun=`, a CSV or JSON file as it is: all of it or, with one problem, nothing. `created` and
 * `updated` are what was saved, or would be.
 */
export const CatalogueImported = Type.Object(
  {
    saved: Type.Boolean(),
    rows: Count,
    created: Count,
    updated: Count,
    problems: Type.Array(ImportProblem, { maxItems: MAX_TOLD_PROBLEMS }),
    /** All problems, told or not. */
    problemCount: Count,
  },
  closed,
)
export type CatalogueImported = Static<typeof CatalogueImported>
