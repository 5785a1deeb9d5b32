import Type, { type Static } from 'typebox'
import { closed, LocaleTag, PublicId, ShownText } from '../field.ts'

const StoreName = Type.String({ minLength: 1, maxLength: 80 })
/** A name of the IANA time zone database; `Intl` decides whether there is one. */
const TimeZone = Type.String({ minLength: 1, maxLength: 64 })

/** `GET /api/v1/store`. `shownName` is what buyers read where it differs from the name. */
export const StoreSettings = Type.Object(
  {
    id: PublicId,
    name: ShownText,
    shownName: Type.Optional(ShownText),
    timeZone: ShownText,
    defaultLocale: LocaleTag,
    /** Address of the picture. */
    avatar: Type.Optional(ShownText),
  },
  closed,
)
export type StoreSettings = Static<typeof StoreSettings>

/** `POST /api/v1/store`: what is left out stays; a `shownName` of null is the name again. */
export const StoreChanges = Type.Object(
  {
    name: Type.Optional(StoreName),
    shownName: Type.Optional(Type.Union([StoreName, Type.Null()])),
    timeZone: Type.Optional(TimeZone),
    defaultLocale: Type.Optional(LocaleTag),
  },
  { ...closed, minProperties: 1 },
)
export type StoreChanges = Static<typeof StoreChanges>

/** Most bytes of a picture. */
export const MAX_AVATAR_BYTES = 65_536

/** `POST /api/v1/store/avatar`: a PNG, JPEG or WebP in Base64; its bytes say which. `DELETE` takes it away. */
export const AvatarBody = Type.Object(
  { image: Type.String({ minLength: 1, maxLength: 90_000, pattern: '^[A-Za-z0-9+/]+={0,2}$' }) },
  closed,
)
export type AvatarBody = Static<typeof AvatarBody>

/** `POST /api/v1/stores`: another store, whose owner is who makes it. */
export const NewStoreBody = Type.Object(
  { name: StoreName, timeZone: TimeZone, defaultLocale: LocaleTag },
  closed,
)
export type NewStoreBody = Static<typeof NewStoreBody>
export const StoreCreated = Type.Object({ id: PublicId }, closed)
export type StoreCreated = Static<typeof StoreCreated>

/** `POST /api/v1/store/removal`: its name, typed, and the owner's password. */
export const RemoveStoreBody = Type.Object(
  { name: ShownText, password: Type.String({ minLength: 1, maxLength: 1_024 }) },
  closed,
)
export type RemoveStoreBody = Static<typeof RemoveStoreBody>
