import Type, { type Static } from 'typebox'
import { closed, Instant, LocaleTag, PublicId, SeqOrZero, ShownText, WebAddress } from '../field.ts'
import { MenuItems } from './menu.ts'

/**
 * The answer to `hello`. `token` is the buyer's secret: keep it, never put it in a URL. `head` is the last seq of the
 * conversation; the messages after `hello.after` follow this frame. `epoch` changes when the store was restored from a backup.
 */
export const Welcome = Type.Object(
  {
    type: Type.Literal('welcome'),
    token: Type.String({ maxLength: 200 }),
    conversation: PublicId,
    head: SeqOrZero,
    epoch: Type.String({ maxLength: 64 }),
    store: Type.Object(
      {
        name: ShownText,
        avatar: Type.Optional(WebAddress),
        brand: Type.Optional(Type.String({ pattern: '^#[0-9a-fA-F]{6}$' })),
        locale: LocaleTag,
      },
      closed,
    ),
    reception: Type.Object(
      { open: Type.Boolean(), opensAt: Type.Optional(Instant), placeholder: Type.Optional(ShownText) },
      closed,
    ),
    /** The store offers to leave contact details while nobody is there; `consent` is what the buyer agrees to. */
    contact: Type.Optional(Type.Object({ consent: ShownText }, closed)),
    menu: MenuItems,
    limits: Type.Object({ text: Type.Integer(), frame: Type.Integer(), range: Type.Integer() }, closed),
  },
  closed,
)
export type Welcome = Static<typeof Welcome>
