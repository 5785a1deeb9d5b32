export { characterCount, type CountMode } from './text/character-count.ts'
export { fillVariables, variablesOf } from './text/fill-variables.ts'
export { gapsOf, type Gap } from './text/gaps.ts'
export { normaliseQuestion } from './text/normalise-question.ts'
export { localeFor, type Reader, textsOf, wordsFor, wordsIfWritten } from './text/local-text.ts'
export { matchLocale } from './text/match-locale.ts'
export { isWellFormedText } from './text/is-well-formed-text.ts'
export { localDay } from './time/local-day.ts'
export { localDayEnd } from './time/local-day-end.ts'
export { localDayStart } from './time/local-day-start.ts'
export { isTimeZone, zoneOffset } from './time/zone-offset.ts'
export { dateOfDay, dayOfDate, wallTime, weekdayOf, type WallTime } from './time/wall-time.ts'

export type { Schedule, Side } from './rules/schedule/schedule.ts'
export { scheduleOf } from './rules/schedule/schedule-of.ts'
export { isOn, scheduleVerdict, type ScheduleVerdict } from './rules/schedule/schedule-verdict.ts'
export { nextChange, nextOn } from './rules/schedule/next-change.ts'
export { mergeRanges } from './rules/schedule/merge-ranges.ts'
export { outsideOffice } from './rules/schedule/outside-office.ts'
export { settingsProblems, type SettingsProblem } from './rules/schedule/settings-problems.ts'

export { answerEarlierOnly } from './rules/answer-earlier-only.ts'
export { countAsReply } from './rules/count-as-reply.ts'
export { firstReplyTo, type AskedByBuyer, type SaidByStore } from './rules/first-reply-to.ts'
export { judgeAnswer } from './rules/judge-answer.ts'
export { CLOSING_PHRASES, hearClosingPhrase } from './rules/hear-closing-phrase.ts'
export { momentInWords } from './time/moment-in-words.ts'
export type { StatusKind, StatusReply } from './rules/status-reply.ts'
export {
  phraseProblems,
  STATUS_VARIABLES,
  statusProblems,
  type StatusProblem,
  type StatusProblemCode,
} from './rules/status-problems.ts'

export type { Profile, ReceptionStep, ReceptionTrigger } from './flow/profile.ts'
export { PROFILES, chosenProfile, profileById, customProfile } from './flow/profiles.ts'
export {
  type BoundNumber,
  RULE_BOOK_BOUNDS,
  ruleBookProblems,
  type RuleBookProblem,
} from './flow/rule-book-problems.ts'
export { type BookChange, profileOfDay } from './rules/profile-of-day.ts'
export { isPublishable, pointer, type Problem } from './flow/problem.ts'
export { PROBLEM_CATALOGUE, type ProblemCode } from './flow/problem-catalogue.ts'
export type { FaqList, ListedQuestion } from './flow/faq-list.ts'
export type { AnswerValue, Variable } from './flow/variable.ts'
export { Condition } from './flow/condition.ts'
export { comparisonsFor } from './flow/condition-problems.ts'

export {
  BLOCK_KINDS,
  isEnabled,
  kindOf,
  type Block,
  type BuiltInKind,
  type VendorBlock,
} from './blocks/registry.ts'
export type { BlockKind, Port, TextUse } from './blocks/block-kind.ts'

export { isVendorName } from './flow/vendor-name.ts'
export type { KnownFacts } from './flow/known-facts.ts'
export { EXTENSION_FORMAT, type Extension } from './extension/extension.ts'
export type { ExtensionBlock, VendorPart } from './extension/extension-block.ts'
export type { ExtensionRule, RuleView } from './extension/extension-rule.ts'
export {
  describedSet,
  type ExtensionSet,
  extensionSet,
  type ExtensionsRead,
  kindIn,
  NO_EXTENSIONS,
} from './extension/extension-set.ts'
export type { LookedUp, LookUp } from './extension/look-up.ts'
export { judgeReception } from './extension/judge-reception.ts'
export { readKnown } from './extension/read-known.ts'
export { defaultsOf } from './extension/vendor-state.ts'

export {
  FlowDocument,
  FLOW_FORMAT,
  MAX_BLOCKS,
  MAX_DOCUMENT_BYTES,
  type BlockLayout,
} from './document/flow-document.ts'
export { FLOW_SCHEMA_ID } from './document/schema-id.ts'
export { parseFlow, readFlow, type ParsedFlow } from './document/parse-flow.ts'
export { TEXT_VARIABLES } from './document/text-problems.ts'
export { validateFlow } from './document/validate-flow.ts'
export { behaviourHash, canonicalFlow } from './document/canonical-flow.ts'

export type { ReceptionEvent, ReceptionEventType } from './conversation/event.ts'
export type { Facts, FactKey, Entrance, StatusFacts } from './conversation/facts.ts'
export { UNKNOWN_BUYER, type BuyerRecord, type HeldList } from './conversation/buyer-record.ts'
export type {
  CancelEffect,
  CollectEffect,
  Effect,
  HandlingEffect,
  MessageEffect,
  RememberEffect,
  ScheduleEffect,
} from './conversation/effect.ts'
export { REFUSAL_CATALOGUE, type Refusal, type RefusalCode } from './conversation/refusal.ts'
export type { Session, SessionContext, StateValue } from './conversation/session.ts'
export type { Step } from './conversation/step-result.ts'
export { compileFlow, type Program } from './conversation/program.ts'
export { beginsSession } from './conversation/begins-session.ts'
export { findProductReply } from './rules/find-product-reply.ts'
export { type MenuStock, offerMenuEntry } from './rules/offer-menu-entry.ts'
export { cardListProblems } from './rules/message-rules/card-list-problems.ts'
export { menuProblems } from './rules/message-rules/menu-problems.ts'
export { productReplyProblems } from './rules/message-rules/product-reply-problems.ts'
export { ruleProblem, type RuleProblem, type RuleProblemCode } from './rules/message-rules/rule-problem.ts'
export { entryName, menuWords } from './conversation/menu-words.ts'
export { tapsCardList } from './conversation/card-replies.ts'
export { type ChosenEntry, tapsCategories } from './conversation/menu-replies.ts'
export { cardFacts, type CardSettings } from './conversation/card-facts.ts'
export { statusTexts, type WrittenReplies, type WrittenReply } from './conversation/status-texts.ts'
export { rankByInterest, type Candidate, type Interest, type RankProducts } from './rules/rank-products.ts'
export { factsNeeded } from './conversation/facts-needed.ts'
export { step } from './conversation/step.ts'
export { decodeFacts, encodeFacts, type JournalledFacts } from './conversation/facts-json.ts'
export { replay, type JournalEntry } from './conversation/replay.ts'
export { isPersonLabel, personLabel } from './conversation/system-note.ts'
export { toMachineConfig, type JsonMachineConfig } from './conversation/machine-config.ts'
export { exportMachine, type ExportedMachine } from './conversation/export-machine.ts'
export { EXPORT_FORMS, exportFlow, type ExportedFile, type ExportForm } from './exporting/export-flow.ts'

export { FlowOperation, type EditPath } from './editing/operation.ts'
export { applyOperation, applyOperations, type Applied } from './editing/apply-operation.ts'
export { valueAt } from './editing/edit-place.ts'

export type { BuyerAct } from './simulate/buyer-act.ts'
export { findConversation, type ConversationGoal } from './simulate/find-conversation.ts'
export type { LinkPlace } from './simulate/spelled-flow.ts'
export {
  playable,
  playConversation,
  type PlayableFlow,
  type PlayedConversation,
  type PlayedMessage,
  type PlayedStep,
  type PlaySetting,
  type Waiting,
} from './simulate/play-conversation.ts'
export { linesOf, plainContent, type PlainContent, type PlainItem } from './rendering/plain-content.ts'
export { webReply, type WebReply } from './rendering/web-reply.ts'
export { diffFlows } from './diff/flow-diff.ts'
export { changedBlocks, countChanges } from './diff/count-changes.ts'
export { FAQ_LIBRARY, type LibraryQuestion } from './library/faq-library.ts'
export { libraryLocaleFor, type LibraryLocale } from './library/library-words.ts'
export {
  PRODUCT_CATEGORIES,
  SMART_LIBRARY,
  type ProductCategory,
  type SmartSuggestion,
} from './library/smart-library.ts'
