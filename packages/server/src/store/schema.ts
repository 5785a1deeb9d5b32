import type {
  AnswerValue,
  BuyerRecord,
  FlowOperation,
  ReceptionEvent,
  Refusal,
  Session,
} from '@shopbell/engine'
import type { Author, Handling, MessageContent, MessageKind, WidgetSettings } from '@shopbell/protocol'
import type { ColumnType, Generated } from 'kysely'
import type { AgentAttendanceTable, AgentPresenceTable } from './attendance-schema.ts'
import type {
  BuyerEventTable,
  CategoryTable,
  ProductCountTable,
  ProductTable,
  ShopOrderTable,
} from './catalogue-schema.ts'
import type { KeptAnswerTable } from './kept-answers-schema.ts'
import type { ContactTable } from './contacts.ts'
import type { JsonColumn } from './json-column.ts'
import type {
  AccountSessionTable,
  AccountTable,
  ApiTokenTable,
  AuditTable,
  InvitationTable,
  PasskeyChallengeTable,
  PasskeyTable,
  PasswordResetTable,
  PersonTable,
  RemovedStoreTable,
  SetupTokenTable,
  SocketTicketTable,
} from './people-schema.ts'
import type { ConversationSearchPlaceTable, ConversationSearchTable } from './search-schema.ts'
import type { ProfileDayTable, SettingTable } from './settings-schema.ts'
import type {
  WebhookDeliveryTable,
  WebhookLaneTable,
  WebhookNewsTable,
  WebhookSecretTable,
  WebhookTable,
} from './webhook-schema.ts'

/**
 * The tables as Kysely sees them: camelCase here, snake_case in SQL. Instants are UTC milliseconds in bigint columns, which
 * both drivers read as numbers. JSON columns are read as values and written as JSON text. `schema.sql` shows the same in SQL.
 */
export interface Schema {
  readonly store: StoreTable
  readonly product: ProductTable
  readonly category: CategoryTable
  readonly shopOrder: ShopOrderTable
  readonly buyerEvent: BuyerEventTable
  readonly productCount: ProductCountTable
  readonly flowDraft: FlowDraftTable
  readonly flowDraftOperation: FlowDraftOperationTable
  readonly flowDraftEditor: FlowDraftEditorTable
  readonly flowVersion: FlowVersionTable
  readonly person: PersonTable
  readonly account: AccountTable
  readonly accountSession: AccountSessionTable
  readonly agentPresence: AgentPresenceTable
  readonly agentAttendance: AgentAttendanceTable
  readonly socketTicket: SocketTicketTable
  readonly apiToken: ApiTokenTable
  readonly keptAnswer: KeptAnswerTable
  readonly setupToken: SetupTokenTable
  readonly invitation: InvitationTable
  readonly passwordReset: PasswordResetTable
  readonly audit: AuditTable
  readonly storeAvatar: StoreAvatarTable
  readonly removedStore: RemovedStoreTable
  readonly conversation: ConversationTable
  readonly message: MessageTable
  readonly answer: AnswerTable
  readonly contact: ContactTable
  readonly timer: TimerTable
  readonly journal: JournalTable
  readonly outbox: OutboxTable
  readonly letter: LetterTable
  readonly passkey: PasskeyTable
  readonly passkeyChallenge: PasskeyChallengeTable
  readonly setting: SettingTable
  readonly profileDay: ProfileDayTable
  readonly shopPage: ShopPageTable
  readonly conversationSearch: ConversationSearchTable
  readonly conversationSearchPlace: ConversationSearchPlaceTable
  readonly webhook: WebhookTable
  readonly webhookSecret: WebhookSecretTable
  readonly webhookNews: WebhookNewsTable
  readonly webhookDelivery: WebhookDeliveryTable
  readonly webhookLane: WebhookLaneTable
}

interface StoreTable {
  readonly id: Generated<number>
  readonly publicId: string
  readonly name: string
  /** The built-in rule book before the first of `profileDay`. */
  readonly profile: string
  readonly timeZone: string
  readonly defaultLocale: string
  readonly brand: string | null
  readonly avatar: string | null
  /** Origins whose pages may embed the widget; empty: any. */
  readonly allowedOrigins: JsonColumn<readonly string[]>
  /** How the chat looks and speaks on shop pages, beside `brand`; null: nobody chose. */
  readonly widget: JsonColumn<Omit<WidgetSettings, 'brand'>> | null
  /** Saves of `widget` so far. */
  readonly widgetRevision: Generated<number>
  readonly epoch: string
  readonly liveVersion: number | null
  readonly createdAt: number
  /** What buyers read; null: the name. */
  readonly shownName: string | null
  /** The store is being removed: nobody finds it any more. */
  readonly removedAt: number | null
  /** An active webhook waits for what happens. */
  readonly hasWebhooks: Generated<boolean>
}

interface FlowDraftTable {
  readonly storeId: number
  readonly document: string
  readonly revision: number
  readonly base: number | null
  readonly savedAt: number
  readonly savedBy: string
}

interface FlowDraftOperationTable {
  readonly storeId: number
  /** Of the draft, with this batch applied. */
  readonly revision: number
  readonly base: number
  /** `<lane>.<n>` of the editor's outbox; null: an import or a publication. */
  readonly batch: string | null
  readonly operations: JsonColumn<readonly FlowOperation[]>
  /** What takes the batch back; null: written before inverses were kept. */
  readonly inverse: JsonColumn<readonly FlowOperation[]> | null
  readonly savedBy: string
  /** Characters of this log up to and with this batch, those of forgotten ones too. */
  readonly written: number
}

interface FlowDraftEditorTable {
  readonly storeId: number
  /** Of one window. */
  readonly id: string
  readonly name: string
  readonly block: string | null
  readonly seenAt: number
}

interface FlowVersionTable {
  readonly storeId: number
  readonly version: number
  readonly document: string
  readonly hash: string
  readonly listVersion: string | null
  readonly note: string
  readonly publishedAt: number
  readonly publishedBy: string
}

interface StoreAvatarTable {
  readonly storeId: number
  readonly type: string
  /** Base64. */
  readonly image: string
  readonly hash: string
}

interface ConversationTable {
  readonly storeId: number
  readonly id: Generated<number>
  readonly publicId: string
  readonly tokenHash: string
  readonly locale: string
  readonly buyerName: string | null
  readonly createdAt: number
  /** Steps committed so far: the value of every compare-and-swap. */
  readonly revision: Generated<number>
  /** Last seq; messages are 1 … head without gaps. */
  readonly head: Generated<number>
  readonly handling: ColumnType<Handling, Handling | undefined, Handling>
  readonly session: JsonColumn<Session> | null
  readonly flowVersion: number | null
  readonly buyer: JsonColumn<BuyerRecord>
  /** Highest n seen per lane of a sender's outbox (protocol, promise 1). */
  readonly lanes: JsonColumn<Readonly<Record<string, number>>>
  readonly waitingSince: number | null
  readonly lastAt: number
  readonly assigneeId: number | null
  readonly readByAgentSeq: Generated<number>
  readonly readByBuyerSeq: Generated<number>
  /** Hour of `lastAt`, computed by the database: the inbox is ordered by it, so that a step rarely touches an index. */
  readonly lastHour: ColumnType<number, never, never>
}

interface MessageTable {
  readonly storeId: number
  readonly conversationId: number
  readonly seq: number
  readonly at: number
  readonly author: Author
  readonly kind: MessageKind
  readonly content: JsonColumn<MessageContent>
  readonly clientId: string | null
  readonly replyTo: number | null
  readonly source: string | null
  readonly agentId: number | null
  readonly assisted: boolean | null
  readonly needsAnswer: boolean | null
  readonly solved: boolean | null
}

interface AnswerTable {
  readonly storeId: number
  readonly conversationId: number
  /** The buyer's message that answered. */
  readonly seq: number
  readonly variable: string
  readonly question: string
  readonly value: JsonColumn<AnswerValue>
  readonly shown: string
  readonly unit: string | null
  readonly at: number
}

interface TimerTable {
  readonly storeId: number
  readonly conversationId: number
  readonly id: string
  readonly generation: number
  readonly kind: 'reminder' | 'timeout' | 'other'
  readonly block: string
  readonly dueAt: number
}

interface JournalTable {
  readonly storeId: number
  readonly conversationId: number
  /** The conversation's revision after this step. */
  readonly revision: number
  readonly at: number
  readonly flowVersion: number | null
  readonly event: JsonColumn<ReceptionEvent>
  readonly facts: JsonColumn<unknown>
  readonly refusals: JsonColumn<readonly Refusal[]>
  /** The process that took the step; null: the only one there is. */
  readonly node: string | null
  /** The step began a session. */
  readonly began: boolean | null
}

interface OutboxTable {
  /** 0: of no store, or of several. */
  readonly storeId: number
  readonly id: Generated<number>
  /** `steps`: which conversations a batch of steps belonged to, as `[store, conversation, head, revision]` each. */
  readonly topic: 'steps'
  readonly node: string
  readonly payload: JsonColumn<readonly ToldStep[]>
  readonly at: Generated<number>
  /** An xid8, read as text. */
  readonly writtenIn: Generated<string>
}

interface ShopPageTable {
  readonly storeId: number
  readonly origin: string
  /** Without query; null: the browser told the origin only. */
  readonly path: string | null
  readonly allowed: boolean
  readonly seenAt: number
}

export type ToldStep = readonly [storeId: number, conversationId: number, head: number, revision: number]

interface LetterTable {
  readonly id: Generated<number>
  /** Null: of no store. */
  readonly forStore: number | null
  readonly recipient: string
  readonly subject: string
  readonly words: string
  readonly queuedAt: number
  readonly tries: Generated<number>
  readonly nextAt: number | null
  readonly reason: Generated<string | null>
  readonly gaveUpAt: Generated<number | null>
}
