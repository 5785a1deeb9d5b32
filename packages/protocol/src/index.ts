export {
  PROTOCOL_VERSION,
  PROTOCOL_HISTORY,
  BUYER_SUBPROTOCOL,
  CONSOLE_SUBPROTOCOL,
} from './protocol-version.ts'
export { MAX_FRAME_BYTES, MAX_TEXT_UNITS, MAX_RANGE, HELLO_WITHIN_MS, BEAT_EVERY_MS } from './limits.ts'
export { CLOSE_CODES, FINAL_CLOSE_CODES, type CloseCode } from './close-code.ts'
export { ERROR_CATALOGUE, type ErrorCode, type CataloguedError } from './error-catalogue.ts'
export { MESSAGE_KINDS, MessageKind, Author } from './message-kind.ts'
export { parseMarkup, plainText, type Block, type Inline } from './markup/parse-markup.ts'

export { Up } from './up/up.ts'
export { Hello } from './up/hello.ts'
export { Enter, Entry, ENTRIES } from './up/enter.ts'
export { Send } from './up/send.ts'
export { ReadUp } from './up/read.ts'
export { TypingUp } from './up/typing.ts'
export { Range } from './up/range.ts'
export { Judge } from './up/judge.ts'
export { Look } from './up/look.ts'

export { Down } from './down/down.ts'
export { Welcome } from './down/welcome.ts'
export { Message } from './down/message.ts'
export { Stored } from './down/stored.ts'
export { Refused } from './down/refused.ts'
export { ReadDown } from './down/read.ts'
export { TypingDown } from './down/typing.ts'
export { Opening } from './down/opening.ts'
export { Judged } from './down/judged.ts'
export { Menu, MenuItems } from './down/menu.ts'
export { Presence } from './down/presence.ts'
export { Beat } from './down/beat.ts'
export { Resync } from './down/resync.ts'

export { BotkitHistoryBody, BotkitQuery, BotkitUp } from './botkit/botkit-up.ts'
export { BotkitAnswer, BotkitDown, BotkitHistory, BotkitMessage } from './botkit/botkit-down.ts'

export { MessageContent } from './content/message-content.ts'
export { SentContent } from './content/sent-content.ts'
export { ExtraContent, TextContent } from './content/text-content.ts'
export { PlainValue, VendorName } from './field.ts'
export { ChoicesContent, ChoiceOption } from './content/choices-content.ts'
export { FormContent, FormField } from './content/form-content.ts'
export { ProductsContent, ProductCard } from './content/products-content.ts'
export { OrderContent } from './content/order-content.ts'
export { FileContent } from './content/file-content.ts'
export { NoteContent } from './content/note-content.ts'

export { ConsoleHello, ConsoleTyping, ConsoleUp, ConsoleWatch } from './console/console-up.ts'
export {
  ConsoleAnswers,
  ConsoleBeat,
  ConsoleBuyerTyping,
  ConsoleConversation,
  ConsoleDown,
  ConsoleGone,
  ConsoleJudged,
  ConsoleMessage,
  ConsoleWelcome,
} from './console/console-down.ts'
export { ConsoleDraft, ConsoleEditors, ConsoleWatchDraft } from './console/console-draft.ts'
export {
  AgentStatus,
  ConsoleBuyerRead,
  ConsoleOthers,
  ConsoleTeam,
  TeamMember,
} from './console/console-team.ts'
export { ConversationSummary, Handling } from './console/conversation-summary.ts'
export { CollectedAnswer } from './console/collected-answer.ts'

export { SetupState, SetupBody, SignInBody, SignedIn, Role, SocketTicket } from './http/account.ts'
export { ApiToken, ApiTokenBody, ApiTokenCreated, ApiTokenList } from './http/api-token.ts'
export { Attendance, AttendanceBody, Notices } from './http/attendance.ts'
export {
  AcceptBody,
  AccountChanges,
  GivenRole,
  Invitation,
  InvitationShown,
  InvitationToken,
  InviteBody,
  ListedAccount,
  OwnershipBody,
  People,
  ResetBody,
  ResetRequest,
  ResetRequested,
  SecretLink,
} from './http/people.ts'
export {
  MyNameBody,
  MyPasswordBody,
  MySession,
  MySessions,
  MyStore,
  MyStores,
  SwitchStoreBody,
} from './http/my-account.ts'
export {
  AvatarBody,
  MAX_AVATAR_BYTES,
  NewStoreBody,
  RemoveStoreBody,
  StoreChanges,
  StoreCreated,
  StoreSettings,
} from './http/store.ts'
export { AUDIT_ACTIONS, AuditAction, AuditDetails, AuditEntry, AuditLog } from './http/audit.ts'
export {
  ConversationList,
  ConversationDetail,
  MessagePage,
  Silence,
  PlannedTimer,
  NeedsAnswerBody,
  ReplyBody,
  ReplyStored,
  HandlingBody,
  HandlingChanged,
  Holder,
  ReadBody,
} from './http/conversations.ts'
export {
  AnswerColumn,
  AnsweredConversation,
  BuyerExport,
  CollectedAnswers,
  ConversationSearch,
  ExcerptPart,
  FoundConversation,
} from './http/find.ts'
export { CONTACT_CHANNELS, Contact, ContactBody, ContactList } from './http/contacts.ts'
export { JudgedQuestion, JudgedQuestions } from './http/judged-questions.ts'
export type { LocalText } from './http/local-text.ts'
export {
  FlowProblem,
  FlowVersionSummary,
  FlowVersionList,
  ListedVersion,
  FlowVersionDetail,
  FlowDraft,
  FlowImported,
  OpaqueDocument,
  PublishBody,
  Published,
} from './http/flow.ts'
export {
  BlockChange,
  FlowDiff,
  LinkChange,
  LinkEnd,
  ListChange,
  PartChange,
  QuestionChange,
  SettingChange,
  TextChange,
} from './http/flow-diff.ts'
export {
  ConversationsAt,
  DraftMoved,
  HeldLists,
  PublishPreview,
  RestoreBody,
  VersionsDiff,
} from './http/flow-publishing.ts'
export {
  DraftBatch,
  DraftBatches,
  DraftBeginBody,
  DraftOperationsBody,
  DraftSaved,
  MAX_DRAFT_OPERATIONS,
} from './http/flow-draft.ts'
export {
  NewPasskeyBody,
  Passkey,
  PasskeyChallenge,
  PasskeyList,
  PasskeyNameBody,
  PasskeyProofBody,
  PasskeyWish,
  PasskeyWishBody,
} from './http/passkeys.ts'
export { Letter, LetterId, LetterList, LETTER_REASONS, type LetterReason } from './http/letter.ts'
export {
  AllowedOrigins,
  DEFAULT_WIDGET_SETTINGS,
  MAX_ALLOWED_ORIGINS,
  OriginBody,
  WidgetDesk,
  WidgetPage,
  WidgetSettings,
  WidgetSettingsBody,
} from './http/widget-settings.ts'
export {
  DatedException,
  DayPlan,
  DayRange,
  DEFAULT_RECEPTION_SETTINGS,
  MAX_EXCEPTION_DAYS,
  MAX_EXCEPTIONS,
  MAX_RANGES_A_DAY,
  ReceptionParts,
  ReceptionSettings,
  Week,
} from './http/reception-settings.ts'
export { OwnReceptionBody, ReceptionBody, ReceptionCopies, ReceptionDesk } from './http/reception-desk.ts'
export {
  MAX_RULE_BOOK_DAYS,
  RuleBookBody,
  RuleBookChanges,
  RuleBookChoice,
  RuleBookDesk,
  RuleBookSince,
} from './http/rule-book.ts'
export {
  CatalogueImported,
  Categories,
  Category,
  IMPORT_FAULTS,
  type ImportFault,
  ImportProblem,
  ListedProduct,
  NamedProducts,
  MAX_CATEGORIES,
  MAX_IMPORT_BYTES,
  MAX_IMPORT_ROWS,
  MAX_PINNED,
  MAX_PRODUCT_BATCH,
  MAX_TOLD_PROBLEMS,
  PinnedBody,
  PinnedProducts,
  Product,
  ProductBatch,
  ProductChanges,
  ProductList,
  ProductQuery,
  ProductsPut,
} from './http/catalogue.ts'
export {
  ClosingPhrases,
  DEFAULT_STATUS_REPLIES,
  MAX_CLOSING_PHRASES,
  MAX_STATUS_DELAY_S,
  OwnStatusBody,
  StatusBody,
  StatusDesk,
  StatusReplies,
  StatusReplySetting,
} from './http/status-replies.ts'
export { CategoryChanges, CountedCategories, type CountedCategory } from './http/category-desk.ts'
export { ThreadMessage } from './console/thread-message.ts'
export {
  DEFAULT_PRODUCT_REPLIES,
  MAX_PRODUCT_REPLIES,
  MAX_REPLY_PRODUCTS,
  ProductReplies,
  ProductRepliesBody,
  ProductRepliesDesk,
  ProductReply,
} from './http/product-replies.ts'
export { CardList, CardListBody, CardListDesk, CardQuestion, DEFAULT_CARD_LIST } from './http/card-list.ts'
export {
  DEFAULT_MENU,
  MAX_MENU_CATEGORIES,
  MAX_MENU_ENTRIES,
  MAX_MENU_NAME,
  MenuBody,
  MenuDesk,
  MenuEntry,
  MenuGives,
  MenuSettings,
} from './http/menu-settings.ts'
export { type SettingBody, type SettingDesk, settingBody, settingDesk } from './http/setting-desk.ts'
export { MAX_ORDER_BATCH, Order, OrderBatch, OrderList, OrderQuery, OrdersPut } from './http/order.ts'
export { describeError, ERROR_PAGES } from './http/describe-error.ts'
export { MAX_FOUND_ROWS, MAX_MESSAGE_ROWS, MAX_PAGE_ROWS } from './http/page-size.ts'
export { HTTP_ERROR_TYPE, HttpError, UnfitPlace } from './http/http-error.ts'
export { TOKEN_SCOPES, TokenScope } from './http/token-scope.ts'
export {
  BlockDescription,
  ExtensionDescription,
  ExtensionList,
  FactDescription,
  FieldSchema,
  WayDescription,
  Words,
} from './http/extensions.ts'
export {
  Delivery,
  DELIVERY_FAULTS,
  DeliveryFault,
  DeliveryId,
  DeliveryList,
  DeliveryState,
  MAX_WEBHOOK_NAME,
  MAX_WEBHOOK_URL,
  MAX_WEBHOOKS,
  Redelivered,
  RedeliverBody,
  Webhook,
  WebhookBody,
  WebhookChanges,
  WebhookCreated,
  WebhookList,
  WebhookOff,
  WebhookSecret,
  WebhookTested,
} from './http/webhooks.ts'
export { WEBHOOK_EVENT_TYPES, WebhookEventType } from './webhooks/event-type.ts'
export { AnswerCollected } from './webhooks/answer-collected.ts'
export { WebhookEvent } from './webhooks/webhook-event.ts'
