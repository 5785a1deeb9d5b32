import Type, { type Static } from 'typebox'
import { closed, FlowId, ShownText } from '../field.ts'

/** What the chat offers besides writing, in its order (MNU-02); the way to a person is always among it. */
export const MenuItems = Type.Array(Type.Object({ id: FlowId, label: ShownText }, closed), { maxItems: 20 })
export type MenuItems = Static<typeof MenuItems>

/** The menu changed: it takes the place of `welcome.menu`. */
export const Menu = Type.Object({ type: Type.Literal('menu'), menu: MenuItems }, closed)
export type Menu = Static<typeof Menu>
