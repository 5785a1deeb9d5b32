import Type, { type Static } from 'typebox'
import { closed, ExternalRef, FlowId } from '../field.ts'
import { localText } from './local-text.ts'
import { settingBody, settingDesk } from './setting-desk.ts'

/** Entries of a menu; the chat’s own way to a person comes after them. */
export const MAX_MENU_ENTRIES = 10
/** Longest name of an entry, in characters as a reader counts them (MNU-05). */
export const MAX_MENU_NAME = 10
/** Categories one entry offers. */
export const MAX_MENU_CATEGORIES = 20

/** What an entry gives (MNU-01): the buyer’s orders, new products, categories to choose from, or what the seller made of it. */
export const MenuGives = Type.Union([
  Type.Object({ does: Type.Literal('orders') }, closed),
  Type.Object({ does: Type.Literal('arrivals') }, closed),
  /** In the seller’s order; none: all that have products, in the catalogue’s order. */
  Type.Object(
    { does: Type.Literal('categories'), categories: Type.Array(ExternalRef, { maxItems: 100 }) },
    closed,
  ),
  Type.Object({ does: Type.Literal('link'), url: Type.String({ maxLength: 2_000 }) }, closed),
  /** The answer to a question of the live flow’s list. */
  Type.Object({ does: Type.Literal('answer'), question: FlowId }, closed),
  Type.Object({ does: Type.Literal('person') }, closed),
])
export type MenuGives = Static<typeof MenuGives>

/** An entry of the menu. `name` empty, in the buyer’s and in the store’s own language: its usual name, in the buyer’s language. */
export const MenuEntry = Type.Object(
  { id: FlowId, on: Type.Boolean(), name: localText(1_000), gives: MenuGives },
  closed,
)
export type MenuEntry = Static<typeof MenuEntry>

/** The self-service menu, in its order. */
export const MenuSettings = Type.Object({ entries: Type.Array(MenuEntry, { maxItems: 100 }) }, closed)
export type MenuSettings = Static<typeof MenuSettings>

/** The three that every store has; the empty ones hide by themselves. */
export const DEFAULT_MENU: MenuSettings = {
  entries: [
    { id: 'orders', on: true, name: '', gives: { does: 'orders' } },
    { id: 'arrivals', on: true, name: '', gives: { does: 'arrivals' } },
    { id: 'categories', on: true, name: '', gives: { does: 'categories', categories: [] } },
  ],
}

/** `GET` and `POST /api/v1/settings/menu`. */
export const MenuDesk = settingDesk(MenuSettings)
export const MenuBody = settingBody(MenuSettings)
