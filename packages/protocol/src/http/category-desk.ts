import Type, { type Static } from 'typebox'
import { closed } from '../field.ts'
import { Categories, Category, MAX_CATEGORIES } from './catalogue.ts'

/** A category as the console lists it, with how many products are in it. */
export const CountedCategory = Type.Object(
  { ...Category.properties, products: Type.Integer({ minimum: 0 }) },
  closed,
)
export type CountedCategory = Static<typeof CountedCategory>

/** `GET /api/v1/categories/counted`: all of them, in the seller's order. */
export const CountedCategories = Type.Object(
  { categories: Type.Array(CountedCategory, { maxItems: MAX_CATEGORIES }) },
  closed,
)
export type CountedCategories = Static<typeof CountedCategories>

const All = Categories.properties.categories
/** `POST /api/v1/categories/changes`: the new list, and the one it was made from. */
export const CategoryChanges = Type.Object({ from: All, to: All }, closed)
export type CategoryChanges = Static<typeof CategoryChanges>
