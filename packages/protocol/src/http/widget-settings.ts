import Type, { type Static } from 'typebox'
import { closed, Instant, PublicId, ShownText, WebAddress } from '../field.ts'

/** What the seller writes once per language the chat speaks; empty: nothing is said. */
const ByLanguage = (maxLength: number) =>
  Type.Object({ en: Type.String({ maxLength }), 'zh-CN': Type.String({ maxLength }) }, closed)

/** How far the bubble stands from its two edges of the page, in CSS pixels. */
const Offset = Type.Integer({ minimum: 0, maximum: 200 })

/** How a store's chat looks and speaks on shop pages. `language` is the page's own, or always one. */
export const WidgetSettings = Type.Object(
  {
    brand: Type.Union([Type.String({ pattern: '^#[0-9a-fA-F]{6}$' }), Type.Null()]),
    side: Type.Union([Type.Literal('right'), Type.Literal('left')]),
    offsetX: Offset,
    offsetY: Offset,
    language: Type.Union([Type.Literal('page'), Type.Literal('en'), Type.Literal('zh-CN')]),
    /** The line an empty chat begins with. */
    opening: ByLanguage(300),
    /** The form for buyers who come while nobody is there; they agree to `consent` before it is sent (PRV-02). */
    contact: Type.Object({ on: Type.Boolean(), consent: ByLanguage(1_000) }, closed),
  },
  closed,
)
export type WidgetSettings = Static<typeof WidgetSettings>

/** What a store has before anybody chose something. */
export const DEFAULT_WIDGET_SETTINGS: WidgetSettings = {
  brand: null,
  side: 'right',
  offsetX: 24,
  offsetY: 24,
  language: 'page',
  opening: { en: '', 'zh-CN': '' },
  contact: { on: false, consent: { en: '', 'zh-CN': '' } },
}

/** A page that loaded the chat, or tried to: its origin, and its path where the browser told it, without query. */
export const WidgetPage = Type.Object(
  {
    origin: Type.String({ maxLength: 300 }),
    path: Type.Optional(Type.String({ maxLength: 300 })),
    /** False: the origin is not among the allowed ones. */
    allowed: Type.Boolean(),
    at: Instant,
  },
  closed,
)
export type WidgetPage = Static<typeof WidgetPage>

/** Most origins a store can allow. */
export const MAX_ALLOWED_ORIGINS = 100

/** Origins that may show the chat, e.g. `https://shop.example` or `https://*.shop.example`; empty: any. */
export const AllowedOrigins = Type.Object(
  { allowedOrigins: Type.Array(Type.String({ maxLength: 300 }), { maxItems: MAX_ALLOWED_ORIGINS }) },
  closed,
)
export type AllowedOrigins = Static<typeof AllowedOrigins>

/** `POST /api/v1/widget/origins`, and the query of `DELETE` on the same address. */
export const OriginBody = Type.Object({ origin: Type.String({ minLength: 1, maxLength: 300 }) }, closed)
export type OriginBody = Static<typeof OriginBody>

/** `GET /api/v1/widget`: everything about the chat on shop pages. `pages` has the newest first. */
export const WidgetDesk = Type.Object(
  {
    store: PublicId,
    /** As buyers read it. */
    name: ShownText,
    avatar: Type.Optional(WebAddress),
    settings: WidgetSettings,
    /** Grows with every save of `settings`. */
    revision: Type.Integer({ minimum: 0 }),
    ...AllowedOrigins.properties,
    pages: Type.Array(WidgetPage, { maxItems: 50 }),
  },
  closed,
)
export type WidgetDesk = Static<typeof WidgetDesk>

/** `POST /api/v1/widget`: all settings at once, and the revision they were changed from. */
export const WidgetSettingsBody = Type.Object(
  { settings: WidgetSettings, revision: WidgetDesk.properties.revision },
  closed,
)
export type WidgetSettingsBody = Static<typeof WidgetSettingsBody>
