import { createHash } from 'node:crypto'
import { type ChosenEntry, entryName, menuWords, type Program, type Reader } from '@shopbell/engine'
import type { MenuEntry, MessageContent } from '@shopbell/protocol'
import type { ConversationRow } from '../store/conversations.ts'
import { newArrivals, productsOfCategory } from '../store/menu-stock.ts'
import { listOrders } from '../store/orders.ts'
import type { OfferedProduct } from '../store/products.ts'
import { runAsStore } from '../store/run-as.ts'
import type { Desk } from './desk.ts'
import { orderCard } from './order-card.ts'
import { productCard } from './product-card.ts'
import { NEW_FOR_MS, offeredEntries, type StoreMenu } from './store-menu.ts'

const MAX_PRODUCTS = 10
/** Orders come as a card each. */
const MAX_ORDERS = 5

/** A tap on the menu, or on the categories it offered. */
export interface MenuTap {
  readonly at: number
  /** Who reads the menu. */
  readonly reader: Reader
  readonly live: Program
}

type Gives = ChosenEntry['gives']

/** What an entry of the menu gives this buyer; null: it is not offered (MNU-04, MNU-05). */
export async function chosenEntry(
  desk: Desk,
  row: ConversationRow,
  id: string,
  tap: MenuTap,
): Promise<ChosenEntry | null> {
  const menu = await desk.stores.menu(row.storeId)
  const entry = offeredEntries(menu, tap.live).find((one) => one.id === id)
  if (entry === undefined) return null
  const label = entryName(entry, tap.reader)
  return { entry: id, label, gives: await givenBy(desk, row, entry, menu, { ...tap, label }) }
}

/** What a category gives, of those that an offered entry holds; null: none does any more. */
export async function chosenCategory(
  { database, stores }: Desk,
  { storeId }: ConversationRow,
  option: string,
  { live }: MenuTap,
): Promise<ChosenEntry | null> {
  const menu = await stores.menu(storeId)
  for (const { id: entry, gives } of offeredEntries(menu, live)) {
    const category = categoriesOf(gives, menu).find(({ ref }) => optionOf(ref) === option)
    if (category === undefined) continue
    const products = await runAsStore(database, storeId, (tx) =>
      productsOfCategory(tx, storeId, category.ref, MAX_PRODUCTS),
    )
    if (products.length === 0) return null
    return { entry, label: category.name, gives: say([productsContent(`${category.name}:`, products)]) }
  }
  return null
}

async function givenBy(
  { database }: Desk,
  { storeId, publicId: buyer }: ConversationRow,
  { gives }: MenuEntry,
  menu: StoreMenu,
  { at, reader, label }: MenuTap & { readonly label: string },
): Promise<Gives> {
  const words = menuWords(reader.locale)
  switch (gives.does) {
    case 'orders': {
      const orders = await runAsStore(database, storeId, (tx) =>
        listOrders(tx, storeId, { buyer }, MAX_ORDERS),
      )
      return orders.length === 0
        ? say([text(words.notIdentified)])
        : say([text(words.yourOrders), ...orders.map(orderCard)])
    }
    case 'arrivals': {
      const products = await runAsStore(database, storeId, (tx) =>
        newArrivals(tx, storeId, at - NEW_FOR_MS, MAX_PRODUCTS),
      )
      return say(products.length === 0 ? [] : [productsContent(words.newProducts, products)])
    }
    case 'categories': {
      const options = categoriesOf(gives, menu).map(({ ref, name }) => ({ id: optionOf(ref), label: name }))
      return say([{ kind: 'choices', text: words.whichCategory, options }])
    }
    case 'link':
      return say([text(`${label}\n${gives.url}`)])
    case 'answer':
      return { does: 'answer', question: gives.question }
    case 'person':
      return { does: 'person' }
  }
}

/** Categories with something in them: those the seller chose, in that order, else all. */
function categoriesOf(gives: MenuEntry['gives'], { stock }: StoreMenu): StoreMenu['stock']['categories'] {
  if (gives.does !== 'categories') return []
  const { categories } = stock
  const chosen = gives.categories.flatMap((ref) => categories.filter((one) => one.ref === ref))
  return (gives.categories.length === 0 ? categories : chosen).slice(0, MAX_CHOICES)
}

/** Options a list of choices can hold. */
const MAX_CHOICES = 50
/** Hex digits of an option's id. */
const OPTION_LENGTH = 16

/** A category's ref may be any text, an option's id may not. */
function optionOf(ref: string): string {
  return `c-${createHash('sha256').update(ref).digest('hex').slice(0, OPTION_LENGTH)}`
}

function productsContent(words: string, products: readonly OfferedProduct[]): MessageContent {
  return { kind: 'products', text: words, items: products.map(productCard) }
}

function text(words: string): MessageContent {
  return { kind: 'text', text: words }
}

function say(contents: readonly MessageContent[]): Gives {
  return { does: 'say', contents }
}
